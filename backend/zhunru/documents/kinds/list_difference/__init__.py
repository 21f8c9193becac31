"""清单变动对照表: what an edition of a list changes against the one before; what is removed comes first
(clause 3.2b).
"""

from datetime import date
from typing import Annotated, Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from zhunru.documents.kinds.declaration import Kind, Name, PaperFacts, unfit
from zhunru.documents.wording import chinese_date

MOST_ROWS = 600
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]


class EditionName(BaseModel):
    """An edition by its number, a draft without one, and the day on which it takes effect."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: Annotated[int, Field(ge=1)] | None = None
    effective_on: date | None = None

    def __str__(self) -> str:
        return f"第{self.number}版" if self.number else "草案"

    @property
    def dated(self) -> str:
        """`第2版（自2026年3月10日起施行）`."""
        return f"{self}（自{chinese_date(self.effective_on)}起施行）" if self.effective_on else str(self)


class MovedRow(BaseModel):
    """An entry that leaves the list, or is new in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Code
    title: Name
    village_duty: Words = ""
    reason: Words = ""


class FieldChange(BaseModel):
    """One column of an entry; `old` or `new` is empty where it stood or stands empty."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: Name
    old: Words = ""
    new: Words = ""


class ChangedRow(BaseModel):
    """An entry that stays, with what is different in it. `title` is the new one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Code
    title: Name
    reason: Words = ""
    fields: Annotated[list[FieldChange], Field(min_length=1, max_length=20)]


class ListDifferenceFacts(PaperFacts):
    """`before` is None for the first edition of a list."""

    addressee: Annotated[str, StringConstraints(max_length=200)] = ""
    list_label: Name
    county: Name
    before: EditionName | None = None
    after: EditionName
    removed: Annotated[list[MovedRow], Field(max_length=MOST_ROWS)] = Field(default_factory=list)
    added: Annotated[list[MovedRow], Field(max_length=MOST_ROWS)] = Field(default_factory=list)
    changed: Annotated[list[ChangedRow], Field(max_length=MOST_ROWS)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _names_an_entry_once(self) -> Self:
        codes = [row.code for rows in (self.removed, self.added, self.changed) for row in rows]
        if len(set(codes)) < len(codes):
            raise unfit(_("同一事项不能同时移出、新增或者变更"), field="changed")
        return self

    @property
    def title(self) -> str:
        return f"{self.list_name}变动对照表（{self.after}）"

    @property
    def list_name(self) -> str:
        return f"{self.county}村（社区）{self.list_label.removeprefix('村（社区）')}"

    @property
    def is_empty(self) -> bool:
        return not (self.removed or self.added or self.changed)


KIND = Kind(
    name="list_difference",
    label=gettext_lazy("清单变动对照表"),
    place=910,
    facts=ListDifferenceFacts,
    form="sheet",
    sealed_by="nobody",
    wide=True,
)
