"""撤销通知: ends a matter in every village at once (clause 2.1d)."""

from datetime import date
from typing import Annotated, Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import BaseModel, Field, model_validator

from zhunru.documents.kinds.deciding import Decided
from zhunru.documents.kinds.declaration import Kind, MatterFacts, Name, Sentence, unfit
from zhunru.documents.wording import headline


class Petition(BaseModel):
    """How many of the villages in scope asked for it to leave (clause 1.3a)."""

    villages: Annotated[int, Field(ge=1)]
    of: Annotated[int, Field(ge=1)]

    @model_validator(mode="after")
    def _counts(self) -> Self:
        if self.villages > self.of:
            raise unfit(_("提出退出要求的村（社区）不能多于事项涉及的村（社区）"), field="petition")
        return self


class WithdrawalFacts(Decided, MatterFacts):
    """Printed on a withdrawal. `closures`: which ledgers are closed and which boards come down."""

    approval_number: Name
    approved_on: date
    reason: Sentence
    withdrawn_on: date
    completion_report: Sentence | None = None
    settlement: Sentence | None = None
    closures: list[Sentence] = Field(default_factory=list)
    petition: Petition | None = None

    @property
    def title(self) -> str:
        return headline("关于撤销", self.matter_title, "工作事项的通知")


KIND = Kind(name="withdrawal", label=gettext_lazy("撤销通知"), place=110, series="撤", facts=WithdrawalFacts)
