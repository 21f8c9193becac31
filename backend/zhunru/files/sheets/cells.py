"""From a cell to a value: what people write is understood where it has one meaning, and refused where it has none."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhunru.core.tables import INVISIBLE
from zhunru.files.sheets.columns import Column, Kind, Value, listed

Cell = str | int | float | bool | date | datetime | None
"""What stands in a sheet."""

RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell that begins so, in either width, is computed by an office program."""
_NUMBER = re.compile(r"[+-]?\d{1,20}(?:\.\d{1,20})?\Z")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_DATE = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?\Z|(\d{4})(\d\d)(\d\d)\Z")
_BETWEEN = re.compile(r"[、,;\s]+")
_YEARS = range(1900, 2200)


class FaultyError(Exception):
    """The cell does not hold what its column wants; the sentence says what it should hold."""


def text_of(cell: Cell) -> str:
    """The cell as people see it: whole numbers without a point, dates as 2026-01-31, outer and hidden spaces away."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return _("是") if cell else _("否")
    if isinstance(cell, datetime):
        return cell.date().isoformat() if not (cell.hour or cell.minute) else cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return _number_text(cell)
    text = unicodedata.normalize("NFC", str(cell).translate(INVISIBLE)).replace("\r\n", "\n").strip()
    return text[1:] if text.startswith("'") and is_risky(text) else text


def is_risky(text: str) -> bool:
    """Whether a program would compute the text, or would if it had fewer apostrophes before it."""
    return text.lstrip("'").startswith(RISKY)


def _number_text(cell: float) -> str:
    text = format(Decimal(repr(cell)), "f") if abs(cell) < 1e15 else repr(cell)
    return text.removesuffix(".0")


def value_of(cell: Cell, column: Column) -> Value:
    """What the cell says. FaultyError with a sentence where it says nothing that the column could hold."""
    text = text_of(cell)
    if any(unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t" for char in text):
        raise FaultyError(_("含有无法保存的字符"))
    if not text:
        if column.required:
            raise FaultyError(_("此格不能为空"))
        return _NOTHING.get(column.kind)
    return _READERS[column.kind](text, column)


_NOTHING: dict[Kind, Value] = {Kind.TEXT: "", Kind.CHOICE: "", Kind.CODES: ()}


def nothing(column: Column) -> Value:
    """The value of a cell that is not there."""
    return _NOTHING.get(column.kind)


def _text(text: str, column: Column) -> str:
    if len(text) > column.max_length:
        said = {"most": column.max_length, "now": len(text)}
        raise FaultyError(_("最多 %(most)s 个字，现有 %(now)s 个字") % said)
    return text


def _date(text: str, column: Column) -> date:
    found = _DATE.match(unicodedata.normalize("NFKC", text))
    try:
        year, month, day = map(int, filter(None, found.groups())) if found else (0, 0, 0)
        if year in _YEARS:
            return date(year, month, day)
    except ValueError:
        pass
    raise FaultyError(_("应为日期，如 2026-01-31，现为“%(value)s”") % {"value": _shown(text)})


def _number(text: str, column: Column) -> Decimal:
    digits = unicodedata.normalize("NFKC", text)
    if _THOUSANDS.match(digits):
        digits = digits.replace(",", "")
    if not (digits.isascii() and _NUMBER.match(digits)):
        raise FaultyError(_("应为数字，现为“%(value)s”") % {"value": _shown(text)})
    number = Decimal(digits)
    rounded = round(number, column.places)
    if abs(number - rounded) > Decimal("1e-9"):
        raise FaultyError(_("最多 %(places)s 位小数") % {"places": column.places} if column.places else _("应为整数"))
    if not column.at_least <= rounded <= column.at_most:
        said = {"from": column.at_least, "to": column.at_most}
        raise FaultyError(_("应在 %(from)s 至 %(to)s 之间") % said)
    return rounded


def _choice(text: str, column: Column) -> str:
    word = unicodedata.normalize("NFKC", text)
    for value, label in column.choices.items():
        if word in (value, unicodedata.normalize("NFKC", str(label))):
            return value
    said = {"allowed": listed(column.choices.values()), "value": _shown(text)}
    raise FaultyError(_("应为 %(allowed)s 之一，现为“%(value)s”") % said)


def _codes(text: str, column: Column) -> tuple[str, ...]:
    words = [word for word in _BETWEEN.split(unicodedata.normalize("NFKC", text)) if word]
    read = _choice if column.choices else _text
    return tuple(dict.fromkeys(read(word, column) for word in words))


def _shown(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}……"


_READERS: dict[Kind, Callable[[str, Column], Value]] = {
    Kind.TEXT: _text,
    Kind.DATE: _date,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.CODES: _codes,
}
