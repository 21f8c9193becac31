"""紧急事项先行进入登记单: an urgent matter is in villages already and not yet approved (clause 2.1e 先进后批)."""

from datetime import date
from typing import Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import AwareDatetime, model_validator

from zhunru.documents.kinds.declaration import Kind, MatterFacts, Name, Sentence, Sentences, unfit
from zhunru.documents.wording import headline


class ProvisionalFacts(MatterFacts):
    """`ends_on`: the last day on which it may hold at all. A due day is empty where the calendar is missing.

    `registered_by`: who registered it where that was not the department itself.
    """

    ground: Sentence
    entered_at: AwareDatetime
    registered_at: AwareDatetime
    registered_by: Name | None = None
    asked: Sentences
    apply_working_days: int = 5
    apply_by_on: date | None = None
    decide_working_days: int = 10
    decide_by_on: date | None = None
    ends_on: date

    @model_validator(mode="after")
    def _is_registered_after_it_entered(self) -> Self:
        if self.registered_at < self.entered_at:
            raise unfit(_("登记时间不能早于先行进入的时间"), field="registered_at")
        return self

    @property
    def title(self) -> str:
        return headline("", self.matter_title, "紧急事项先行进入登记单")


KIND = Kind(
    name="provisional", label=gettext_lazy("紧急事项先行进入登记单"), place=60, series="急", facts=ProvisionalFacts
)
