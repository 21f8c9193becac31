"""履约满意度报告: what a contract came to, clause by clause (clause 2.4d). No village is compared with another."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field, model_validator

from zhunru.documents.kinds.acceptance import Judged, Score
from zhunru.documents.kinds.declaration import (
    FIFTEEN_YEARS,
    Earlier,
    Kind,
    Name,
    PaperFacts,
    Sentence,
    TownshipScope,
    unfit,
)
from zhunru.documents.kinds.parties import Days, Piece, Words
from zhunru.documents.wording import chinese_date, headline


class Scored(Judged):
    """A clause as it was judged, with the score that is stored for it; empty where it does not apply."""

    score: Words = ""


class PeriodResult(Piece):
    """One accepted period. `score` is None where no clause could be assessed."""

    no: Annotated[int, Field(ge=1)]
    from_on: date
    to_on: date
    acceptance: Earlier | None = None
    clauses: Annotated[list[Scored], Field(min_length=1, max_length=200)]
    score: Score | None = None
    band: Words = ""

    @property
    def days(self) -> Days:
        return Days(from_on=self.from_on, to_on=self.to_on)


class SatisfactionFacts(PaperFacts):
    """`scope` is the provider's township and village. `total` and `formula` are said as the contract's rule has them.

    `formula_words`: how the total comes from the clauses' scores and weights, in a sentence.
    """

    scope: Annotated[list[TownshipScope], Field(min_length=1, max_length=1)]
    subject: Name
    contract: Earlier
    purchaser: Name
    provider: Name
    periods: Annotated[list[PeriodResult], Field(min_length=1, max_length=60)]
    total: Annotated[Decimal, Field(ge=0, le=100, decimal_places=2)] | None = None
    band: Words = ""
    formula: Name
    formula_words: Sentence

    @model_validator(mode="after")
    def _names_a_period_once(self) -> "SatisfactionFacts":
        if len({one.no for one in self.periods}) < len(self.periods):
            raise unfit(_("同一验收期只列一次"), field="periods")
        return self

    @property
    def title(self) -> str:
        return headline("", self.subject, "政府购买服务履约满意度报告")

    @property
    def contract_day(self) -> str:
        return chinese_date(self.contract.issued_on)

    @property
    def copies_to(self) -> str:
        return f"{self.scope[0].name}人民政府"


KIND = Kind(
    name="satisfaction",
    label=gettext_lazy("履约满意度报告"),
    place=270,
    series="评",
    facts=SatisfactionFacts,
    restricted=True,
    keeps_days=FIFTEEN_YEARS,
)
