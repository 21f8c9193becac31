"""Taking over the names of a county's departments."""

from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.core.history import create_many
from zhunru.core.tables import Faults, Report, Row, checked, read_csv

COLUMNS = ("name_as_printed", "short_name", "full_form_if_abbreviated", "kind", "level", "source_url")
KINDS = ("government", "party", "vertical_or_branch", "mass_org", "coordination_office", "decision_body")
FUNCTIONS = {"财政局": Organisation.Function.FINANCE, "司法局": Organisation.Function.JUSTICE}
NO_APPLICANTS = ("decision_body",)
OFFICE_ENDING = "委社会工作部"
"""The office that runs admission is set up by itself, with its full name: it does not apply to itself."""


@transaction.atomic
def import_departments(path: Path, *, actor: Actor) -> Report:
    """Bring the county's departments to what `path` says; a second run changes nothing.

    The file may name the bodies of several districts and cities; each body is taken once, under its county name.
    Raises TableError with every fault; nothing is kept then.
    """
    report = Report()
    with checked() as faults:
        departments = _read(path, faults, report)
    known = {department.name: department for department in Organisation.objects.filter(name__in=departments)}
    reason = _("导入 %(file)s") % {"file": path.name}
    new = [department for name, department in departments.items() if name not in known]
    create_many(Organisation, new, actor=actor, reason=reason)
    report.new.extend(department.name for department in new)
    for name, department in known.items():
        _change(department, departments[name], actor, reason, report)
    return report


def county_name(name: str) -> str:
    """The name a body bears in a county: 民政局 is 县民政局, 市委组织部 is 县委组织部, 公安分局 is 县公安局."""
    name = _in_county(name)
    return name if name.startswith("县") else f"县{name}"


def _in_county(name: str) -> str:
    """A city's or district's body under the word that a county has for it."""
    if name.startswith(("市委", "区委")):
        return f"县{name[1:]}"
    return f"{name.removesuffix('分局')}局" if name.endswith("分局") else name


def _read(path: Path, faults: Faults, report: Report) -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    rows: dict[str, Row] = {}
    for row in read_csv(path, COLUMNS, faults):
        department = _department(row)
        name, kind = department.name, row.choice("kind", KINDS)
        if kind in NO_APPLICANTS or name.endswith(OFFICE_ENDING):
            report.skipped.append(_("%(place)s：%(name)s 不作为申请部门") % {"place": row.place, "name": name})
        elif rows.setdefault(name, row) is not row:
            said = {"place": row.place, "name": name, "row": rows[name].number}
            report.skipped.append(_("%(place)s：%(name)s 已见于第 %(row)s 行") % said)
        else:
            found[name] = department
    return found


def _department(row: Row) -> Organisation:
    row.text("name_as_printed", required=True)
    short_name = row.text("short_name", max_length=49, required=True)
    full_name = row.text("full_form_if_abbreviated", max_length=99) or short_name
    return Organisation(
        name=county_name(full_name),
        short_name=_in_county(short_name),
        kind=Organisation.Kind.DEPARTMENT,
        function=FUNCTIONS.get(_in_county(short_name), ""),
        source=row.text("source_url"),
    )


def _change(known: Organisation, wanted: Organisation, actor: Actor, reason: str, report: Report) -> None:
    if (known.short_name, known.source) == (wanted.short_name, wanted.source):
        report.unchanged += 1
        return
    known.short_name, known.source = wanted.short_name, wanted.source
    known.record(actor=actor, reason=reason)
    report.changed.append(known.name)
