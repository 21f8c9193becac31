"""The API on a township's host."""

from config.api import build
from zhunru.accounts import api as accounts
from zhunru.core.labels import labels_router
from zhunru.core.roles import TOWNSHIP_ROLES, Role
from zhunru.core.todo import todo_router
from zhunru.divisions import api as divisions
from zhunru.divisions.models import Village
from zhunru.documents import api as documents
from zhunru.documents.kinds import CHOICES as KIND_CHOICES
from zhunru.documents.models import Document
from zhunru.lists import api as lists
from zhunru.lists.models import ListKind
from zhunru.placements import api as placements
from zhunru.placements import todo
from zhunru.placements.models import Placement

LABELS = {
    "placement": Placement.Status.choices,
    "document": Document.Status.choices,
    "paper": KIND_CHOICES,
    "list": ListKind.choices,
    "village": Village.Kind.choices,
    "role": [(role.value, role.label) for role in Role if role in TOWNSHIP_ROLES],
}

api = build(
    "Zhunru, township",
    "township",
    [
        ("", accounts.router),
        ("/todo", todo_router(todo.for_actor)),
        ("/labels", labels_router(LABELS)),
        ("", lists.router),
        ("/townships", divisions.townships),
        ("/villages", divisions.villages),
        ("/documents", documents.router),
        ("/placements", placements.router),
    ],
)
