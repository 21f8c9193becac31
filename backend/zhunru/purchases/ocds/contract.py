"""What is public of a contract. There is no field for a score, a verdict's figure or a person, so none can get out.

Days are days of the county's calendar, amounts yuan with two places.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from zhunru.purchases.choices import Method


class Standing(StrEnum):
    """The standard's closed list `contractStatus`."""

    PENDING = "pending"
    ACTIVE = "active"
    CANCELLED = "cancelled"
    TERMINATED = "terminated"
    """It was in force and has come to its end, by being fulfilled or before."""


class Progress(StrEnum):
    """The standard's closed list `milestoneStatus`."""

    SCHEDULED = "scheduled"
    MET = "met"
    PARTLY_MET = "partiallyMet"
    NOT_MET = "notMet"


class PaperKind(StrEnum):
    """The standard's open list `documentType`."""

    CONTRACT = "contractSigned"
    SUPPLEMENT = "contractAnnexe"
    ACCEPTANCE = "completionCertificate"


@dataclass(frozen=True)
class Party:
    """An organisation, never a person. `id` is the same in every contract; no two organisations share one."""

    id: str
    name: str
    township: str = ""
    village: str = ""


@dataclass(frozen=True)
class Milestone:
    """An acceptance, or a clause within one: due on a day, and what was found."""

    code: str
    """Unique within the contract and the same for ever: `1` for the first period, `1/3.2` for a clause in it."""
    title: str
    progress: Progress = Progress.SCHEDULED
    description: str = ""
    due_on: date | None = None
    met_on: date | None = None
    found_on: date | None = None
    """The day on which it was last looked at."""


@dataclass(frozen=True)
class Instalment:
    """A sum that is promised, and the day on which it was paid: a payment that never arrived was none."""

    no: int
    title: str
    amount: Decimal
    due_on: date | None = None
    paid_on: date | None = None
    dropped: bool = False
    """It will not be paid any more."""


@dataclass(frozen=True)
class Supplement:
    """A supplementary agreement that both sides have signed."""

    no: int
    signed_on: date
    reason: str
    changes: str = ""
    """In words, what is otherwise from now on."""


@dataclass(frozen=True)
class Paper:
    """An issued paper that anyone may look up at /v."""

    code: str
    kind: PaperKind
    title: str
    published_on: date


@dataclass(frozen=True)
class PublicContract:
    """A published contract as it stands today. What once stood in a tuple stays in it: records only grow."""

    number: str
    subject: str
    description: str
    buyer: Party
    supplier: Party
    method: Method
    service_code: str
    service_name: str
    original_price: Decimal
    price: Decimal
    """With every signed supplement."""
    starts_on: date
    ends_on: date
    standing: Standing
    awarded_on: date | None = None
    signed_on: date | None = None
    milestones: tuple[Milestone, ...] = ()
    instalments: tuple[Instalment, ...] = ()
    supplements: tuple[Supplement, ...] = ()
    papers: tuple[Paper, ...] = ()
