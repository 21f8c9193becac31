"""准入通知: lets a work matter into villages, and says within which bounds (clause 2.1c)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, Field, model_validator

from zhunru.documents.kinds.declaration import DecidedByBody, Kind, MatterFacts, Name, Sentence
from zhunru.documents.wording import chinese_date, headline, yuan


class Basis(BaseModel):
    """A law or paper that the matter rests on, in the version that was read."""

    document: Name
    article: str = ""
    version: str = ""

    def __str__(self) -> str:
        name = self.document if self.document.startswith("《") else f"《{self.document}》"
        version = f"（{self.version}）" if self.version else ""
        return f"{name}{version}{self.article}"


class Instalment(BaseModel):
    """What each village is paid by when, in yuan."""

    on: date
    amount: Annotated[Decimal, Field(gt=0, max_digits=14, decimal_places=2)]

    def __str__(self) -> str:
        return f"{chinese_date(self.on)}前拨付{yuan(self.amount)}"


class ApprovalFacts(DecidedByBody, MatterFacts):
    """Printed on an approval. Exactly one of `funding` and `no_cost_reason` is given.

    `conditions` make it a conditional one; `replaces` numbers the papers that it takes the place of: a
    provisional entry that it ratifies, for instance.
    """

    category: Name
    object_type: Name | None = None
    content: Sentence
    workload: Sentence | None = None
    bases: Annotated[list[Basis], Field(min_length=1)]
    starts_on: date
    ends_on: date | None = None
    department_duty: Sentence
    township_duty: Sentence
    village_duty: Sentence
    funding: Sentence | None = None
    funding_due: list[Instalment] = Field(default_factory=list)
    no_cost_reason: Sentence | None = None
    support: Sentence | None = None
    conditions: list[Sentence] = Field(default_factory=list)
    allowed_demands: list[Sentence] = Field(default_factory=list)
    replaces: list[Name] = Field(default_factory=list)
    complaint_phone: Name | None = None
    withdrawal_condition: Sentence = "事项办结、期限届满，或者依据废止、经费和条件不落实的"

    @model_validator(mode="after")
    def _brings_its_money(self) -> Self:
        """Clause 3.3b (费随事转): money, or the reason why none is needed."""
        if (self.funding is None) == (self.no_cost_reason is None):
            raise ValueError("请写明工作经费，或者写明无需经费的理由，二者只填其一")
        if self.funding_due and self.funding is None:
            raise ValueError("无需经费的事项不能有拨付时间")
        return self

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise ValueError("结束日期不能早于开始日期")
        return self

    @property
    def title(self) -> str:
        return headline("关于同意", self.matter_title, "工作事项进入村（社区）的通知")

    @property
    def basis_sentence(self) -> str:
        return "；".join(str(basis) for basis in self.bases)

    @property
    def period_sentence(self) -> str:
        start = f"自{chinese_date(self.starts_on)}起"
        if self.ends_on is None:
            return f"{start}施行，长期有效，每年复核一次"
        return f"{start}至{chinese_date(self.ends_on)}止"


KIND = Kind(name="approval", label=_("准入通知"), series="准", facts=ApprovalFacts, admits=True)
