"""What a kind of paper declares, and the pieces of facts that several kinds share."""

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Annotated, Any, Self

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    StringConstraints,
    ValidationError,
    model_validator,
)

from zhunru.configuration.choices import Body
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Village
from zhunru.documents.wording import chinese_date, quoted

SHORT_SCOPE = 12
"""Up to so many villages are named in the text; more become an attachment."""

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Sentence = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=4000),
    AfterValidator(lambda text: " ".join(text.split()).rstrip("。；;. ")),
]
"""Prose of a form field, made one sentence: the template writes its full stop."""
Sentences = Annotated[list[Sentence], Field(min_length=1, max_length=50)]
"""At least one; printed as a numbered list."""
WorkingDays = Annotated[int, Field(ge=1, le=250)]


def unfit(sentence: str, *, field: str) -> DomainError:
    """What is said when a paper cannot say what it was given."""
    return DomainError("paper_incomplete", sentence, field=field)


class TownshipScope(BaseModel):
    """A township and those of its villages that a paper covers, by name."""

    model_config = ConfigDict(frozen=True)

    code: Annotated[str, Field(pattern=r"^\d{9}$")]
    name: Name
    villages: list[Name]

    @classmethod
    def of(cls, villages: Iterable[Village]) -> list[Self]:
        """Villages, in order of their townships, each with those that come together."""
        return [
            cls(code=township.code, name=township.name, villages=[village.name for village in found])
            for township, found in groupby(villages, key=lambda village: village.township)
        ]


class Earlier(BaseModel):
    """A paper that was issued before and that this one points at."""

    model_config = ConfigDict(frozen=True)

    number: Name
    issued_on: date

    def __str__(self) -> str:
        return f"{self.number}（{chinese_date(self.issued_on)}）"


class MatterName(BaseModel):
    """Another matter by its title and permanent code, with the number of its paper where it has one."""

    model_config = ConfigDict(frozen=True)

    title: Name
    code: Name
    number: Name | None = None

    def __str__(self) -> str:
        paper = f"，{self.number}" if self.number else ""
        return f"{quoted(self.title)}（{self.code}{paper}）"


class PaperFacts(BaseModel):
    """What is printed on a paper and kept with it: never a person's data.

    Facts that cannot be printed are a DomainError: what is missing was left out by someone who can add it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    addressee: Name
    matter_title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    """Empty where a paper is about no single matter."""
    matter_code: Annotated[str, StringConstraints(max_length=200)] = ""
    scope: list[TownshipScope] = Field(default_factory=list)
    whole_county: bool = False

    @model_validator(mode="wrap")
    @classmethod
    def _say_what_is_wrong(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return handler(data)
        except ValidationError as error:
            first = error.errors()[0]
            field = str(first["loc"][0]) if first["loc"] else ""
            raise unfit(_("文书所需的内容不完整或者不合要求，请补全后再制发"), field=field) from error

    @property
    @abstractmethod
    def title(self) -> str:
        """The paper's title."""

    @property
    def is_draft(self) -> bool:
        """Not final yet: it may be drawn, never issued."""
        return False

    def kept(self) -> dict[str, Any]:
        """What the register keeps, as JSON: everything, unless part of it is kept elsewhere for good."""
        return self.model_dump(mode="json")

    @property
    def village_count(self) -> int:
        return sum(len(township.villages) for township in self.scope)

    @property
    def has_attachment(self) -> bool:
        """A long list of villages stands behind the text."""
        return self.village_count > SHORT_SCOPE

    @property
    def scope_sentence(self) -> str:
        """`全县9个乡镇43个村（社区）`, or each village by name where they are few."""
        count = f"{len(self.scope)}个乡镇{self.village_count}个村（社区）"
        if self.has_attachment:
            return f"全县{count}" if self.whole_county else count
        named = "；".join(f"{t.name}：{'、'.join(t.villages)}" for t in self.scope)
        return f"{count}。{named}"

    @property
    def copies_to(self) -> str:
        """抄送: the townships in scope; empty where a paper concerns its addressee only."""
        return "，".join(f"{t.name}人民政府" for t in self.scope)


class MatterFacts(PaperFacts):
    """A paper on a matter that villages carry: it has its permanent code and covers villages by name."""

    matter_title: Name
    matter_code: Name
    scope: Annotated[list[TownshipScope], Field(min_length=1)]


class ApplicationFacts(PaperFacts):
    """A paper on an application, for its applicant only: no village is concerned yet."""

    matter_title: Name
    submitted_on: date


class Term(BaseModel):
    """From which day it holds, and to which if there is an end."""

    starts_on: date
    ends_on: date | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise unfit(_("结束日期不能早于开始日期"), field="ends_on")
        return self

    @property
    def period_sentence(self) -> str:
        """`自2026年3月10日起至2026年12月31日止`."""
        start = f"自{chinese_date(self.starts_on)}起"
        if self.ends_on is None:
            return f"{start}施行，长期有效，每年复核一次"
        return f"{start}至{chinese_date(self.ends_on)}止"


class Decided(BaseModel):
    """Who decided. Without a number the office decided by itself."""

    decision_number: Name | None = None
    decided_on: date | None = None
    decided_by: Body = Body.COMMITTEE

    @property
    def decision_sentence(self) -> str:
        """`经县委常委会会议研究决定（演常〔2026〕第3次，2026年2月27日）`."""
        if self.decision_number is None or self.decided_on is None:
            return "经我单位审核决定"
        return f"{_DECIDED[self.decided_by]}（{self.decision_number}，{chinese_date(self.decided_on)}）"


class DecidedByBody(Decided):
    """Decided by the leader, the joint meeting or the standing committee."""

    decision_number: Name
    decided_on: date


_DECIDED = {
    Body.COMMITTEE: "经县委常委会会议研究决定",
    Body.JOINT_MEETING: "经村（社区）工作事项准入联席会议研究决定",
    Body.LEADER: "经分管县领导批准",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper. `series` is its sign in the number: 演社工 + 准 + 〔2026〕1号.

    A kind without a sign is a slip: drawn by `services.draw`, neither numbered nor sealed nor registered.
    `admits`: with this paper a matter may enter villages (clause 2.1c). `wide`: on sheets laid crosswise.
    `sides`: how many seal it; what more than one seals has a paging seal on its pages.
    """

    name: str
    label: str | Promise
    series: str
    facts: type[PaperFacts]
    admits: bool = False
    wide: bool = False
    sides: int = 1

    @property
    def template(self) -> str:
        return f"{self.name}/page.html"
