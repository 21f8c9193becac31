"""Public contracts for the tests of open data: one in words, and any that could be, with how it came about."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from zhunru.purchases.choices import Method
from zhunru.purchases.ocds.contract import (
    Instalment,
    Milestone,
    Paper,
    PaperKind,
    Party,
    Progress,
    PublicContract,
    Standing,
    Supplement,
)

START = date(2026, 3, 1)


def sample(**values: Any) -> PublicContract:
    """A signed contract over a year's upkeep of a village's paths, in two instalments."""
    given: dict[str, Any] = {
        "number": "演社工购〔2026〕1号",
        "subject": "村内道路日常养护",
        "description": "全年养护村内道路，每月巡查两次",
        "buyer": Party("540522-department-7", "县交通运输局"),
        "supplier": Party("540522100001-committee", "甲村村民委员会", "吉雄镇", "甲村"),
        "method": Method.SINGLE_SOURCE,
        "service_code": "C16010000",
        "service_name": "市政公共设施管理服务",
        "original_price": Decimal("60000.00"),
        "price": Decimal("60000.00"),
        "starts_on": START,
        "ends_on": date(2027, 2, 28),
        "standing": Standing.ACTIVE,
        "awarded_on": date(2026, 2, 10),
        "signed_on": date(2026, 2, 20),
        "milestones": (Milestone("1", "上半年验收", due_on=date(2026, 8, 31)),),
        "instalments": (Instalment(1, "首付款", Decimal("30000.10")), Instalment(2, "尾款", Decimal("29999.90"))),
        "papers": (Paper("7K3MQ9XW2F4T", PaperKind.CONTRACT, "政府购买服务合同", date(2026, 2, 21)),),
    }
    return PublicContract(**(given | values))


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(str.strip)
OPTIONAL = st.sampled_from(["", "  "]) | TEXTS
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SUMS = st.decimals("0.01", "9999999999.99", places=2)
CODES = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=12, max_size=12)
PAPERS = st.builds(Paper, CODES, st.sampled_from(PaperKind), TEXTS, DAYS)
MAYBE = st.none() | DAYS


@st.composite
def milestones(draw: st.DrawFn) -> tuple[Milestone, ...]:
    progress = st.sampled_from(Progress)
    drawn = draw(st.lists(st.tuples(TEXTS, progress, OPTIONAL, MAYBE, MAYBE, MAYBE), max_size=5))
    return tuple(Milestone(f"{no}/1", *values) for no, values in enumerate(drawn, 1))


@st.composite
def instalments(draw: st.DrawFn) -> tuple[Instalment, ...]:
    drawn = draw(st.lists(st.tuples(TEXTS, SUMS, MAYBE, MAYBE, st.booleans()), max_size=4))
    return tuple(Instalment(no, *values) for no, values in enumerate(drawn, 1))


@st.composite
def supplements(draw: st.DrawFn) -> tuple[Supplement, ...]:
    drawn = draw(st.lists(st.tuples(DAYS, TEXTS, OPTIONAL), max_size=3))
    return tuple(Supplement(no, *values) for no, values in enumerate(drawn, 2))


@st.composite
def contracts(draw: st.DrawFn) -> PublicContract:
    """Any public contract: in each standing, with and without whatever may be missing."""
    starts_on = draw(DAYS)
    return PublicContract(
        number=draw(TEXTS), subject=draw(TEXTS), description=draw(OPTIONAL),
        buyer=Party("department-1", draw(TEXTS)),
        supplier=Party("village-1", draw(TEXTS), draw(OPTIONAL), draw(OPTIONAL)),
        method=draw(st.sampled_from(Method)), service_code="C16010000", service_name=draw(TEXTS),
        original_price=draw(SUMS), price=draw(SUMS),
        starts_on=starts_on, ends_on=starts_on + timedelta(days=draw(st.integers(0, 1095))),
        standing=draw(st.sampled_from(Standing)), awarded_on=draw(MAYBE), signed_on=draw(MAYBE),
        milestones=draw(milestones()), instalments=draw(instalments()), supplements=draw(supplements()),
        papers=tuple(draw(st.lists(PAPERS, max_size=4, unique_by=lambda paper: paper.code))),
    )  # fmt: skip


def course(contract: PublicContract) -> list[PublicContract]:
    """How it came to that: signed, supplemented, begun to be paid, then looked at, then whatever it is now."""
    planned = tuple(replace(row, progress=Progress.SCHEDULED, met_on=None) for row in contract.milestones)
    unpaid = tuple(replace(row, paid_on=None) for row in contract.instalments)
    active = Standing.CANCELLED if contract.standing is Standing.CANCELLED else Standing.ACTIVE
    signed = replace(contract, standing=active, milestones=planned, instalments=unpaid, supplements=())
    supplemented = replace(signed, supplements=contract.supplements[:1])
    begun = replace(supplemented, instalments=contract.instalments[:1] + unpaid[1:])
    performed = replace(contract, standing=active)
    return [replace(signed, standing=Standing.PENDING, papers=()), signed, supplemented, begun, performed, contract]
