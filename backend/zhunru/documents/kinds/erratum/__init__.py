"""更正通知: what an earlier paper says wrongly and how it is to be read. The earlier paper never changes
(clause 2.1b).
"""

from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, ConfigDict, Field

from zhunru.documents.kinds.declaration import ComposedFacts, Earlier, Kind, Name, Sentence, titled


class Reading(BaseModel):
    """A passage: where it stands, what stands there and what should."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    place: Annotated[Name, titled(_("更正处"))]
    reads: Annotated[Sentence, titled(_("原文"))]
    should_read: Annotated[Sentence, titled(_("更正为"))]


class ErratumFacts(ComposedFacts):
    """`paper` is the paper corrected, which stays in force; `paper_title` its title."""

    paper: Annotated[Earlier, titled(_("更正的文书"))]
    paper_title: Annotated[Name, titled(_("原文书标题"))]
    readings: Annotated[list[Reading], Field(min_length=1, max_length=50), titled(_("更正内容"))]
    reason: Annotated[Sentence | None, titled(_("更正原因"))] = None

    @property
    def title(self) -> str:
        return f"关于更正{self.paper.number}的通知"


KIND = Kind(
    name="erratum",
    label=_("更正通知"),
    place=220,
    series="正",
    facts=ErratumFacts,
    composed=True,
    voidable=True,
)
