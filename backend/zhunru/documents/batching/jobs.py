"""What can be made in batches. Each app registers its own jobs when it is loaded; this one knows none of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.utils.functional import Promise
from ninja import Schema

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import Role
from zhunru.documents.models import Batch, BatchItem, Document


class Params(Schema):
    """What a job is asked for with; what is not known is refused."""

    model_config = {"extra": "forbid", "frozen": True}


@dataclass(frozen=True, slots=True)
class Planned:
    """An item before it is made. `ref`: the row that it is about. `stamp`: in which state that row was found."""

    label: str
    ref: int
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What an item has become: a file by its hash, and the paper, if it was issued for this item."""

    sha256: str
    document: Document | None = None


Gathered = Any
"""What `gather` hands on to `make`; a DomainError where an item cannot be made."""


def nothing_gathered(_batch: Batch, items: Sequence[BatchItem]) -> list[Gathered]:
    return [None] * len(items)


@dataclass(frozen=True, kw_only=True)
class Job:
    """`plan` names the items, all at once; two plans that are alike are one batch.

    `gather` comes first and for `at_once` items together, outside any transaction: what it draws or fetches can be
    had again. `make` runs in the transaction that writes the item down: what it issues is issued once. `finish` writes
    the file of the batch from its items; the same items give the same bytes.
    """

    name: str
    label: str | Promise
    about: str | Promise
    by: tuple[Role, ...]
    params: type[Params]
    title: Callable[[Any], str]
    plan: Callable[[Any, Actor], Iterable[Planned]]
    make: Callable[[BatchItem, Gathered], Made]
    finish: Callable[[Batch, BinaryIO], None]
    file_name: Callable[[Batch], str]
    gather: Callable[[Batch, Sequence[BatchItem]], Sequence[Gathered]] = nothing_gathered
    at_once: int = 1
    is_there: Callable[[str], bool] | None = None
    """Whether the file of an item, by its hash, is still there; None where it is kept for good."""


JOBS: dict[str, Job] = {}


def register(job: Job) -> Job:
    """Known from now on. ValueError for a second job of one name: a programmer's mistake."""
    if JOBS.setdefault(job.name, job) is not job:
        raise ValueError(f"there are two jobs {job.name}")
    return job


def given(found: Gathered) -> Gathered:
    """What was gathered; raises it where it is the reason why there is nothing."""
    if isinstance(found, DomainError):
        raise found
    return found
