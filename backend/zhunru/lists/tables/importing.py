"""Taking a table into a draft: looked at first, then committed as a whole; the same table again changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import DomainError
from zhunru.files import sheets
from zhunru.files.checks import Checked
from zhunru.files.refusals import RefusedError
from zhunru.files.sheets import Preview, Section
from zhunru.lists import rules
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.services import drafting
from zhunru.lists.tables.columns import columns
from zhunru.lists.tables.planning import Plan, Planned, State, plan

WORDS = {
    ListKind.STATUTORY: ("依法履职", "履职事项", "履职清单", "法定职责"),
    ListKind.ASSIST: ("协助办理", "协助事项", "协助清单", "协助政府"),
    ListKind.NEGATIVE: ("负面",),
}
"""By what a sheet or title names a list."""


STATES: tuple[State, ...] = ("restored", "changed", "new", "unchanged")


@dataclass(frozen=True)
class Imported:
    """What a commit did to the draft."""

    new: int
    changed: int
    unchanged: int
    restored: int
    removed: int


def begin(edition: Edition, file: Checked, *, actor: Actor) -> tuple[Preview, Plan]:
    """Step one: the file is kept, read and judged. RefusedError (422, `file`) when it cannot be read at all, or when
    it names another list only."""
    rules.may_edit(edition, actor)
    return _judged(sheets.begin(COUNTY, file, columns(), every=True), edition)


def resume(edition: Edition, sha256: str, *, actor: Actor) -> tuple[Preview, Plan]:
    """The file of step one, read and judged again. DomainError `file_missing` where there is none."""
    rules.may_edit(edition, actor)
    return _judged(sheets.resume(COUNTY, sha256, columns(), every=True), edition)


@transaction.atomic
def commit(edition: Edition, sha256: str, *, reason: str, remove_missing: bool, actor: Actor) -> Imported:
    """Step two: all rows or none. A repeated call finds everything as the table says and changes nothing.

    Raises DomainError `faulty` while there is a fault, `file_missing`, what the services raise (with the row).
    """
    locked: Edition = Edition.objects.select_for_update().get(pk=edition.pk)
    preview, found = resume(locked, sha256, actor=actor)
    if preview.faults:
        raise DomainError(
            "faulty",
            _("表格还有 %(n)s 处错误，请改正后重新上传") % {"n": len(preview.faults)},
            faults=len(preview.faults),
        )
    removed = _remove(found, reason, actor) if remove_missing else 0
    for state in STATES[:3]:
        for one in found.of(state):
            _apply(found.edition, one, reason, actor)
    return Imported(**{state: len(found.of(state)) for state in STATES}, removed=removed)


def _remove(found: Plan, reason: str, actor: Actor) -> int:
    for one in found.missing:
        try:
            drafting.remove_entry(one.entry, reason=reason, actor=actor)
        except DomainError as error:
            raise _placed(error, one.entry.code) from error
    return len(found.missing)


def _apply(edition: Edition, one: Planned, reason: str, actor: Actor) -> None:
    try:
        if one.entry is None:
            drafting.add_entry(edition, one.values, reason=reason, actor=actor)
            return
        if one.entry.removed:
            drafting.restore_entry(one.entry, reason=reason, actor=actor)
        if one.values:
            drafting.change_entry(one.entry, one.values, reason=reason, actor=actor)
    except DomainError as error:
        raise _placed(error, one.place) from error


def _placed(error: DomainError, place: str) -> DomainError:
    """The same refusal, with where it is in the table."""
    return DomainError(error.code, f"{place}：{error.message}", field=error.field)


def _judged(preview: Preview, edition: Edition) -> tuple[Preview, Plan]:
    _take_own_sheets(preview, edition)
    return preview, plan(preview, edition)


def _take_own_sheets(preview: Preview, edition: Edition) -> None:
    """The sheets that name this list, or else those that name none. RefusedError where all name another list."""
    named = _named(preview.sections)
    if len(preview.sections) == 1 and not preview.header_row and preview.faults:
        return  # there is no list in the file at all
    own = edition.kind if edition.kind in named else None
    if own not in named:
        said = {"list": edition.get_kind_display(), "other": ListKind(next(filter(None, named))).label}
        raise RefusedError("other_list", _("文件是%(other)s，本版是%(list)s，请核对后再上传") % said)
    for section, kind in list(zip(preview.sections, named, strict=True)):
        if kind != own:
            label = str(ListKind(kind).label) if kind else _("没有写明是哪张清单")
            preview.leave_out(section, _("%(sheet)s：%(what)s，未读取") % {"sheet": section.grid.name, "what": label})
    if not preview.rows and not preview.faults:
        preview.fault(_("表头之下没有内容"))


def _named(sections: Sequence[Section]) -> list[str | None]:
    """Which list each sheet names; a table that goes on with the one before is of its list."""
    named: list[str | None] = []
    for section in sections:
        goes_on = named and not section.header_row
        named.append(named[-1] if goes_on else _list_of(section))
    return named


def _list_of(section: Section) -> str | None:
    """The sheet's name says it, or what stands nearest above the header; a title that names several says nothing."""
    name, *above = section.titles
    for text in (name, *reversed(above)):
        found = [kind for kind, words in WORDS.items() if any(word in text for word in words)]
        if len(found) == 1:
            return found[0]
    return None
