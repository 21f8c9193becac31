"""整改通知书: what a department asked of villages against the rules, and by when it puts that right
(clause 4.4, rule V-03).
"""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from zhunru.documents.kinds.declaration import ComposedFacts, Kind, Name, Sentence, Sentences, titled


class Finding(BaseModel):
    """What was found and which clause or rule it goes against."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    found: Annotated[Sentence, titled(_("发现的问题"))]
    rule: Annotated[Sentence, titled(_("不符合的规定"))]


class RectificationFacts(ComposedFacts):
    """`subject` names the fault in few words: `未经准入要求村（社区）填报报表`."""

    subject: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), titled(_("问题名称"))
    ]
    found_on: Annotated[date, titled(_("发现日期"))]
    findings: Annotated[list[Finding], Field(min_length=1, max_length=20), titled(_("问题和依据"))]
    demands: Annotated[Sentences, titled(_("整改要求"))]
    due_on: Annotated[date, titled(_("整改期限"))]
    report: Annotated[Sentence, titled(_("报告方式"))]
    phone: Annotated[Name | None, titled(_("联系电话"))] = None

    @property
    def title(self) -> str:
        return f"关于{self.fault}问题的整改通知书"

    @property
    def fault(self) -> str:
        return self.subject.removesuffix("问题")


KIND = Kind(
    name="rectification",
    label=_("整改通知书"),
    place=230,
    series="整",
    facts=RectificationFacts,
    composed=True,
    voidable=True,
)
