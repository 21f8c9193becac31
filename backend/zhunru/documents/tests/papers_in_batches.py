"""A job that issues a paper for each of its items: what the tests of batches have made."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import django

if __name__ == "__main__":
    django.setup()

from zhunru.accounts.models import Organisation
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import OFFICE_ROLES
from zhunru.documents import kinds, services
from zhunru.documents.batching import working
from zhunru.documents.batching.jobs import JOBS, Job, Made, Params, Planned
from zhunru.documents.batching.packing import Package
from zhunru.documents.models import Batch, BatchItem
from zhunru.documents.tests.samples import TODAY, approval
from zhunru.tenancy.context import county_context

JOB = "issuing"


class Wanted(Params):
    """How many, which of them cannot be made, and how long each takes besides."""

    count: int = 3
    broken: int = 0
    seconds: float = 0.0
    stamp: str = ""


def _planned(params: Wanted, _actor: Actor) -> Iterator[Planned]:
    return (Planned(f"第{place}件", place, params.stamp) for place in range(1, params.count + 1))


def _gathered(batch: Batch, items: Sequence[BatchItem]) -> list[Any]:
    return [_one(Wanted(**batch.params), item) for item in items]


def _one(wanted: Wanted, item: BatchItem) -> Any:
    if item.place == wanted.broken:
        return DomainError("broken", "这一件做不成")
    return f"事项{item.place}", wanted.seconds


def _made(_item: BatchItem, found: Any) -> Made:
    title, seconds = found
    paper = services.issue(
        kinds.APPROVAL,
        approval(matter_title=title),
        actor=SYSTEM,
        today=TODAY,
        organisation=Organisation.objects.get(kind=Organisation.Kind.OFFICE),
        host="gongga.localhost",
    )
    time.sleep(seconds)
    return Made(paper.sha256, paper)


def _finish(batch: Batch, out: BinaryIO) -> None:
    with Package(out) as package:
        for item in batch.items.order_by("place"):
            package.add_text(f"{item.place}.txt", item.sha256)


JOBS[JOB] = Job(
    name=JOB,
    label="制发文书",
    about="",
    by=OFFICE_ROLES,
    params=Wanted,
    title=lambda wanted: f"{wanted.count}件",
    plan=_planned,
    gather=_gathered,
    make=_made,
    finish=_finish,
    file_name=lambda batch: f"{batch.pk}.zip",
    at_once=2,
)


def main() -> None:
    """A worker process of its own, to be killed: `python -m zhunru.documents.tests.papers_in_batches BATCH`."""
    with county_context():
        while working.carry_on(int(sys.argv[1])):
            pass


if __name__ == "__main__":
    main()
