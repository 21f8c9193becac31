"""The API on a township's host."""

from config.api import build, labels_for
from zhunru.accounts import api as accounts
from zhunru.admissions.models import Opinion, RefusalCase, RequestKind, UrgentReport
from zhunru.certificate_types import api as certificate_types
from zhunru.certificates import api as certificates
from zhunru.certificates import todo as certificates_todo
from zhunru.certificates.models import Certificate, Demander
from zhunru.configuration.choices import Category, ObjectType
from zhunru.configuration.grounds import UrgentGround
from zhunru.contracts import api as contracts
from zhunru.contracts import todo as contracts_todo
from zhunru.core.labels import labels_router
from zhunru.core.roles import TOWNSHIP_ROLES
from zhunru.core.todo import todo_router
from zhunru.divisions import api as divisions
from zhunru.documents import api as documents
from zhunru.lists import api as lists
from zhunru.lists.tables import api as tables
from zhunru.notices import api as notices
from zhunru.placements import api as placements
from zhunru.placements import todo, voices_api
from zhunru.purchases import api as purchases
from zhunru.search import api as search

LABELS = (
    labels_for(TOWNSHIP_ROLES)
    | contracts.LABELS
    | {
        "refusal": RefusalCase.Status.choices,
        "demand_form": RefusalCase.Form.choices,
        "purpose": Opinion.Purpose.choices,
        "position": Opinion.Position.choices,
        "kind": RequestKind.choices,
        "category": Category.choices,
        "object_type": ObjectType.choices,
        "urgent_ground": UrgentGround.choices,
        "urgent_report": UrgentReport.Status.choices,
        "certificate": Certificate.Status.choices,
        "demander": Demander.choices,
    }
)

api = build(
    "Zhunru, township",
    "township",
    [
        ("", accounts.router),
        ("/todo", todo_router(todo.for_actor, contracts_todo.for_actor, certificates_todo.for_actor)),
        ("/labels", labels_router(LABELS)),
        ("/notices", notices.router),
        ("", lists.router),
        ("", lists.township_router),
        ("/editions", tables.router),
        ("/townships", divisions.townships),
        ("/villages", divisions.villages),
        ("/documents", documents.router),
        ("/placements", placements.router),
        ("/villages", placements.of_villages),
        ("/consultations", voices_api.consultations),
        ("/refusals", voices_api.refusals),
        ("/urgent-reports", voices_api.urgent_reports),
        ("", purchases.township),
        ("/contracts", contracts.listed),
        *contracts.ROUTERS,
        ("/certificate-types", certificate_types.router),
        ("/certificates", certificates.router),
        ("/search", search.router),
        ("/legal-bases", search.legal_bases),
    ],
)
