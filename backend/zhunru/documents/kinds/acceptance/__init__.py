"""履约验收书: every clause with its standard, what was found and the result (clause 2.4c).

Regulation on government procurement, article 45.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field

from zhunru.documents.kinds.declaration import FIFTEEN_YEARS, Earlier, Kind, Name, Sentence, unfit
from zhunru.documents.kinds.parties import Attached, Days, PartiesFacts, Piece, Words
from zhunru.documents.wording import headline

LEAST_PANEL = 3
"""Rule P-12."""
Score = Annotated[Decimal, Field(ge=0, le=100, decimal_places=2)]


class Conclusion(StrEnum):
    """What the panel concludes; the value is what a period's status is called."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REMEDY = "remedy"
    NOT_ACCEPTED = "not_accepted"


_CONCLUDED = {
    Conclusion.ACCEPTED: "验收合格",
    Conclusion.PARTLY: "部分验收合格",
    Conclusion.REMEDY: "限期整改后重新验收",
    Conclusion.NOT_ACCEPTED: "验收不合格",
}


class Judged(Piece):
    """A clause, what it asks for, what was found, and what follows: `result` in words, as `达标` or `不适用`.

    `weight` and `reason` are empty where there is nothing to say.
    """

    number: Name
    heading: Name
    standard: Name
    actual: Name
    result: Name
    weight: Words = ""
    reason: Words = ""


class Panellist(Piece):
    """A member of the panel: in which capacity, and whether it is one of those whom the service serves."""

    name: Name
    capacity: Name
    recipient: bool = False


class Objection(Piece):
    """What the village said to a clause's result and what it was answered."""

    number: Name
    said: Sentence
    answer: Sentence


class AcceptanceFacts(PartiesFacts):
    """The acceptance of one period. `score` is None where no clause could be assessed; the band where there is none."""

    contract: Earlier
    period: Annotated[int, Field(ge=1)]
    round: Annotated[int, Field(ge=1)] = 1
    from_on: date
    to_on: date
    clauses: Annotated[list[Judged], Field(min_length=1, max_length=200)]
    duties: Annotated[list[Judged], Field(max_length=200)] = Field(default_factory=list)
    objections: Annotated[list[Objection], Field(max_length=200)] = Field(default_factory=list)
    recipients_opinion: Sentence
    panel: Annotated[list[Panellist], Field(max_length=51)]
    conclusion: Conclusion
    score: Score | None = None
    band: Words = ""
    duty_score: Score | None = None
    formula: Name
    payment_advice: Sentence
    remedy_by_on: date | None = None
    attachments: Annotated[list[Attached], Field(max_length=60)] = Field(default_factory=list)

    def check_whole(self) -> None:
        super().check_whole()
        if len(self.panel) < LEAST_PANEL or len(self.panel) % 2 == 0:
            raise unfit(_("验收小组应当为三人以上单数"), field="panel")
        if not any(one.recipient for one in self.panel):
            raise unfit(_("验收小组应当有服务对象代表"), field="panel")
        if (self.conclusion == Conclusion.REMEDY) != (self.remedy_by_on is not None):
            raise unfit(_("结论为限期整改的，应当写明整改期限；其他结论不写"), field="remedy_by_on")

    @property
    def title(self) -> str:
        return headline("", self.subject, f"政府购买服务履约验收书（第{self.period}期）")

    @property
    def concluded(self) -> str:
        return _CONCLUDED[self.conclusion]

    @property
    def days(self) -> Days:
        return Days(from_on=self.from_on, to_on=self.to_on)


KIND = Kind(
    name="acceptance",
    label=gettext_lazy("履约验收书"),
    place=210,
    series="验",
    facts=AcceptanceFacts,
    restricted=True,
    form="sheet",
    sealed_by="parties",
    keeps_days=FIFTEEN_YEARS,
)
