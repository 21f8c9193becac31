"""补充合同: what both sides change in a contract, as it was and as it is from now on (clause 2.4c).

Law on government procurement, article 49.
"""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field

from zhunru.documents.amounts import capital_amount
from zhunru.documents.kinds.adjustment import Change
from zhunru.documents.kinds.declaration import FIFTEEN_YEARS, Earlier, Kind, Sentence, unfit
from zhunru.documents.kinds.parties import Attached, Deliberation, Money, PartiesFacts
from zhunru.documents.wording import headline


class SupplementFacts(PartiesFacts):
    """`contract` is the original contract's paper; price and last day are given before and after, changed or not."""

    contract: Earlier
    no: Annotated[int, Field(ge=1)]
    reason: Sentence
    changes: Annotated[list[Change], Field(max_length=200)] = Field(default_factory=list)
    price_before: Money
    price: Money
    ended_on: date
    to_on: date
    deliberation: Deliberation | None = None
    attachments: Annotated[list[Attached], Field(max_length=60)] = Field(default_factory=list)

    def check_whole(self) -> None:
        super().check_whole()
        if not (self.changes or self.changes_price or self.changes_term):
            raise unfit(_("补充合同应当至少变更一项"), field="changes")

    @property
    def title(self) -> str:
        return headline("", self.subject, f"政府购买服务补充合同（第{self.no}号）")

    @property
    def changes_price(self) -> bool:
        return self.price != self.price_before

    @property
    def changes_term(self) -> bool:
        return self.to_on != self.ended_on

    @property
    def before_in_capitals(self) -> str:
        return capital_amount(self.price_before)

    @property
    def price_in_capitals(self) -> str:
        return capital_amount(self.price)


KIND = Kind(
    name="supplement",
    label=gettext_lazy("补充合同"),
    place=200,
    series="购补",
    facts=SupplementFacts,
    form="sheet",
    sealed_by="parties",
    keeps_days=FIFTEEN_YEARS,
)
