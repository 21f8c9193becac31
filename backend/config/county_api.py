"""The API on the county's host."""

from config.api import build
from zhunru.accounts import api as accounts
from zhunru.admissions import api as admissions
from zhunru.admissions import todo
from zhunru.admissions.models import Application, Matter
from zhunru.core.labels import labels_router
from zhunru.core.roles import COUNTY_ROLES, Role
from zhunru.core.todo import todo_router
from zhunru.divisions import api as divisions
from zhunru.divisions.models import Village
from zhunru.documents import api as documents
from zhunru.documents.kinds import CHOICES as KIND_CHOICES
from zhunru.documents.models import Document
from zhunru.lists import api as lists
from zhunru.lists.models import ListKind
from zhunru.oversight import api as oversight
from zhunru.placements.models import Placement

LABELS = {
    "application": Application.Status.choices,
    "matter": Matter.Status.choices,
    "placement": Placement.Status.choices,
    "document": Document.Status.choices,
    "paper": KIND_CHOICES,
    "list": ListKind.choices,
    "village": Village.Kind.choices,
    "role": [(role.value, role.label) for role in Role if role in COUNTY_ROLES],
}

api = build(
    "Zhunru, county",
    "county",
    [
        ("", accounts.router),
        ("/todo", todo_router(todo.for_actor)),
        ("/labels", labels_router(LABELS)),
        ("", lists.router),
        ("/townships", divisions.townships),
        ("/villages", divisions.villages),
        ("/applications", admissions.applications),
        ("/matters", admissions.matters),
        ("/documents", documents.router),
        ("", oversight.router),
    ],
)
