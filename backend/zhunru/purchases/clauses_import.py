"""Taking over the clause library and its templates."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.core.actors import Actor
from zhunru.core.tables import Faults, Report, Row, checked, read_csv
from zhunru.purchases.choices import ClauseKind, Evidence, MeasuredBy, Side
from zhunru.purchases.imports import YES, whole
from zhunru.purchases.models import SampleClause, Service, Template

CLAUSES, TEMPLATES = "clauses.csv", "templates.csv"
CLAUSE_COLUMNS = (
    "seq", "kind", "side", "heading", "text", "mandatory", "measure", "unit", "target", "tolerance", "grace_days",
    "levels", "weight", "must_pass", "evidence", "measured_by",
)  # fmt: skip
TEMPLATE_COLUMNS = ("name", "service_code", "clauses")
MEASURES = ("", "boolean", "count", "ratio", "deadline", "sample", "survey", "scale")
FULL = Decimal(100)


@transaction.atomic
def load_library(folder: Path, *, actor: Actor) -> Report:
    """Enter the clauses and templates that are not there yet; what is there is the county's own and stays.

    Raises TableError with every fault; nothing is kept then.
    """
    with checked() as faults:
        clauses = _read_clauses(folder / CLAUSES, faults)
        templates = _read_templates(folder / TEMPLATES, clauses, faults)
    report, reason = Report(), _("导入 %(file)s") % {"file": folder.name}
    held = {clause.seq: clause for clause in SampleClause.objects.all()}
    for seq, clause in clauses.items():
        if seq in held:
            report.unchanged += 1
            continue
        clause.record(actor=actor, reason=reason)
        held[seq] = clause
        report.new.append(str(clause))
    for template, seqs in templates:
        if Template.objects.filter(name=template.name).exists():
            report.unchanged += 1
            continue
        template.record(actor=actor, reason=reason)
        template.clauses.set([held[seq] for seq in seqs])
        report.new.append(str(template))
    return report


def _read_clauses(path: Path, faults: Faults) -> dict[int, SampleClause]:
    found: dict[int, SampleClause] = {}
    for row in read_csv(path, CLAUSE_COLUMNS, faults):
        clause = _clause(row)
        if clause.seq in found:
            row.fault("seq", _("序号重复：%(seq)s") % {"seq": clause.seq})
        found[clause.seq] = clause
    return found


def _clause(row: Row) -> SampleClause:
    measure = row.choice("measure", MEASURES)
    return SampleClause(
        seq=whole(row, "seq"),
        kind=row.choice("kind", ClauseKind.values),
        side=row.choice("side", Side.values),
        heading=row.text("heading", max_length=60, required=True),
        text=row.text("text", required=True),
        mandatory=row.choice("mandatory", YES) == "yes",
        assessable=bool(measure),
        measure=measure,
        unit=row.text("unit", max_length=20),
        target=_number(row, "target"),
        tolerance=_number(row, "tolerance") or Decimal(0),
        grace_days=whole(row, "grace_days") if row.text("grace_days") else 0,
        levels=_levels(row),
        weight=_weight(row, measure),
        must_pass=row.choice("must_pass", YES) == "yes",
        evidence=row.choice("evidence", Evidence.values),
        measured_by=row.choice("measured_by", MeasuredBy.values),
    )


def _weight(row: Row, measure: str) -> Decimal:
    weight = _number(row, "weight") or Decimal(0)
    if bool(measure) != bool(weight) or weight > FULL:
        row.fault("weight", _("可评定的条款应有 100 以内的权重，其他条款没有权重"))
    return min(weight, FULL)


def _number(row: Row, column: str) -> Decimal | None:
    written = row.text(column)
    try:
        number = Decimal(written) if written else None
    except InvalidOperation:
        number = None
    if written and (number is None or not number.is_finite() or not 0 <= number < 10**10):
        row.fault(column, _("应为数字，现为“%(value)s”") % {"value": written})
        return None
    return number


def _levels(row: Row) -> list[dict[str, Any]]:
    """`0=差；1=好`: each level with its words."""
    found = []
    for part in filter(None, row.text("levels").split("；")):
        level, equals, anchor = part.partition("=")
        if not (equals and level.isascii() and level.isdigit() and anchor):
            row.fault("levels", _("应为“0=文字；1=文字”的形式"))
            return []
        found.append({"level": int(level), "anchor": anchor})
    return found


def _read_templates(path: Path, clauses: dict[int, SampleClause], faults: Faults) -> list[tuple[Template, list[int]]]:
    codes = set(Service.objects.values_list("code", flat=True))
    found = []
    for row in read_csv(path, TEMPLATE_COLUMNS, faults):
        code = row.text("service_code", max_length=9)
        if code and code not in codes:
            row.fault("service_code", _("品目目录中没有此编码：%(code)s") % {"code": code})
        seqs = [int(seq) if seq.isascii() and seq.isdigit() else -1 for seq in row.text("clauses").split(";")]
        if missing := [seq for seq in seqs if seq not in clauses]:
            row.fault("clauses", _("没有这些条款：%(seqs)s") % {"seqs": "、".join(map(str, missing))})
        else:
            _refuse_weights(row, [clauses[seq] for seq in seqs])
        found.append((Template(name=row.text("name", max_length=100, required=True), service_code=code), seqs))
    return found


def _refuse_weights(row: Row, clauses: Iterable[SampleClause]) -> None:
    """Rule P-07, of each side."""
    for side in Side:
        total = sum((clause.weight for clause in clauses if clause.side == side), Decimal(0))
        if total != FULL:
            said = {"side": side.label, "total": f"{total:g}"}
            row.fault("clauses", _("%(side)s条款的权重合计应为 100，现为 %(total)s") % said)
