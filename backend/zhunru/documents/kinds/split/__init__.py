"""拆分通知: one matter becomes several (clause 1.3c 宜分则分)."""

from typing import Annotated, Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import BaseModel, Field, model_validator

from zhunru.documents.kinds.deciding import DecidedByBody, Term
from zhunru.documents.kinds.declaration import Earlier, Kind, MatterFacts, Name, Sentence, unfit
from zhunru.documents.wording import headline


class Successor(BaseModel):
    """One of the new matters and what it asks of a village; `scope` and `funding` where they differ from the old."""

    title: Name
    code: Name
    village_duty: Sentence
    scope: Sentence | None = None
    funding: Sentence | None = None


class SplitFacts(DecidedByBody, Term, MatterFacts):
    """`matter_title` and `matter_code` are the old matter's, `paper` its paper, which is replaced."""

    paper: Earlier
    successors: Annotated[list[Successor], Field(max_length=50)]
    reason: Sentence | None = None

    @model_validator(mode="after")
    def _becomes_at_least_two(self) -> Self:
        if len({one.code for one in self.successors}) < max(2, len(self.successors)):
            raise unfit(_("拆分后应当至少有两个不同的工作事项"), field="successors")
        return self

    @property
    def title(self) -> str:
        return headline("关于拆分", self.matter_title, "工作事项的通知")


KIND = Kind(name="split", label=gettext_lazy("拆分通知"), place=50, series="分", facts=SplitFacts, admits=True)
