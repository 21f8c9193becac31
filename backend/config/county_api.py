"""The API on the county's host."""

from ninja import Router

from config.api import build, labels_for
from zhunru.accounts import api as accounts
from zhunru.admissions import api as admissions
from zhunru.admissions import attachments_api, exports_api, joining_api, legacy_api, matters_api, overviews_api, todo
from zhunru.admissions.models import (
    Application,
    Assessment,
    Attachment,
    Commitment,
    Confirmation,
    Decision,
    Demand,
    FundingChannel,
    Ground,
    Matter,
    Meeting,
    Opinion,
    RefusalCase,
    RequestKind,
)
from zhunru.configuration import api as configuration
from zhunru.configuration.choices import Body, Category, ObjectType, Party
from zhunru.configuration.grounds import UrgentGround
from zhunru.contracts import api as contracts
from zhunru.core.labels import labels_router
from zhunru.core.roles import COUNTY_ROLES
from zhunru.core.todo import todo_router
from zhunru.divisions import api as divisions
from zhunru.documents import api as documents
from zhunru.documents import todo as documents_todo
from zhunru.documents.api.batches import archive, batches
from zhunru.documents.batching.jobs import JOBS
from zhunru.documents.batching.routes import add_job_route
from zhunru.documents.models import Batch, Draft, Seal, SealUse
from zhunru.documents.templating import api as templates
from zhunru.lists import api as lists
from zhunru.lists.tables import api as tables
from zhunru.notices import api as notices
from zhunru.oversight import api as oversight
from zhunru.purchases import api as purchases
from zhunru.purchases import todo as purchases_todo
from zhunru.search import api as search
from zhunru.workdays import api as workdays

LABELS = (
    labels_for(COUNTY_ROLES)
    | contracts.LABELS
    | {
        "application": Application.Status.choices,
        "matter": Matter.Status.choices,
        "meeting": Meeting.Status.choices,
        "refusal": RefusalCase.Status.choices,
        "object_type": ObjectType.choices,
        "category": Category.choices,
        "kind": RequestKind.choices,
        "body": Body.choices,
        "party": Party.choices,
        "position": Opinion.Position.choices,
        "outcome": Decision.Outcome.choices,
        "ground": Ground.choices,
        "urgent_ground": UrgentGround.choices,
        "seal_use": SealUse.Status.choices,
        "seal_purpose": SealUse.Purpose.choices,
        "seal_rank": Seal.Rank.choices,
        "draft": Draft.Status.choices,
        "batch": Batch.Status.choices,
        "verdict": Confirmation.Verdict.choices,
        "commitment": Commitment.Kind.choices,
        "demand": Demand.choices,
        "assessment": Assessment.choices,
        "funding_channel": FundingChannel.choices,
        "attachment": Attachment.Kind.choices,
    }
)

begun_batches = Router(tags=["documents"])
for job in JOBS.values():
    add_job_route(begun_batches, job)

api = build(
    "Zhunru, county",
    "county",
    [
        ("", accounts.router),
        ("/todo", todo_router(todo.for_actor, documents_todo.for_actor, purchases_todo.for_actor)),
        ("/labels", labels_router(LABELS)),
        ("", configuration.router),
        ("/notices", notices.router),
        ("", workdays.router),
        ("", lists.router),
        ("", lists.county_router),
        ("/editions", tables.router),
        ("/editions", tables.county),
        ("/editions", joining_api.editions),
        ("/townships", divisions.townships),
        ("/villages", divisions.villages),
        ("/applications", admissions.applications),
        ("/applications", attachments_api.of_applications),
        ("/applications", exports_api.applications),
        ("/attachments", attachments_api.attachments),
        ("/urgent-entries", admissions.urgent_entries),
        ("/matters", matters_api.matters),
        ("/matters", exports_api.matters),
        ("/legacy", legacy_api.legacy),
        ("/meetings", overviews_api.meetings),
        ("/meetings", matters_api.meeting_routes),
        ("/expiries", overviews_api.expiries),
        ("/opinions", matters_api.opinions),
        ("/refusals", matters_api.refusals),
        ("/refusals", exports_api.refusals),
        ("/documents", documents.router),
        ("/documents", documents.county),
        ("/seals", documents.seals),
        ("/seal-uses", documents.uses),
        ("/drafts", documents.drafts),
        ("/batches", batches),
        ("/batches", begun_batches),
        ("/archive", archive),
        ("/templates", templates.router),
        ("", purchases.county),
        ("", oversight.router),
        ("/contracts", contracts.begun),
        *contracts.ROUTERS,
        ("/search", search.router),
        ("/legal-bases", search.legal_bases),
    ],
)
