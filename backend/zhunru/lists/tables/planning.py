"""What a table would do to a draft, row by row; and what is wrong with it, cell by cell."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from django.utils.translation import gettext as _

from zhunru.core.errors import DomainError
from zhunru.files.sheets import Preview, SheetRow
from zhunru.lists import rules
from zhunru.lists.models import Edition, Entry
from zhunru.lists.services import articles
from zhunru.lists.tables.columns import MOST_ROWS, NO
from zhunru.lists.tables.meaning import as_it_stands, joined, plain, values_of

type State = Literal["new", "changed", "unchanged", "restored"]
type KnownBy = Literal["code", "title_basis", "title", ""]


@dataclass
class Planned:
    """One row and what becomes of it. `values` are those that a new entry gets, or that a known one changes."""

    row: SheetRow
    values: dict[str, Any]
    entry: Entry | None = None
    known_by: KnownBy = ""
    joined: bool = False
    """Further rows of the table have gone into it."""

    @property
    def state(self) -> State:
        if self.entry is None:
            return "new"
        if self.entry.removed:
            return "restored"
        return "changed" if self.values else "unchanged"

    @property
    def place(self) -> str:
        """Where the row stands, in words."""
        said = _("第 %(row)s 行") % {"row": self.row.number}
        return said if len(self.row.preview.sections) < 2 else f"{self.row.sheet} {said}"


@dataclass
class Missing:
    """An entry of the draft that the table does not have; `blocked` says why it may not leave."""

    entry: Entry
    blocked: str


@dataclass
class Plan:
    edition: Edition
    rows: list[Planned] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)

    def of(self, state: State) -> list[Planned]:
        return [one for one in self.rows if one.state == state]


def plan(preview: Preview, edition: Edition) -> Plan:
    """What the table would do. What a rule finds wrong is filed as a fault at its cell, besides those found before."""
    found = Plan(edition)
    if len(preview.rows) > MOST_ROWS:
        said = {"most": MOST_ROWS, "now": len(preview.rows)}
        preview.fault(_("最多导入 %(most)s 行，现有 %(now)s 行，请分成几个文件") % said)
        return found
    entries = list(edition.entries.order_by("seq", "id"))
    found.rows = [Planned(row, values_of(row), joined=more) for row, more in joined(preview.rows)]
    _drop_repeated_numbers(found.rows)
    _find(found.rows, entries)
    for one in found.rows:
        _check(one)
    _tell_repeated(found.rows)
    _tell_listed_elsewhere(found)
    for one in found.rows:
        _keep_what_changes(one)
    known = {one.entry.pk for one in found.rows if one.entry}
    left = [entry for entry in entries if entry.pk not in known and not entry.removed]
    found.missing = [Missing(entry, reason) for entry, reason in _blocked(edition, left)]
    _tell_unadmitted(found)
    preview.sort()
    return found


def _drop_repeated_numbers(rows: Iterable[Planned]) -> None:
    """Numbers that begin anew in each group, or are missing, say nothing about the order of the whole list."""
    numbers = [one.values.get("seq") for one in rows]
    if None in numbers or len(set(numbers)) < len(numbers):
        for one in rows:
            one.values.pop("seq", None)


def _find(rows: list[Planned], entries: list[Entry]) -> None:
    """Which entry each row is: known by its code, else by title and basis, else by a title that stands once."""
    left = {entry.pk: entry for entry in entries}
    ways: tuple[tuple[KnownBy, Callable[[Planned], Any], Callable[[Entry], Any]], ...] = (
        ("code", lambda one: one.row.values["code"], lambda entry: entry.code),
        ("title_basis", _key, lambda entry: (plain(entry.title), plain(entry.legal_basis))),
        ("title", lambda one: _key(one)[0], lambda entry: plain(entry.title)),
    )
    for known_by, of_row, of_entry in ways:
        there: dict[Any, list[Entry]] = defaultdict(list)
        for entry in left.values():
            there[of_entry(entry)].append(entry)
        for one in rows:
            found = there.get(of_row(one), []) if one.entry is None else []
            if len(found) == 1 and found[0].pk in left:
                one.entry, one.known_by = left.pop(found[0].pk), known_by
    for one in rows:
        _tell_other_code(one)


def _key(one: Planned) -> tuple[str, str]:
    return plain(str(one.row.values["title"])), plain(str(one.row.values["legal_basis"]))


def _tell_other_code(one: Planned) -> None:
    """A code that the draft does not have is told: codes are given here and never reused (rule L-01)."""
    code = str(one.row.values["code"])
    if not code or one.known_by == "code":
        return
    if one.entry:
        message = _("本版没有此编码，按事项名称对应到 %(code)s") % {"code": one.entry.code}
    else:
        message = _("本版没有此编码，作为新增事项另给编码")
    one.row.guess("code", message, stood=code, understood=one.entry.code if one.entry else "")


def _check(one: Planned) -> None:
    """What an entry must keep to, as far as the row alone can tell."""
    text = str(one.row.values["legal_basis"])
    if text and (wrong := articles.wrong_with(text)):
        one.row.fault("legal_basis", wrong)
    if one.row.values["deviation"] == NO and one.row.values["deviation_reason"]:
        one.row.fault("deviation", _("写有差异理由，请填“是”，或者删去理由"))
    if one.values.get("deviation") and not (one.values.get("deviation_reason") or _reason_known(one)):
        one.row.fault("deviation_reason", _("与上级指导清单不同的，请说明理由"))


def _reason_known(one: Planned) -> bool:
    return bool("deviation_reason" not in one.values and one.entry and one.entry.deviation_reason)


def _tell_repeated(rows: Iterable[Planned]) -> None:
    """A matter stands once in a list, and a code once in a table."""
    seen: dict[tuple[str, ...], Planned] = {}
    for one in rows:
        code = str(one.row.values["code"])
        if _key(one)[0] and seen.setdefault(("matter", *_key(one)), one) is not one:
            first = seen[("matter", *_key(one))]
            one.row.fault("title", _("与%(place)s的事项重复") % {"place": first.place})
        if code and seen.setdefault(("code", code), one) is not one:
            one.row.fault("code", _("与%(place)s的编码重复") % {"place": seen["code", code].place})


def _tell_listed_elsewhere(found: Plan) -> None:
    """An entry belongs to exactly one list (rule L-01)."""
    titles = {str(one.row.values["title"]) for one in found.rows}
    listed = {entry.title: entry for entry in rules.listed_elsewhere(found.edition.kind, titles)}
    for one in found.rows:
        title = str(one.row.values["title"])
        if other := listed.get(title):
            one.row.fault("title", rules.listed_already(other).message)


def _keep_what_changes(one: Planned) -> None:
    """Of a known entry only what is said otherwise than in other widths or spaces."""
    entry = one.entry
    if entry is None:
        one.values = {name: value for name, value in one.values.items() if value is not None}
        return
    same = [] if one.joined else [name for name in one.values if _stands_as_it_is(one, entry, name)]
    if same:
        one.row.unguess(*same)
    one.values = {
        name: value
        for name, value in one.values.items()
        if name not in same
        and value != getattr(entry, name)
        and not (isinstance(value, str) and plain(value) == plain(getattr(entry, name)))
    }


def _stands_as_it_is(one: Planned, entry: Entry, name: str) -> bool:
    """Whether the cell holds what the entry has, to the letter: then nothing need be guessed in it."""
    has = getattr(entry, name)
    if not isinstance(has, str) or one.values[name] != one.row.values[name]:
        return False
    stands = as_it_stands(one.row, name)
    return stands == has and (bool(stands) or one.known_by == "code")


def _blocked(edition: Edition, left: list[Entry]) -> list[tuple[Entry, str]]:
    """Each with why it may not leave; empty where it may."""
    bound = rules.bound_by_law(edition, [entry.code for entry in left])
    return [(entry, rules.law_stands().message if entry.code in bound else "") for entry in left]


def _tell_unadmitted(found: Plan) -> None:
    try:
        rules.grows_by_hand(found.edition)
    except DomainError as error:
        for one in found.of("new"):
            one.row.fault("title", error.message)
