"""通报: tells the whole county what happened and what is asked of all (clause 4.4, rule V-05)."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import Field, StringConstraints

from zhunru.documents.kinds.declaration import ComposedFacts, Kind, Name, Sentence, Sentences, titled


class CircularFacts(ComposedFacts):
    """`addressee` may name several: `各乡镇人民政府，县级各部门`. A leader has approved it, by number."""

    subject: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), titled(_("通报事由"))
    ]
    approval_number: Annotated[Name, titled(_("领导批准文号"))]
    approved_on: Annotated[date, titled(_("批准日期"))]
    happened: Annotated[Sentences, titled(_("基本情况"))]
    causes: Annotated[list[Sentence], Field(max_length=20), titled(_("原因"))] = Field(default_factory=list)
    handled: Annotated[list[Sentence], Field(max_length=20), titled(_("处理情况"))] = Field(default_factory=list)
    asked: Annotated[Sentences, titled(_("工作要求"))]

    @property
    def title(self) -> str:
        return f"关于{self.subject}的通报"


KIND = Kind(
    name="circular",
    label=_("通报"),
    place=260,
    series="通",
    facts=CircularFacts,
    last_page_even=True,
    composed=True,
    voidable=True,
)
