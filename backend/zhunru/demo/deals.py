"""What the demonstration's departments buy of villages, and the texts of their contracts. Figures are made up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from zhunru.contracts.models import Contract
from zhunru.contracts.schemas.texts import TermsDraft
from zhunru.purchases.models import BudgetLine, SampleClause, Template

Clause = dict[str, Any]
Span = tuple[str, int, int]
"""A period: its title, and its first and last day counted from today."""
SHARED = (1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14)
"""Of the library: what every contract needs, and the purchaser's own duties."""
COPIED = (
    "side", "kind", "heading", "text", "assessable", "measure", "unit", "levels", "must_pass", "evidence",
    "measured_by",
)  # fmt: skip
FIGURES = ("target", "tolerance", "grace_days", "weight")


@dataclass(frozen=True, kw_only=True)
class Deal:
    """One purchase. `village` counts the township's villages, days are counted from today."""

    department: str
    township: int
    village: int
    subject: str
    content: str
    service_code: str
    project: str
    price: int
    starts: int
    ends: int
    periods: tuple[Span, ...]
    instalments: tuple[tuple[str, int, int], ...]
    """Title, the period that it waits for, percent of the price."""
    own: tuple[Clause, ...] = ()
    """The provider's assessed clauses; none: those of the template for the service."""


def text_of(deal: Deal, contract: Contract, today: date) -> TermsDraft:
    """The whole text, as the form would keep it."""
    starts, ends = today + timedelta(days=deal.starts), today + timedelta(days=deal.ends)
    return TermsDraft.model_validate(
        {
            "subject": deal.subject,
            "content": deal.content,
            "service_code": deal.service_code,
            "provider_kind": contract.provider_kind,
            "provider": contract.provider,
            "basis": "不属于村（社区）依法履职事项和协助事项，列入本部门年度预算，按政府购买服务办理。",
            "method": "direct",
            "starts_on": starts.isoformat(),
            "ends_on": ends.isoformat(),
            "price": f"{deal.price}.00",
            "late_interest": "3.65",
            "payment_days": "30",
            "retention_percent": "0",
            "acceptance_plan": "每期结束后，由部门、乡镇和服务对象代表组成三人以上单数的验收小组逐条验收。",
            "clauses": _numbered(deal),
            "periods": [_period(no, span, today) for no, span in enumerate(deal.periods, start=1)],
            "instalments": [_instalment(no, deal) for no in range(1, len(deal.instalments) + 1)],
            "budget": list(_budget(deal, contract, starts.year, ends.year)),
            "bands": [
                {"from": "90", "label": "satisfied"},
                {"from": "80", "label": "basically_satisfied"},
                {"from": "60", "label": "to_be_remedied"},
            ],
        }
    )


def _numbered(deal: Deal) -> list[Clause]:
    if deal.own:
        clauses = [*_copies(SampleClause.objects.filter(seq__in=SHARED).order_by("seq")), *deal.own]
    else:
        template = Template.objects.get(service_code=deal.service_code)
        clauses = list(_copies(template.clauses.order_by("seq")))
    return [{**clause, "number": number} for number, clause in enumerate(clauses, start=1)]


def _copies(rows: Any) -> Iterator[Clause]:
    """As the form takes a clause over from the library."""
    for row in rows:
        levels = [{"level": str(one["level"]), "anchor": one["anchor"]} for one in row.levels]
        figures = {name: _typed(getattr(row, name)) for name in FIGURES}
        yield {**{name: getattr(row, name) for name in COPIED}, **figures, "levels": levels}


def _typed(figure: Decimal | int | None) -> str:
    return f"{Decimal(figure).normalize():f}" if figure else ""


def _period(no: int, span: Span, today: date) -> Mapping[str, Any]:
    title, first, last = span
    days = {"from_on": today + timedelta(days=first), "to_on": today + timedelta(days=last)}
    return {"no": no, "title": title, **{name: day.isoformat() for name, day in days.items()}}


def _instalment(no: int, deal: Deal) -> Mapping[str, Any]:
    title, period, percent = deal.instalments[no - 1]
    amount = Decimal(deal.price) * percent / 100
    return {"no": no, "title": title, "basis": "acceptance", "period": period, "amount": f"{amount:.2f}"}


