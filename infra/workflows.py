"""docs/workflows.md, made from the workflow tables themselves.

python -m infra.workflows --write  make the page anew
"""

from __future__ import annotations

import importlib
import inspect
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zhunru.core.workflow import Step, Workflow

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs/workflows.md"
TABLES = (
    ("zhunru.admissions.workflow", "APPLICATIONS"),
    ("zhunru.admissions.workflow", "MATTERS"),
    ("zhunru.admissions.workflow", "MEETINGS"),
    ("zhunru.admissions.workflow", "REFUSALS"),
    ("zhunru.placements.workflow", "PLACEMENTS"),
    ("zhunru.lists.workflow", "EDITIONS"),
    ("zhunru.documents.batching.workflow", "BATCHES"),
    ("zhunru.contracts.workflow.terms", "TERMS"),
    ("zhunru.contracts.workflow.contracts", "CONTRACTS"),
    ("zhunru.contracts.workflow.deliverables", "DELIVERABLES"),
    ("zhunru.contracts.workflow.periods", "PERIODS"),
    ("zhunru.contracts.workflow.instalments", "INSTALMENTS"),
    ("zhunru.certificates.workflow", "CERTIFICATES"),
    ("zhunru.documents.workflow", "DRAFTS"),
    ("zhunru.documents.workflow", "USES"),
)

INTRODUCTION = """\
# The workflow tables

A status changes only by a step of one of these tables. The routes, the buttons that a user sees and this page come
from them. A step without a role is taken by the system. Guards are asked in the order given; the first that does not
hold stops the step, and its sentence greys the button.

This page is made by `make docs`; a test fails when it has drifted.
"""


def workflows() -> list[Workflow[Any]]:
    """The tables, in the order of a matter's life. Sets Django up when nobody has done so."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if str(ROOT / "backend") not in sys.path:
        sys.path.insert(0, str(ROOT / "backend"))
    importlib.import_module("django").setup()
    return [getattr(importlib.import_module(module), name) for module, name in TABLES]


def document(tables: list[Workflow[Any]]) -> str:
    """The whole page, labels in the county's own language."""
    with importlib.import_module("django.utils.translation").override("zh-hans"):
        return "\n".join([INTRODUCTION, *(_chapter(table) for table in tables)])


def _chapter(table: Workflow[Any]) -> str:
    model = table.model
    parts = [
        f"## {model.__name__} ({model._meta.verbose_name})\n",
        f"{_first_line(model)}\n",
        _diagram(table),
        _statuses(table),
        _steps(table),
        _guards(table),
    ]
    return "\n".join(part for part in parts if part)


def _diagram(table: Workflow[Any]) -> str:
    """A mermaid state diagram; an arrow is named by its step."""
    status = table.model._meta.get_field("status")
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {status.get_default()}"]
    lines += [
        f"    {source} --> {target}: {step.name}" for step in table for source in step.source for target in step.targets
    ]
    left = {source for step in table for source in step.source}
    lines += [f"    {name} --> [*]" for name, _ in status.flatchoices if name not in left]
    return "\n".join([*lines, "```\n"])


def _statuses(table: Workflow[Any]) -> str:
    rows = [f"| `{name}` | {label} |" for name, label in table.model._meta.get_field("status").flatchoices]
    return "\n".join(["| status | shown as |", "|---|---|", *rows, ""])


def _steps(table: Workflow[Any]) -> str:
    rows = [_row(step) for step in table]
    return "\n".join(["| step | shown as | from | to | by | guards |", "|---|---|---|---|---|---|", *rows, ""])


def _row(step: Step[Any]) -> str:
    cells = [
        f"`{step.name}`",
        str(step.label),
        ", ".join(f"`{source}`" for source in step.source),
        "、".join(f"`{target}`" for target in step.targets),
        ", ".join(f"`{role}`" for role in step.by) or "the system",
        ", ".join(f"`{guard.__name__}`" for guard in step.guards) or "none",
    ]
    return f"| {' | '.join(cells)} |"


def _guards(table: Workflow[Any]) -> str:
    """Each guard once, with the first line of its docstring, which cites the clause."""
    guards = {guard.__name__: guard for step in table for guard in step.guards}
    if not guards:
        return ""
    rows = [f"| `{name}` | {_first_line(guard)} |" for name, guard in guards.items()]
    return "\n".join(["| guard | what it asks |", "|---|---|", *rows, ""])


def _first_line(described: Callable[..., Any]) -> str:
    return (inspect.getdoc(described) or "").partition("\n")[0]


def main() -> int:
    """Print the page, or with --write put it into docs/."""
    page = document(workflows())
    if "--write" in sys.argv[1:]:
        DOCUMENT.write_text(page, encoding="utf-8")
    else:
        print(page)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
