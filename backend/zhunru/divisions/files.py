"""Reading one county out of a file of official division codes (columns code, name, level, parent_code)."""

from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from zhunru.core.tables import Faults, Row, read_csv

COLUMNS = ("code", "name", "level", "parent_code")
LENGTHS = {"province": 2, "prefecture": 4, "county": 6, "township": 9, "village": 12}
MAX_NAME = 50


@dataclass(frozen=True)
class Division:
    """One row: a county, township or village."""

    code: str
    name: str
    level: str
    row: Row


@dataclass
class CountyFile:
    """What a file says about one county; townships and villages in the order of the file."""

    name: str = ""
    townships: list[Division] = field(default_factory=list)
    villages: list[Division] = field(default_factory=list)


def read_county(path: Path, county: str, faults: Faults) -> CountyFile:
    """Read the rows of `county` (six digits), whatever else the file holds.

    Names are not compared: one county may well have two villages of one name. Codes may have gaps.
    """
    divisions = [found for row in read_csv(path, COLUMNS, faults) if (found := _division(row, county))]
    seen: dict[str, Row] = {}
    for division in divisions:
        _check_place(division, seen)
        seen.setdefault(division.code, division.row)
    _check_parents(divisions, seen)
    if not any(division.level == "county" for division in divisions) and not faults.found:
        faults.add(path.name, 0, "code", _("文件中没有代码为 %(code)s 的县（区）") % {"code": county})
    return _assemble(divisions)


def _division(row: Row, county: str) -> Division | None:
    """The row as a division of `county`; None for another county's, and for a code that says nothing."""
    faults_before = len(row.faults.found)
    code = row.digits("code")
    if len(row.faults.found) > faults_before or not code.startswith(county):
        return None
    name = row.text("name", max_length=MAX_NAME, required=True)
    return Division(code, name, row.choice("level", LENGTHS), row)


def _check_place(division: Division, seen: dict[str, Row]) -> None:
    """The code must stand once, have its level's length, and begin with its parent's code."""
    row, code = division.row, division.code
    if code in seen:
        row.fault("code", _("与第 %(row)s 行的代码重复") % {"row": seen[code].number})
    length = LENGTHS.get(division.level)
    if length is None:
        return
    if len(code) != length:
        said = {"level": division.level, "length": length, "now": len(code)}
        row.fault("code", _("%(level)s 的代码应为 %(length)s 位，现为 %(now)s 位") % said)
    parent = row.digits("parent_code")
    above = max((shorter for shorter in LENGTHS.values() if shorter < length), default=0)
    if parent.isdigit() and not (code.startswith(parent) and len(parent) == above):
        row.fault("parent_code", _("“%(parent)s”不是 %(code)s 的上级代码") % {"parent": parent, "code": code})


def _check_parents(divisions: list[Division], seen: dict[str, Row]) -> None:
    for division in divisions:
        parent = division.code[: LENGTHS["township"]] if division.level == "village" else None
        if parent and parent not in seen:
            division.row.fault("parent_code", _("文件中没有上级乡镇 %(parent)s") % {"parent": parent})


def _assemble(divisions: list[Division]) -> CountyFile:
    county = CountyFile()
    for division in divisions:
        if division.level == "county":
            county.name = division.name
        elif division.level == "township":
            county.townships.append(division)
        elif division.level == "village":
            county.villages.append(division)
    return county
