"""What a kind of paper declares, and the pieces of facts that several kinds share."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Annotated

from django.utils.functional import Promise
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

SHORT_SCOPE = 12
"""Up to so many villages are named in the text; more become an attachment."""

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Sentence = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=4000),
    AfterValidator(lambda text: " ".join(text.split()).rstrip("。；;. ")),
]
"""Prose of a form field, made one sentence: the template writes its full stop."""


class TownshipScope(BaseModel):
    """A township and those of its villages that a paper covers, by name."""

    model_config = ConfigDict(frozen=True)

    code: Annotated[str, Field(pattern=r"^\d{9}$")]
    name: Name
    villages: list[Name]


class PaperFacts(BaseModel):
    """What is printed on a paper and kept with it: never a person's data."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    addressee: Name
    matter_title: Name
    matter_code: Name
    scope: Annotated[list[TownshipScope], Field(min_length=1)]
    whole_county: bool = False

    @property
    @abstractmethod
    def title(self) -> str:
        """The paper's title."""

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
        """抄送: the townships in scope."""
        return "，".join(f"{t.name}人民政府" for t in self.scope)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper. `series` is its sign in the number: 演社工 + 准 + 〔2026〕1号."""

    name: str
    label: str | Promise
    series: str
    facts: type[PaperFacts]

    @property
    def template(self) -> str:
        return f"{self.name}/page.html"
