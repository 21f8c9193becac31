"""约谈通知书: a letter that asks the heads of a department to an interview: when, where, about what
(clause 4.4, rule V-04).
"""

from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import AwareDatetime, Field

from zhunru.documents.kinds.declaration import ComposedFacts, Kind, Name, Sentence, Sentences, titled


class InterviewNoticeFacts(ComposedFacts):
    """Whoever comes is named by post: a paper has no room for a person."""

    invited: Annotated[list[Name], Field(min_length=1, max_length=20), titled(_("约谈对象（职务）"))]
    held_by: Annotated[Name, titled(_("约谈人（职务）"))]
    meets_at: Annotated[AwareDatetime, titled(_("约谈时间"))]
    where: Annotated[Name, titled(_("约谈地点"))]
    reasons: Annotated[Sentences, titled(_("约谈事由"))]
    bring: Annotated[list[Sentence], Field(max_length=20), titled(_("需要准备的材料"))] = Field(default_factory=list)
    phone: Annotated[Name | None, titled(_("联系电话"))] = None

    @property
    def title(self) -> str:
        return "约谈通知书"


KIND = Kind(
    name="interview_notice",
    label=_("约谈通知书"),
    place=240,
    series="约",
    facts=InterviewNoticeFacts,
    form="letter",
    composed=True,
    voidable=True,
)
