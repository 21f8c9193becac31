"""The API on a township's host."""

from config.api import build
from zhunru.accounts import api as accounts
from zhunru.core.todo import todo_router
from zhunru.divisions import api as divisions
from zhunru.documents import api as documents
from zhunru.lists import api as lists
from zhunru.placements import api as placements
from zhunru.placements import todo

api = build(
    "Zhunru, township",
    "township",
    [
        ("", accounts.router),
        ("/todo", todo_router(todo.for_actor)),
        ("", lists.router),
        ("/townships", divisions.townships),
        ("/villages", divisions.villages),
        ("/documents", documents.router),
        ("/placements", placements.router),
    ],
)
