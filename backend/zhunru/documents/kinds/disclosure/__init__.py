"""公开栏公示单: what a village carries today, for its notice board; read from a metre away; A4, A3 (clause 2.2a)."""

from datetime import date
from typing import Annotated, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from zhunru.documents.kinds.declaration import Kind, Name, PaperFacts
from zhunru.documents.wording import chinese_date

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]


class CarriedMatter(BaseModel):
    """A matter in force here: whose it is, until when, and what money comes with it. Empty `funding` needs none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Name
    title: Name
    department: Name
    number: Name
    ends_on: date | None = None
    funding: Words = ""

    @property
    def until(self) -> str:
        return chinese_date(self.ends_on) if self.ends_on else "长期"


class ListInForce(BaseModel):
    """An edition of one of the three lists."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    edition: Annotated[int, Field(ge=1)]
    number: Name
    starts_on: date
    count: Annotated[int, Field(ge=1)]

    @property
    def starts(self) -> str:
        return chinese_date(self.starts_on)


class DisclosureFacts(PaperFacts):
    """No person stands on it. `site` is where anyone asks after a paper, `complain` how anyone objects."""

    addressee: Annotated[str, StringConstraints(max_length=200)] = ""
    township: Name
    village: Name
    shown_on: date
    size: Literal["A4", "A3"] = "A4"
    matters: Annotated[list[CarriedMatter], Field(max_length=200)] = Field(default_factory=list)
    lists: Annotated[list[ListInForce], Field(max_length=10)] = Field(default_factory=list)
    site: Name
    complain: Annotated[list[Name], Field(min_length=1, max_length=10)]

    @property
    def title(self) -> str:
        return "村（社区）承担工作事项公示"


KIND = Kind(
    name="disclosure",
    label=_("公开栏公示单"),
    place=930,
    facts=DisclosureFacts,
    form="sheet",
    sealed_by="nobody",
)