def _budget(deal: Deal, contract: Contract, first: int, last: int) -> Iterator[Mapping[str, Any]]:
    """One line for each year touched, the price shared out evenly."""
    years = range(first, last + 1)
    share = Decimal(deal.price) / len(years)
    for year in years:
        line = BudgetLine.objects.get(department=contract.purchaser_id, year=year, project=deal.project)
        yield {"line": line.pk, "amount": f"{share:.2f}"}


def own(kind: str, heading: str, text: str, measure: str = "", **more: Any) -> Clause:
    """A clause of the provider's that the library does not have."""
    return {"side": "provider", "kind": kind, "heading": heading, "text": text, "assessable": bool(measure),
            "measure": measure, **more}  # fmt: skip


WATER = (
    own("service_content", "管护内容", "承接主体巡查约定渠道，清理杂草、淤泥和漂浮物，发现损坏及时报告。"),
    own("quantity", "巡查次数", "每个验收期巡查渠道不少于24次。", "count", unit="次", target="24", weight="40"),
    own("quality", "渠道畅通抽查", "抽查不少于10段，无淤积、无堵塞为合格。", "sample", unit="段", weight="30"),
    own("timeliness", "损坏报告时限", "发现渠道损坏的，应当在一日内报告。", "deadline", grace_days="5", weight="20"),
    own("safety", "作业安全", "验收期内未发生责任安全事故。", "boolean", weight="10", must_pass=True),
)  # fmt: skip
TELLING = (
    own("service_content", "宣传内容", "承接主体逐户说明节水办法和轮灌次序，张贴说明材料。"),
    own("quantity", "入户户数", "每个验收期入户宣传不少于60户。", "count", unit="户", target="60", weight="60"),
    own("quality", "农户知晓抽查", "抽查不少于20户，能说出本户轮灌次序为合格。", "sample", unit="户", weight="40"),
)  # fmt: skip

DRAFTED = Deal(
    department="farming", township=0, village=0, subject="村内道路清扫保洁", service_code="C13050100",
    content="清扫约定区域内的道路、巷道和广场，收集垃圾并投放至收集点。", project="农村人居环境保洁购买服务（演示）",
    price=36_000, starts=10, ends=130, periods=(("第一期", 10, 70), ("第二期", 71, 130)),
    instalments=(("第一期服务费", 1, 50), ("第二期服务费", 2, 50)),
)  # fmt: skip
OFFERED = Deal(
    department="safety", township=0, village=1, subject="林区日常看护和火源劝导", service_code="C09020500",
    content="防火期内在约定林区看护、劝导火源、登记进山人员。", project="森林防火巡护购买服务（演示）",
    price=48_000, starts=7, ends=120, periods=(("防火期", 7, 120),), instalments=(("服务费", 1, 100),),
)  # fmt: skip
PERFORMED = Deal(
    department="water", township=0, village=0, subject="灌溉渠道日常管护", service_code="C09010100",
    content="管护村内灌溉渠道，清理杂草和淤泥，报告损坏。", project="农村供水管护购买服务（演示）",
    price=30_000, starts=-95, ends=120, own=WATER,
    periods=(("第一期", -95, -36), ("第二期", -35, 40), ("第三期", 41, 120)),
    instalments=(
        ("第一期服务费", 1, 30), ("第一期材料费", 1, 10), ("第二期服务费", 2, 30), ("第三期服务费", 3, 30),
    ),
)  # fmt: skip
DISPUTED = Deal(
    department="farming", township=1, village=0, subject="集中居住区清扫保洁", service_code="C13050100",
    content="清扫集中居住区内的道路、巷道和广场，收集垃圾并投放至收集点。", project="农村人居环境保洁购买服务（演示）",
    price=24_000, starts=-75, ends=100, periods=(("第一期", -75, -16), ("第二期", -15, 100)),
    instalments=(("第一期服务费", 1, 50), ("第二期服务费", 2, 50)),
)  # fmt: skip
DONE = Deal(
    department="water", township=1, village=1, subject="用水次序入户说明", service_code="C23070200",
    content="逐户说明节水办法和轮灌次序，张贴说明材料。", project="农村供水管护购买服务（演示）",
    price=12_000, starts=-145, ends=-30, own=TELLING, periods=(("第一期", -145, -90), ("第二期", -89, -30)),
    instalments=(("第一期服务费", 1, 50), ("第二期服务费", 2, 50)),
)  # fmt: skip
