"""约谈纪要: who was there, by post, what was said and what was agreed until when. Minutes bear no seal
(clause 4.4; GB/T 9704-2012, 10.3).
"""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from zhunru.documents.kinds.declaration import ComposedFacts, Earlier, Kind, Name, Sentence, Sentences, titled
from zhunru.documents.wording import chinese_date


class Attendant(BaseModel):
    """Who was there: the unit and the post, never the name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: Annotated[Name, titled(_("单位"))]
    post: Annotated[Name, titled(_("职务"))]

    def __str__(self) -> str:
        return f"{self.unit}{self.post}"


class Agreed(BaseModel):
    """What one side does until when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: Annotated[Sentence, titled(_("议定事项"))]
    by: Annotated[Name, titled(_("负责单位"))]
    until_on: Annotated[date, titled(_("完成期限"))]

    @property
    def until(self) -> str:
        return chinese_date(self.until_on)


class InterviewRecordFacts(ComposedFacts):
    """`addressee` is the unit that was interviewed; minutes go to those present and to `copies`, without a salutation.

    `notice`: the letter that asked for it.
    """

    met_at: Annotated[AwareDatetime, titled(_("约谈时间"))]
    where: Annotated[Name, titled(_("约谈地点"))]
    chair: Annotated[Attendant, titled(_("主持"))]
    present: Annotated[list[Attendant], Field(min_length=1, max_length=50), titled(_("出席"))]
    absent: Annotated[list[Attendant], Field(max_length=50), titled(_("请假"))] = Field(default_factory=list)
    listening: Annotated[list[Attendant], Field(max_length=50), titled(_("列席"))] = Field(default_factory=list)
    notice: Annotated[Earlier | None, titled(_("约谈通知书"))] = None
    reasons: Annotated[Sentences, titled(_("约谈事由"))]
    said: Annotated[Sentences, titled(_("被约谈单位说明的情况"))]
    agreed: Annotated[list[Agreed], Field(min_length=1, max_length=50), titled(_("议定事项"))]

    @property
    def chairing(self) -> list[Attendant]:
        return [self.chair]

    @property
    def title(self) -> str:
        return f"约谈{self.addressee}纪要"


KIND = Kind(
    name="interview_record",
    label=_("约谈纪要"),
    place=250,
    series="纪",
    facts=InterviewRecordFacts,
    form="minutes",
    impressed=False,
    composed=True,
    voidable=True,
)
