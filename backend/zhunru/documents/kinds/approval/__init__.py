"""准入通知: lets a work matter into villages, and says within which bounds (clause 2.1c)."""

from datetime import date
from typing import Annotated, Self

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, Field, model_validator

from zhunru.documents.kinds.declaration import Kind, Name, PaperFacts, Sentence
from zhunru.documents.wording import chinese_date, quoted


class Basis(BaseModel):
    """A law or paper that the matter rests on, in the version that was read."""

    document: Name
    article: str = ""
    version: str = ""

    def __str__(self) -> str:
        name = self.document if self.document.startswith("《") else f"《{self.document}》"
        version = f"（{self.version}）" if self.version else ""
        return f"{name}{version}{self.article}"


class ApprovalFacts(PaperFacts):
    """Printed on an approval. Exactly one of `funding` and `no_cost_reason` is given."""

    category: Name
    content: Sentence
    bases: Annotated[list[Basis], Field(min_length=1)]
    starts_on: date
    ends_on: date | None = None
    department_duty: Sentence
    township_duty: Sentence
    village_duty: Sentence
    funding: Sentence | None = None
    no_cost_reason: Sentence | None = None
    decision_number: Name
    decided_on: date
    withdrawal_condition: Sentence = "事项办结、期限届满，或者依据废止、经费和条件不落实的"

    @model_validator(mode="after")
    def _brings_its_money(self) -> Self:
        """Clause 3.3b (费随事转): money, or the reason why none is needed."""
        if (self.funding is None) == (self.no_cost_reason is None):
            raise ValueError("funding or no_cost_reason, exactly one")
        return self

    @property
    def title(self) -> str:
        return f"关于同意{quoted(self.matter_title)}工作事项进入村（社区）的通知"

    @property
    def basis_sentence(self) -> str:
        return "；".join(str(basis) for basis in self.bases)

    @property
    def period_sentence(self) -> str:
        start = f"自{chinese_date(self.starts_on)}起"
        if self.ends_on is None:
            return f"{start}施行，长期有效，每年复核一次"
        return f"{start}至{chinese_date(self.ends_on)}止"


KIND = Kind(name="approval", label=_("准入通知"), series="准", facts=ApprovalFacts)
