"""The columns of a table: declared once, for reading, for writing and for the template."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from zhunru.core.tables import INVISIBLE


class Kind(StrEnum):
    """What the cells of a column hold, and what a row's `values` hold of it."""

    TEXT = "text"
    """str, empty where nothing is known"""
    DATE = "date"
    """date or None"""
    NUMBER = "number"
    """Decimal or None"""
    CHOICE = "choice"
    """one of the keys of `choices`, or an empty str"""
    CODES = "codes"
    """tuple of str: several codes in one cell; if there are `choices`, keys of those"""


Value = str | date | Decimal | tuple[str, ...] | None


@dataclass(frozen=True)
class Rewrite:
    """One way in which a cell is put into shape, and the sentence that says so."""

    by: Callable[[str], str]
    said: Promise


@dataclass(frozen=True)
class Column:
    """One column. `name` is its key in a row's `values`, `label` its header, `aliases` what others call it.

    `max_length` counts characters of a text, and of each code. `choices` maps the value to the word that stands in
    the cell (either is read, the word is written). A number has at most `places` decimals and lies between
    `at_least` and `at_most`. `hint` is told in the template.

    What a cell is understood to mean is marked as a guess: words among `blanks` say that there is nothing, `rewrites`
    put into shape what is written otherwise, and with `fill_down` an empty cell belongs to the value above it, as
    categories do. A row that has nothing but `counting` cells is one that nobody has filled in.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False
    max_length: int = 200
    choices: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    places: int = 2
    at_least: Decimal | int = 0
    at_most: Decimal | int = 999_999_999_999
    hint: str = ""
    blanks: tuple[str, ...] = ()
    rewrites: tuple["Rewrite", ...] = ()
    fill_down: bool = False
    counting: bool = False

    @property
    def headers(self) -> set[str]:
        """Every word under which the column is found."""
        return {plain(word) for word in (str(self.label), self.name, *self.aliases)}


_UNIT = re.compile(r"\([^()]*\)\Z")


def plain(header: object) -> str:
    """A header without what people add to it: spaces, stars, colons, forms of width."""
    text = unicodedata.normalize("NFKC", str(header).translate(INVISIBLE))
    return re.sub(r"[\s*:]", "", text).casefold()


def without_unit(header: str) -> str:
    """经费(元) is 经费, where nothing else is called so."""
    return _UNIT.sub("", header)


def places_of(columns: Sequence[Column], ranked: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Where in a header each column stands, from 0; more than one place is somebody's mistake.

    `ranked` says what may stand for the header of each place, the whole of it before parts of it.
    """
    found: dict[str, list[int]] = {}
    taken: set[int] = set()
    for cells in ranked:
        headers = [plain(cell) for cell in cells]
        for shorten in (str, without_unit):
            for column in columns:
                if column.name in found:
                    continue
                words = {shorten(word) for word in column.headers}
                places = [i for i, h in enumerate(headers) if h and i not in taken and shorten(h) in words]
                if places:
                    found[column.name] = places
                    taken.update(places)
    return found


def said(column: Column) -> str:
    """What the column's cells should hold, in words for whoever fills in the template."""
    parts = [_("必填") if column.required else _("选填"), _kind_said(column)]
    if column.hint:
        parts.append(str(column.hint))
    return "；".join(parts)


def _kind_said(column: Column) -> str:
    words = {
        Kind.TEXT: _("文字，最多 %(most)s 个字") % {"most": column.max_length},
        Kind.DATE: _("日期，如 2026-01-31"),
        Kind.NUMBER: _("数字，%(from)s 至 %(to)s") % {"from": column.at_least, "to": column.at_most},
        Kind.CHOICE: _("可填：%(words)s") % {"words": listed(column.choices.values())},
        Kind.CODES: _("可填多项，以顿号隔开"),
    }
    return words[column.kind]


def listed(words: Iterable[str], most: int = 12) -> str:
    """The words for a sentence; not more of them than one can read."""
    found = [str(word) for word in words]
    return "、".join(found[:most]) + ("……" if len(found) > most else "")
