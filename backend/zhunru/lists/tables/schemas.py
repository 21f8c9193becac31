"""What an import of a list shows between its two steps, and after them."""

from collections.abc import Iterable
from typing import Any, Literal, Self

from ninja import Schema

from zhunru.files.sheets import Preview, PreviewOut, Sha256
from zhunru.lists.comparing import LABELS, FieldChange, shown
from zhunru.lists.models import Entry
from zhunru.lists.schemas import Reason
from zhunru.lists.tables.planning import Plan, Planned

SHOWN_ROWS = 500


class TableFieldOut(Schema):
    """One field that the table says otherwise."""

    field: str
    label: str
    old: str
    new: str


class TableRowOut(Schema):
    """What becomes of one row. `code` is empty for a new entry; `known_by` says what it was recognised by."""

    sheet: str
    number: int
    state: Literal["new", "changed", "unchanged", "restored"]
    known_by: Literal["code", "title_basis", "title", ""]
    code: str
    title: str
    fields: list[TableFieldOut]


class MissingOut(Schema):
    """An entry of the draft that the table does not have; `blocked` says why it may not be removed."""

    id: int
    code: str
    title: str
    blocked: str


class TablePreviewOut(PreviewOut):
    """The table as it would be taken into the draft. `planned` holds the first of those that are not unchanged."""

    edition_id: int
    new_count: int
    changed_count: int
    unchanged_count: int
    restored_count: int
    missing_count: int
    planned: list[TableRowOut]
    missing: list[MissingOut]

    @classmethod
    def shown(cls, preview: Preview, plan: Plan) -> Self:
        told = [one for one in plan.rows if one.state != "unchanged"][:SHOWN_ROWS]
        return cls(
            **PreviewOut.of(preview).model_dump(),
            edition_id=plan.edition.pk,
            new_count=len(plan.of("new")),
            changed_count=len(plan.of("changed")),
            unchanged_count=len(plan.of("unchanged")),
            restored_count=len(plan.of("restored")),
            missing_count=len(plan.missing),
            planned=[_row_out(one) for one in told],
            missing=[
                MissingOut(id=one.entry.pk, code=one.entry.code, title=one.entry.title, blocked=one.blocked)
                for one in plan.missing[:SHOWN_ROWS]
            ],
        )


def _row_out(one: Planned) -> TableRowOut:
    return TableRowOut(
        sheet=one.row.sheet,
        number=one.row.number,
        state=one.state,
        known_by=one.known_by,
        code=one.entry.code if one.entry else "",
        title=str(one.row.values["title"]),
        fields=[
            TableFieldOut(field=change.name, label=change.label, old=change.old, new=change.new)
            for change in _changes(one.entry, one.values)
        ],
    )


def _changes(entry: Entry | None, values: dict[str, Any]) -> Iterable[FieldChange]:
    """Field by field, in words; none of a new entry."""
    if entry is None:
        return
    new = Entry(**values)
    for name in values:
        yield FieldChange(name, str(LABELS[name]), shown(entry, name), shown(new, name))


class TableCommit(Schema, extra="forbid"):
    """The file of step one, by its digest, and why the list changes."""

    sha256: Sha256
    reason: Reason
    remove_missing: bool = False
    """Entries of the draft that the table does not have leave with this edition."""


class TableImportOut(Schema):
    """What the commit did to the draft."""

    new: int
    changed: int
    unchanged: int
    restored: int
    removed: int
