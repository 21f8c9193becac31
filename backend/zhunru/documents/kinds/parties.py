"""What the papers of a purchase share: two parties who both seal, money in capitals, what each clause is."""

from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Annotated, Literal, Self

from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from zhunru.documents.amounts import MOST
from zhunru.documents.kinds.declaration import Name, PaperFacts, Sentence, TownshipScope, unfit
from zhunru.documents.wording import chinese_date, full_width_brackets

Money = Annotated[Decimal, Field(ge=0, le=MOST, decimal_places=2)]
"""Yuan."""
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
"""May be empty: then it is not printed."""
Side = Literal["provider", "purchaser"]


class Piece(BaseModel):
    """Part of a paper's facts."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Party(Piece):
    """One of the two sides, by its full name, with who signs for it; on a draft there is no day yet."""

    name: Name
    capacity: Name = "法定代表人或授权代表"
    signatory: Words = ""
    signed_on: date | None = None

    @property
    def printed(self) -> str:
        return full_width_brackets(self.name)

    @property
    def signed(self) -> str:
        return chinese_date(self.signed_on) if self.signed_on else ""


class Days(Piece):
    """From one day to another, both counted."""

    from_on: date
    to_on: date

    def __str__(self) -> str:
        return f"{chinese_date(self.from_on)}至{chinese_date(self.to_on)}"


class Attached(Piece):
    """A file of the contract, known by its digest."""

    name: Name
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

    @property
    def digest(self) -> str:
        """The first sixteen digits, in groups."""
        return " ".join(self.sha256[at : at + 4] for at in range(0, 16, 4))


class Deliberation(Piece):
    """The village's own decision: never who said what. `body`: 村民代表会议; `result` in words, as `同意`."""

    number: Name
    on: date
    body: Name
    present: Annotated[int, Field(ge=1)]
    total: Annotated[int, Field(ge=1)]
    result: Name

    @property
    def day(self) -> str:
        return chinese_date(self.on)


class Anchor(Piece):
    """A level of a scale and what must be seen for it."""

    level: Annotated[int, Field(ge=0)]
    text: Sentence


class Measure(Piece):
    """How a clause is measured, all in words but for the weight. Empty words are not printed."""

    words: Name
    target: Name
    tolerance: Words = ""
    grace: Words = ""
    weight: Annotated[Decimal, Field(ge=0, le=100, decimal_places=2)]
    must_pass: bool = False
    evidence: Words = ""
    measured_by: Words = ""
    anchors: list[Anchor] = Field(default_factory=list)

    @property
    def share(self) -> str:
        """`12.5`, `100`."""
        return f"{self.weight:f}".rstrip("0").rstrip(".") if "." in f"{self.weight:f}" else f"{self.weight:f}"

    @property
    def particulars(self) -> list[str]:
        """`允许偏差：5%`: what there is besides the target and the weight."""
        said = {
            "允许偏差": self.tolerance,
            "宽限": self.grace,
            "佐证": self.evidence,
            "由谁计量": self.measured_by,
        }
        must = ["本条必须达标"] if self.must_pass else []
        return [f"{label}：{words}" for label, words in said.items() if words] + must


class ClauseLine(Piece):
    """A clause as printed; `kind` is the kind's name in Chinese. Without a measure nobody assesses it."""

    number: Name
    kind: Name
    side: Side = "provider"
    heading: Name
    text: Sentence
    measure: Measure | None = None


class ClauseGroup(Piece):
    """The clauses of one kind."""

    kind: Name
    clauses: list[ClauseLine]


def grouped(clauses: list[ClauseLine]) -> list[ClauseGroup]:
    """By kind, kinds in the order in which they first come, clauses as they were given."""
    first = list(dict.fromkeys(one.kind for one in clauses))
    ordered = sorted(clauses, key=lambda one: first.index(one.kind))
    return [ClauseGroup(kind=kind, clauses=list(found)) for kind, found in groupby(ordered, lambda one: one.kind)]


class PartiesFacts(PaperFacts):
    """`scope` is the provider's township and village: whoever reads for them finds the paper in the register.

    A draft may have gaps; what both sides seal has none.
    """

    draft: bool = False
    addressee: Annotated[str, StringConstraints(max_length=200)] = ""
    scope: Annotated[list[TownshipScope], Field(min_length=1, max_length=1)]
    subject: Name
    purchaser: Party
    provider: Party

    @model_validator(mode="after")
    def _is_whole_unless_a_draft(self) -> Self:
        if not self.draft:
            self.check_whole()
        return self

    def check_whole(self) -> None:
        """DomainError when something is missing or does not agree that a sealed paper must have."""
        for name in ("purchaser", "provider"):
            if getattr(self, name).signed_on is None:
                raise unfit(_("请填写双方的签订日期"), field=name)

    @property
    def is_draft(self) -> bool:
        return self.draft

    @property
    def village(self) -> str:
        return "、".join(self.scope[0].villages)

    @property
    def township(self) -> str:
        return self.scope[0].name

    @property
    def has_attachment(self) -> bool:
        return False
