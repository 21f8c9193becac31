"""不予承接告知单: what a village hands to whoever asks for too much (clauses 1.3a and 2.1c).

The village's own slip: no seal, no number, no entry in the register, and never a person's name.
"""

from datetime import date
from typing import Annotated, Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field, model_validator

from zhunru.documents.kinds.declaration import Kind, Name, PaperFacts, Sentence, WorkingDays, unfit
from zhunru.documents.kinds.refusal.reasons import OPINION, REASONS, Reason


class RefusalFacts(PaperFacts):
    """`addressee` is the department that asked, `matter_title` the matter's name as it was told.

    `reasons` are codes of the catalogue; `asked` says what was asked for and `asked_by` in what form.
    """

    matter_title: Name
    village: Name
    township: Name
    asked: Sentence
    asked_by: Name | None = None
    asked_on: date
    refused_on: date
    reasons: Annotated[list[Name], Field(min_length=1, max_length=len(REASONS))]
    answer_working_days: WorkingDays = 3

    @model_validator(mode="after")
    def _gives_known_reasons(self) -> Self:
        if not set(self.reasons) <= set(REASONS):
            raise unfit(_("不予承接的理由不在规定的九项之内"), field="reasons")
        if len(set(self.reasons)) < len(self.reasons):
            raise unfit(_("同一项理由只填一次"), field="reasons")
        if self.refused_on < self.asked_on:
            raise unfit(_("告知日期不能早于提出要求的日期"), field="refused_on")
        return self

    @property
    def title(self) -> str:
        return "不予承接告知单"

    @property
    def opinion(self) -> str:
        return OPINION

    @property
    def grounds(self) -> list[Reason]:
        """The reasons in the catalogue's order."""
        return [reason for code, reason in REASONS.items() if code in self.reasons]


KIND = Kind(
    name="refusal",
    label=gettext_lazy("不予承接告知单"),
    place=900,
    facts=RefusalFacts,
    form="sheet",
    sealed_by="nobody",
)
