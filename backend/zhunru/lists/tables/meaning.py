"""What a row says of an entry: several rows may be one entry, and some cells say more than their column asks."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from zhunru.core.text import MAX_TEXT
from zhunru.files.sheets import SheetRow, text_of
from zhunru.lists.models import Entry
from zhunru.lists.tables.columns import NO, YES

WRITTEN = (
    "seq", "category", "title", "title_bo", "village_duty", "village_duty_bo", "legal_basis", "basis_version",
    "lead_department", "supporting_departments", "applies_to", "funding", "deviation", "deviation_reason", "remark",
)  # fmt: skip
"""Columns of the table that are columns of an entry."""
BETWEEN = {
    "village_duty": "\n",
    "legal_basis": "；",
    "basis_version": "；",
    "lead_department": "、",
    "supporting_departments": "、",
    "remark": "；",
}
"""What stands between the texts of rows that are one entry."""
MOST_SEQ = 99_999


def plain(text: str) -> str:
    """A text without forms of width and spaces: what makes two of them one."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def joined(rows: Iterable[SheetRow]) -> list[tuple[SheetRow, bool]]:
    """One row for each entry, and whether others have gone into it: where the title is merged over several rows, they
    are one entry with several bases."""
    found: list[tuple[SheetRow, bool]] = []
    for row in rows:
        if found and _goes_on(found[-1][0], row):
            _join(found[-1][0], row)
            found[-1] = found[-1][0], True
        else:
            found.append((row, False))
    return found


def _goes_on(first: SheetRow, row: SheetRow) -> bool:
    """Whether the row's title is the cell above, merged."""
    place = row.section.places.get("title")
    stands = place is not None and row.section.grid.cell(row.number - 1, place) is not None
    return bool(not stands and row.sheet == first.sheet and row.values["title"] == first.values["title"] != "")


def _join(first: SheetRow, row: SheetRow) -> None:
    """What the row says goes to the first row of its entry, and the row itself is left with nothing."""
    names = [column.name for column in row.preview.columns]
    row.unguess(*names)
    for name, stood in zip(names, row.shown(), strict=True):
        if stood:
            said = _("标题单元格合并，内容并入第 %(row)s 行") % {"row": first.number}
            row.guess(name, said, stood=stood, understood="")
    for name, stood in zip(names, first.shown(), strict=True):
        one, other = str(first.values[name]), str(row.values[name])
        if name in BETWEEN and other and other not in one.split(BETWEEN[name]):
            whole = BETWEEN[name].join(filter(None, (one, other)))
            first.values[name] = whole
            first.unguess(name)
            first.guess(name, _("并入了标题合并的各行"), stood=stood, understood=whole)
            if len(whole) > room(name):
                first.fault(name, _("合并的各行合计超过 %(most)s 个字") % {"most": room(name)})


def as_it_stands(row: SheetRow, name: str) -> str | None:
    """The text of a cell as it stands; None where what it means is told by its place, as that of a merged cell is."""
    place = row.section.places.get(name)
    if place is None:
        return None
    at = row.number - 1
    if (at, place) in row.section.under:
        return None
    return text_of(row.section.grid.cell(at, place))


def room(name: str) -> int:
    """How many characters an entry has for it."""
    return getattr(Entry._meta.get_field(name), "max_length", None) or MAX_TEXT


def values_of(row: SheetRow) -> dict[str, Any]:
    """By the entry's columns; those that the table does not have are not among them."""
    values: dict[str, Any] = {}
    for name in WRITTEN:
        if name in row.section.places or row.values[name]:
            values[name] = row.values[name]
    if "seq" in values:
        values["seq"] = _number(str(values["seq"]))
    if "applies_to" in values:
        values["applies_to"] = list(values["applies_to"])
    if "deviation" in values or values.get("deviation_reason"):
        values.update(_deviation(row))
    return values


def _number(text: str) -> int | None:
    """A plain number; 一 and 1.1 say nothing about the order of the whole list."""
    digits = unicodedata.normalize("NFKC", text)
    return int(digits) if digits.isascii() and digits.isdigit() and 0 < int(digits[:6]) <= MOST_SEQ else None


def _deviation(row: SheetRow) -> dict[str, Any]:
    """Yes or no; a reason alone means yes, and so does a reason that stands in the column of yes and no."""
    said, reason = str(row.values["deviation"]), str(row.values["deviation_reason"])
    if said in (YES, NO):
        return {"deviation": said == YES}
    if said and not reason:
        row.guess("deviation", _("按有差异理解，所写作为理由"), stood=said, understood=YES)
        row.guess("deviation_reason", _("取自“与指导清单差异”"), stood="", understood=said)
        return {"deviation": True, "deviation_reason": said}
    if said or reason:
        row.guess("deviation", _("写有差异理由，按有差异理解"), stood=said, understood=YES)
    return {"deviation": bool(said or reason)}
