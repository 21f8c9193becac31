"""合并通知: several matters become one (clause 1.3c 宜并则并)."""

from typing import Annotated, Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field, model_validator

from zhunru.documents.kinds.deciding import DecidedByBody, Term
from zhunru.documents.kinds.declaration import Kind, MatterFacts, MatterName, Name, Sentence, unfit
from zhunru.documents.wording import headline


class MergerFacts(DecidedByBody, Term, MatterFacts):
    """`matter_title` and `matter_code` are the new matter's; the papers of its `predecessors` are replaced."""

    predecessors: Annotated[list[MatterName], Field(max_length=50)]
    category: Name | None = None
    content: Sentence
    department_duty: Sentence
    township_duty: Sentence
    village_duty: Sentence
    funding: Sentence | None = None

    @model_validator(mode="after")
    def _joins_at_least_two(self) -> Self:
        if len({one.code for one in self.predecessors}) < max(2, len(self.predecessors)):
            raise unfit(_("合并至少涉及两个不同的工作事项"), field="predecessors")
        return self

    @property
    def title(self) -> str:
        return headline("关于合并设立", self.matter_title, "工作事项的通知")


KIND = Kind(name="merger", label=gettext_lazy("合并通知"), place=40, series="合", facts=MergerFacts, admits=True)
