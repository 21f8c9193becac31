"""准入通知: lets a work matter into villages, and says within which bounds (clause 2.1c)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import BaseModel, Field, model_validator

from zhunru.documents.kinds.deciding import DecidedByBody, Term
from zhunru.documents.kinds.declaration import Kind, MatterFacts, Name, Sentence, unfit
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


class ApprovalFacts(DecidedByBody, Term, MatterFacts):
    """Printed on an approval. Exactly one of `funding` and `no_cost_reason` is given.

    `conditions` make it a conditional one; `replaces` numbers the papers that it takes the place of: a
    provisional entry that it ratifies, for instance.
    """

    category: Name
    object_type: Name | None = None
    content: Sentence
    workload: Sentence | None = None
    bases: Annotated[list[Basis], Field(min_length=1)]
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
            raise unfit(_("请写明工作经费，或者写明无需经费的理由，二者只填其一"), field="funding")
        if self.funding_due and self.funding is None:
            raise unfit(_("无需经费的事项不能有拨付时间"), field="funding_due")
        return self

    @property
    def title(self) -> str:
        return headline("关于同意", self.matter_title, "工作事项进入村（社区）的通知")

    @property
    def basis_sentence(self) -> str:
        return "；".join(str(basis) for basis in self.bases)


KIND = Kind(name="approval", label=gettext_lazy("准入通知"), place=10, series="准", facts=ApprovalFacts, admits=True)
