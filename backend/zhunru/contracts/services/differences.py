"""What a version changes against the one that was signed before it, in words."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.contracts.models import Terms
from zhunru.contracts.rules.supplements import signed_before
from zhunru.purchases.choices import Method

FIELDS: Mapping[str, str | Promise] = {
    "content": gettext_lazy("服务内容"),
    "basis": gettext_lazy("采购依据"),
    "method": gettext_lazy("采购方式"),
    "method_reason": gettext_lazy("采用该方式的理由"),
    "starts_on": gettext_lazy("开始日期"),
    "ends_on": gettext_lazy("结束日期"),
    "term_reason": gettext_lazy("期限理由"),
    "price": gettext_lazy("合同价款"),
    "late_interest": gettext_lazy("逾期利率"),
    "payment_days": gettext_lazy("支付期限"),
    "retention_percent": gettext_lazy("质量保留金比例"),
    "acceptance_plan": gettext_lazy("验收方案"),
}
CLAUSE_FIELDS: Mapping[str, str | Promise] = {
    "heading": gettext_lazy("标题"),
    "text": gettext_lazy("内容"),
    "measure": gettext_lazy("计量方式"),
    "target": gettext_lazy("目标值"),
    "tolerance": gettext_lazy("容差"),
    "grace_days": gettext_lazy("宽限天数"),
    "weight": gettext_lazy("权重"),
    "must_pass": gettext_lazy("必须达到"),
    "evidence": gettext_lazy("佐证要求"),
    "measured_by": gettext_lazy("计量方"),
    "steps": gettext_lazy("逾期档次"),
    "levels": gettext_lazy("等级说明"),
}


class Change(NamedTuple):
    what: str
    before: str
    after: str


def difference(terms: Terms) -> list[Change]:
    """Empty for the original: there is nothing before it."""
    former = signed_before(terms)
    if former is None:
        return []
    old, new = former.text, terms.text
    return [
        *(
            Change(str(label), _said(name, old), _said(name, new))
            for name, label in FIELDS.items()
            if old.get(name) != new.get(name)
        ),
        *_clauses(old, new),
        *_rows(old, new, "periods", _("验收期")),
        *_rows(old, new, "instalments", _("付款")),
    ]


def _said(name: str, text: Mapping[str, Any]) -> str:
    value = text.get(name, "")
    if name == "method" and value in Method.values:
        return str(Method(value).label)
    return _word(value)


def _clauses(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before, after = ({row["number"]: row for row in text.get("clauses", ())} for text in (old, new))
    for number in sorted(before.keys() | after.keys()):
        was, now = before.get(number), after.get(number)
        what = _("第 %(n)s 条") % {"n": number}
        if was is None or now is None:
            yield Change(what, _clause(was), _clause(now))
            continue
        for name, label in CLAUSE_FIELDS.items():
            if was.get(name) != now.get(name):
                yield Change(f"{what} {label}", _word(was.get(name, "")), _word(now.get(name, "")))


def _clause(row: Mapping[str, Any] | None) -> str:
    return f"{row.get('heading', '')}：{row.get('text', '')}" if row else ""


def _rows(old: Mapping[str, Any], new: Mapping[str, Any], part: str, label: str) -> Iterator[Change]:
    before, after = ({row["no"]: row for row in text.get(part, ())} for text in (old, new))
    for no in sorted(before.keys() | after.keys()):
        if before.get(no) != after.get(no):
            yield Change(f"{label} {no}", _row(before.get(no)), _row(after.get(no)))


def _row(row: Mapping[str, Any] | None) -> str:
    said = ("title", "from_on", "to_on", "milestone_on", "amount")
    return " ".join(row[name] for name in said if row.get(name)) if row else ""


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, list):
        return "；".join(" ".join(str(part) for part in row.values()) for row in value)
    return str(value)
