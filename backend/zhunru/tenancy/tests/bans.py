"""What application code must not do, because each was seen to mix townships up; found in the syntax tree.

Asking for a commit hook is not among them: a realm is never changed inside a transaction (CrossingError), so a hook
runs where it was asked for.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SWITCHES = {"set_schema", "set_schema_to_public", "set_tenant", "set_realm", "schema_context", "tenant_context"}
CONTEXTS = {"township_context", "county_context", "nobody_context"}
CACHES = {"cache", "lru_cache", "cached_property", "cache_page"}
TENANT_NAME = re.compile(r"(tenant|township|place)$", re.IGNORECASE)
SAYS_SWITCH = re.compile(r"\b(search_path|set\s+(session\s+|local\s+)?role|set_config)\b", re.IGNORECASE)

MAY_AWAIT = ("documents/signatures/timestamps.py",)
"""The signing library asks its time stamp so; no table is read there."""
MAY_CACHE = ("core", "documents")
"""Apps that keep rendered things in memory; nothing there belongs to a township."""
MAY_NAME_DJANGO_TENANTS = ("divisions/models.py", "divisions/migrations/")


def offences(path: str, source: str, tracked: set[str]) -> list[str]:
    """What stands in `source` against the bans, one sentence each; `path` is relative to the package."""
    found = []
    for node in ast.walk(ast.parse(source)):
        found += [f"{path}:{getattr(node, 'lineno', 0)}: {why}" for why in _judge(node, path, tracked)]
    return found


def _judge(node: ast.AST, path: str, tracked: set[str]) -> Iterator[str]:
    if isinstance(node, ast.With):
        yield from _with(node)
    elif isinstance(node, ast.Attribute):
        yield from _attribute(node)
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield from _function(node, path)
    elif isinstance(node, ast.Import | ast.ImportFrom):
        yield from _import(node, path)
    elif isinstance(node, ast.Call):
        yield from _call(node, tracked)
    elif isinstance(node, ast.Constant) and "/migrations/" not in path and SAYS_SWITCH.search(str(node.value)):
        yield "role and search path are the database backend's business"


def _with(node: ast.With) -> Iterator[str]:
    for item in node.items:
        if isinstance(item.context_expr, ast.Name | ast.Attribute) and TENANT_NAME.search(_name(item.context_expr)):
            yield "`with tenant:` keeps its state in the class: two threads swap; use township_context"


def _attribute(node: ast.Attribute) -> Iterator[str]:
    if node.attr in SWITCHES:
        yield f"{node.attr} leaves the connection where it is; use township_context or county_context"
    if node.attr == "connection" and _name(node.value) == "connection":
        yield "the raw connection does not switch"


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, path: str) -> Iterator[str]:
    if isinstance(node, ast.AsyncFunctionDef) and not path.startswith(MAY_AWAIT):
        yield "an async function hops threads and loses its township"
    names = {_name(each.func if isinstance(each, ast.Call) else each) for each in node.decorator_list}
    if names & (CONTEXTS | SWITCHES):
        yield "a context is entered where the work is done, never as a decorator"
    if names & CACHES and not path.startswith(MAY_CACHE):
        yield "what is kept in memory is kept for every township"
    if _yields_inside_context(node) and not names & {"contextmanager", "fixture"}:
        yield "a generator that is left half-way stays in its township"


def _yields_inside_context(node: ast.AST) -> bool:
    contexts = [inner for inner in ast.walk(node) if isinstance(inner, ast.With) and _enters_context(inner)]
    return any(isinstance(part, ast.Yield | ast.YieldFrom) for inner in contexts for part in ast.walk(inner))


def _enters_context(node: ast.With) -> bool:
    entered = [item.context_expr for item in node.items]
    return any(isinstance(call, ast.Call) and _name(call.func) in CONTEXTS for call in entered)


def _import(node: ast.Import | ast.ImportFrom, path: str) -> Iterator[str]:
    module = node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name
    if module.startswith("django_tenants") and not path.startswith(MAY_NAME_DJANGO_TENANTS):
        yield "only tenancy speaks to django-tenants"
    if module.startswith("procrastinate"):
        yield "background work is defined with township_task"
    if module.startswith("asgiref") or {alias.name for alias in node.names} & {"sync_to_async", "async_to_sync"}:
        yield "async hops threads and loses its township"


def _call(node: ast.Call, tracked: set[str]) -> Iterator[str]:
    if isinstance(node.func, ast.Attribute) and node.func.attr in {"bulk_create", "bulk_update", "abulk_create"}:
        manager = node.func.value
        if isinstance(manager, ast.Attribute) and _name(manager.value) in tracked:
            yield f"{_name(manager.value)} is tracked: {node.func.attr} passes its history by"


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def application_files(package: Path) -> Iterator[tuple[str, str]]:
    """Path (relative) and source of every module of the package but tenancy's own and the tests."""
    for path in sorted(package.rglob("*.py")):
        relative = path.relative_to(package)
        if relative.parts[0] != "tenancy" and "tests" not in relative.parts:
            yield relative.as_posix(), path.read_text(encoding="utf-8")
