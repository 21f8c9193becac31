"""政府购买服务合同: between a department and a village's own body, measured by its clauses alone (clause 2.4c)."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field

from zhunru.documents.amounts import capital_amount
from zhunru.documents.kinds.declaration import FIFTEEN_YEARS, Kind, Name, Sentence, unfit
from zhunru.documents.kinds.parties import (
    Attached,
    ClauseGroup,
    ClauseLine,
    Days,
    Deliberation,
    Money,
    PartiesFacts,
    Piece,
    Words,
    grouped,
)
from zhunru.documents.wording import headline


class BudgetShare(Piece):
    """What one line of the budget pays."""

    year: Annotated[int, Field(ge=2000, le=2999)]
    function_code: Name
    economic_code: Name
    project: Name
    amount: Money


class Payment(Piece):
    """An instalment: `bound_to` and `due` in words, as `第1期验收合格`, `验收合格之日起30日内`."""

    no: Annotated[int, Field(ge=1)]
    bound_to: Name
    amount: Money
    due: Name


class AcceptancePeriod(Days):
    """What is accepted together."""

    no: Annotated[int, Field(ge=1)]


class Band(Piece):
    """From which score a result is called so."""

    label: Name
    least: Annotated[Decimal, Field(ge=0, le=100)]


class ContractFacts(PartiesFacts):
    """A contract as both sides sign it. Without bands a period is told clause by clause, without a word for the whole.

    Not `starts_on` and `ends_on`: a contract's paper holds until another one ends it, settlement included.
    """

    service_code: Name
    service_name: Name
    content: Sentence
    basis: Sentence
    method: Name
    from_on: date
    to_on: date
    term_reason: Sentence | None = None
    price: Money
    budget: Annotated[list[BudgetShare], Field(max_length=20)] = Field(default_factory=list)
    payments: Annotated[list[Payment], Field(max_length=60)] = Field(default_factory=list)
    periods: Annotated[list[AcceptancePeriod], Field(max_length=60)] = Field(default_factory=list)
    panel: Sentence
    clauses: Annotated[list[ClauseLine], Field(max_length=200)] = Field(default_factory=list)
    bands: Annotated[list[Band], Field(max_length=10)] = Field(default_factory=list)
    formula: Words = ""
    deliberation: Deliberation | None = None
    attachments: Annotated[list[Attached], Field(max_length=60)] = Field(default_factory=list)

    def check_whole(self) -> None:
        super().check_whole()
        for name in ("budget", "payments", "periods", "clauses", "deliberation", "formula"):
            if not getattr(self, name):
                raise unfit(_("合同尚缺必备内容，补全后再签订"), field=name)
        if self.to_on < self.from_on:
            raise unfit(_("结束日期不能早于开始日期"), field="to_on")
        if sum(one.amount for one in self.budget) != self.price:
            raise unfit(_("各项预算金额之和应当等于合同价款"), field="budget")
        if sum(one.amount for one in self.payments) != self.price:
            raise unfit(_("各期付款金额之和应当等于合同价款"), field="payments")
        if sum(one.measure.weight for one in self.provided if one.measure) != 100:
            raise unfit(_("乙方可评条款的权重之和应当为100"), field="clauses")

    @property
    def title(self) -> str:
        return headline("", self.subject, "政府购买服务合同")

    @property
    def price_in_capitals(self) -> str:
        return capital_amount(self.price)

    @property
    def provided(self) -> list[ClauseLine]:
        return [one for one in self.clauses if one.side == "provider"]

    @property
    def provider_groups(self) -> list[ClauseGroup]:
        return grouped(self.provided)

    @property
    def purchaser_groups(self) -> list[ClauseGroup]:
        return grouped([one for one in self.clauses if one.side == "purchaser"])

    @property
    def rates_purchaser(self) -> bool:
        return any(one.measure for one in self.clauses if one.side == "purchaser")

    @property
    def banded(self) -> list[str]:
        """`满意：90分以上`, `基本满意：80分以上不满90分`, from the best down."""
        ordered = sorted(self.bands, key=lambda one: one.least, reverse=True)
        limits = ["", *(f"不满{one.least:f}分" for one in ordered)]
        return [f"{one.label}：{one.least:f}分以上{limit}" for one, limit in zip(ordered, limits, strict=False)]

    @property
    def term(self) -> Days:
        return Days(from_on=self.from_on, to_on=self.to_on)


KIND = Kind(
    name="contract",
    label=gettext_lazy("政府购买服务合同"),
    place=190,
    series="购",
    facts=ContractFacts,
    form="sheet",
    sealed_by="parties",
    keeps_days=FIFTEEN_YEARS,
)
