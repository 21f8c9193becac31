"""The API on the county's host."""

from config.api import build, labels_for
from zhunru.accounts import api as accounts
from zhunru.admissions import api as admissions
from zhunru.admissions import matters_api, todo
from zhunru.admissions.models import Application, Matter
from zhunru.configuration import api as configuration
from zhunru.core.labels import labels_router
from zhunru.core.roles import COUNTY_ROLES
from zhunru.core.todo import todo_router
from zhunru.divisions import api as divisions
from zhunru.documents import api as documents
from zhunru.lists import api as lists
from zhunru.notices import api as notices
from zhunru.oversight import api as oversight
from zhunru.workdays import api as workdays

LABELS = labels_for(COUNTY_ROLES) | {
    "application": Application.Status.choices,
    "matter": Matter.Status.choices,
}

api = build(
    "Zhunru, county",
    "county",
    [
        ("", accounts.router),
        ("/todo", todo_router(todo.for_actor)),
        ("/labels", labels_router(LABELS)),
        ("", configuration.router),
        ("/notices", notices.router),
        ("", workdays.router),
        ("", lists.router),
        ("/townships", divisions.townships),
        ("/villages", divisions.villages),
        ("/applications", admissions.applications),
        ("/urgent-entries", admissions.urgent_entries),
        ("/matters", matters_api.matters),
        ("/meetings", matters_api.meeting_routes),
        ("/opinions", matters_api.opinions),
        ("/refusals", matters_api.refusals),
        ("/documents", documents.router),
        ("", oversight.router),
    ],
)
