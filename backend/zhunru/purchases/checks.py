"""The result of an eligibility check: what was asked, what was compared, what was found."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

Level = Literal["block", "ask", "pass"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A purchase as it stands on the form; `answers` by the key of the finding that asked."""

    subject: str
    description: str = ""
    service_code: str = ""
    provider_kind: str = ""
    provider: str = ""
    village: str = ""
    village_kind: str = ""
    department_id: int | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing found. A block cannot be passed; what is asked can, by an `answer`. `key` names it among the others."""

    rule: str
    code: str
    level: Level
    sentence: str
    key: str = ""
    legal_basis: str = ""
    quote: str = ""
    matched: tuple[str, ...] = ()
    answer: str = ""

    @property
    def open(self) -> bool:
        """Whether it still stands in the way."""
        return self.level == "block" or (self.level == "ask" and not self.answer)


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """How near the subject comes to something: 0 to 1."""

    source: str
    code: str
    title: str
    likeness: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A list that was in force when the check was made."""

    list: str
    number: int
    effective_on: date
    document_number: str


@dataclass(frozen=True, kw_only=True)
class Check:
    """The whole check, as it is kept with the contract."""

    asked: Asked
    checked_on: date
    threshold: float
    findings: tuple[Finding, ...]
    editions: tuple[Held, ...]
    service: Mapping[str, Any] | None
    compared: tuple[Compared, ...]

    @property
    def blocks(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.level == "block")

    @property
    def questions(self) -> tuple[Finding, ...]:
        """What is asked and not answered yet."""
        return tuple(finding for finding in self.findings if finding.level == "ask" and finding.open)

    @property
    def passed(self) -> bool:
        """Nothing forbids it, and whatever is asked has its answer."""
        return not any(finding.open for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """Everything, in JSON's own types: it still speaks when the catalogue and the lists have changed."""
        told: dict[str, Any] = _plain(asdict(self))
        return {"passed": self.passed, **told}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
