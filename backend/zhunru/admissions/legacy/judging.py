"""What is wrong with a table of existing matters, cell by cell; and what its rows say when nothing is."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, cast

from django.utils.translation import gettext as _

from zhunru.accounts.models import Organisation
from zhunru.accounts.queries import departments_in_office
from zhunru.admissions.legacy.places import TOLD, Places, plain
from zhunru.admissions.legacy.table import MOST_ROWS
from zhunru.admissions.models import Matter
from zhunru.files.sheets import Preview, SheetRow

type Key = tuple[int, str]
"""The department's id and the title without forms of writing: what makes two matters one."""
OPEN = (*Matter.BINDING, Matter.Status.PENDING, Matter.Status.LEGACY)


@dataclass(frozen=True, slots=True)
class Existing:
    """One matter of the table. `department` and `scope` are what the cells name, as far as they name it."""

    row: SheetRow
    department: Organisation | None
    scope: list[str]

    def __getitem__(self, name: str) -> Any:
        return self.row.values[name]

    @property
    def key(self) -> Key | None:
        return (self.department.pk, plain(self["title"])) if self.department and self["title"] else None


def judge(preview: Preview) -> list[Existing]:
    """The matters of the table. What a rule finds wrong is filed as a fault at its cell, besides those found before."""
    if len(preview.rows) > MOST_ROWS:
        preview.fault(
            _("最多导入 %(most)s 行，现有 %(now)s 行，请分成几个文件") % {"most": MOST_ROWS, "now": len(preview.rows)}
        )
        return []
    departments, places = _departments(), Places.of_today()
    found = [_existing(row, departments, places) for row in preview.rows]
    _tell_repeated(found)
    preview.faults.sort(key=lambda fault: (fault.row, len(fault.column), fault.column))
    return found


def _existing(row: SheetRow, departments: dict[str, list[Organisation]], places: Places) -> Existing:
    _check_basis(row)
    return Existing(row, _department(row, departments), _scope(row, places))


def _departments() -> dict[str, list[Organisation]]:
    """By name and short name."""
    found: dict[str, list[Organisation]] = defaultdict(list)
    for department in departments_in_office():
        for name in {plain(department.name), plain(department.short_name)}:
            found[name].append(department)
    return found


def _department(row: SheetRow, departments: dict[str, list[Organisation]]) -> Organisation | None:
    word = cast(str, row.values["department"])
    found = departments.get(plain(word), []) if word else []
    if len(found) == 1:
        return found[0]
    if word:
        names = "、".join(department.name for department in found)
        said = {"word": word, "candidates": names}
        row.fault(
            "department",
            _("“%(word)s”不止一个：%(candidates)s；请填全称") % said
            if found
            else _("没有名为“%(word)s”的县直部门") % said,
        )
    return None


def _scope(row: SheetRow, places: Places) -> list[str]:
    codes, sentences = places.codes_of(cast(tuple[str, ...], row.values["scope"]))
    for sentence in sentences[:TOLD]:
        row.fault("scope", sentence)
    return codes


def _check_basis(row: SheetRow) -> None:
    if not row.values["document"] and (row.values["article"] or row.values["version"]):
        row.fault("document", _("填写了条款或版本日期的，请填写依据文件"))


def _tell_repeated(found: list[Existing]) -> None:
    """A matter stands once: neither twice in the table, nor in it and among those that the county knows."""
    known = _known(found)
    seen: dict[Key, int] = {}
    for one in found:
        key = one.key
        if key is None:
            continue
        if key in known:
            row_said = {"code": known[key]}
            one.row.fault("title", _("该部门已有同名事项 %(code)s") % row_said)
        elif key in seen:
            one.row.fault("title", _("与第 %(row)s 行重复：同一部门的同名事项只填一次") % {"row": seen[key]})
        seen.setdefault(key, one.row.number)


def _known(found: list[Existing]) -> dict[Key, str]:
    """Matters of these departments that are not over, with their codes."""
    departments = {one.department.pk for one in found if one.department}
    rows = Matter.objects.filter(department_id__in=departments, status__in=OPEN)
    return {(id, plain(title)): code for id, title, code in rows.values_list("department_id", "title", "code")}
