"""What a kind of paper declares, and the pieces of facts that several kinds share."""

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Annotated, Any, Literal, Self

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    model_validator,
)

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
EVERY_FAULT = "every_fault"
"""In the context of a validation: a form wants all that is wrong, each at its field, not the first in a sentence."""


def titled(label: str | Promise) -> Any:
    """What a form made from the facts calls the field, in the reader's language."""

    def put(schema: dict[str, Any]) -> None:
        schema["title"] = str(label)

    return Field(json_schema_extra=put)


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

    number: Annotated[Name, titled(gettext_lazy("发文字号"))]
    issued_on: Annotated[date, titled(gettext_lazy("成文日期"))]

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

    addressee: Annotated[Name, titled(gettext_lazy("主送单位"))]
    matter_title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    """Empty where a paper is about no single matter."""
    matter_code: Annotated[str, StringConstraints(max_length=200)] = ""
    scope: list[TownshipScope] = Field(default_factory=list)
    whole_county: bool = False

    @model_validator(mode="wrap")
    @classmethod
    def _say_what_is_wrong(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        try:
            return handler(data)
        except ValidationError as error:
            if info.context and info.context.get(EVERY_FAULT):
                raise
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


class ComposedFacts(PaperFacts):
    """A paper that the office writes by hand: a form is made from these fields, so each has its title and its limit.

    `scope` is whose readers find the paper in the register; it is not printed.
    """

    copies: Annotated[list[Name], Field(max_length=50), titled(gettext_lazy("抄送单位"))] = Field(default_factory=list)

    @property
    def has_attachment(self) -> bool:
        return False

    @property
    def copies_to(self) -> str:
        return "，".join(self.copies)


Form = Literal["document", "letter", "minutes", "sheet"]
"""文件, 信函 (GB/T 9704-2012, 10.1), 纪要 (10.3); a sheet is none of them: contracts, slips, certificates."""
SealedBy = Literal["office", "department", "village", "parties", "nobody"]
FIFTEEN_YEARS = 15 * 366
"""In days, whatever leap days fall into them (rule P-14)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of paper. `series` is its sign in the number: 演社工 + 准 + 〔2026〕1号.

    A kind without a sign is a slip: drawn by `services.draw`, neither numbered nor sealed nor registered.
    `place`: where it stands in lists of kinds, smallest first; free numbers are left between.
    """

    name: str
    label: str | Promise
    place: int
    series: str = ""
    facts: type[PaperFacts]
    form: Form = "document"
    sealed_by: SealedBy = "office"
    impressed: bool = True
    """Its seal shows on the page; minutes are signed without (10.3): such a page has no anchor."""
    restricted: bool = False
    """Only those whom it concerns read it in the register: no other department and no other village."""
    admits: bool = False
    """With this paper a matter may enter villages (clause 2.1c)."""
    wide: bool = False
    """On sheets laid crosswise."""
    last_page_even: bool = False
    """Sent out printed on both sides: its imprint stands on the back of the last sheet (7.4)."""
    validity_days: int | None = None
    """It holds so many days, the day of issue counted; None: until the day it names, or another paper ends it."""
    keeps_days: int | None = None
    """Its file and facts are kept so long; None: for good."""
    composed: bool = False
    """The office writes it by hand, in a form made from its facts."""
    voidable: bool = False
    """What was issued by mistake may be declared void; the other kinds end by a paper of their own."""

    @property
    def sides(self) -> int:
        """How many seal it; what more than one seals has a paging seal on its pages."""
        return 2 if self.sealed_by == "parties" else 1

    @property
    def template(self) -> str:
        return f"{self.name}/page.html"
