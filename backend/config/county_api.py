"""The API on the county's host."""

from config.api import build
from zhunru.accounts import api as accounts
from zhunru.admissions import api as admissions
from zhunru.admissions import todo
from zhunru.core.todo import todo_router
from zhunru.divisions import api as divisions
from zhunru.documents import api as documents
from zhunru.lists import api as lists
from zhunru.oversight import api as oversight

api = build(
    "Zhunru, county",
    "county",
    [
        ("", accounts.router),
        ("/todo", todo_router(todo.for_actor)),
        ("", lists.router),
        ("/townships", divisions.townships),
        ("/villages", divisions.villages),
        ("/applications", admissions.applications),
        ("/matters", admissions.matters),
        ("/documents", documents.router),
        ("", oversight.router),
    ],
)
