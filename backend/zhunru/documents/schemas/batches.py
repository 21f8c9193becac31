"""What the routes of batches and of the archive give."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.core.pages import Page, Paging
from zhunru.core.text import values_of
from zhunru.documents.batching.jobs import JOBS
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Batch, BatchItem

BatchStatus = Annotated[Batch.Status, values_of(Batch.Status)]


def job_label(name: str) -> str:
    """Of a job that is known no more its name."""
    return str(JOBS[name].label) if name in JOBS else name


class JobOut(Schema):
    """Something that the actor may have made."""

    name: str
    label: str
    about: str


class BatchFilters(Paging):
    """`q` looks in the title."""

    job: Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")] | None = None
    status: BatchStatus | None = None


class BatchRow(BaseModel):
    """A line of the list; `made` of `total` are made now."""

    id: int
    job: str
    title: str
    status: BatchStatus
    total: int
    made: int
    failed: int
    asked_by_name: str | None
    asked_at: datetime
    finished_at: datetime | None
    file_name: str
    sha256: str
    size: int
    error: str

    @computed_field
    def job_label(self) -> str:
        return job_label(self.job)

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)


class ItemOut(Schema):
    """One item that could not be made, and why."""

    place: int
    label: str
    error: str


class BatchOut(Schema):
    """One batch with what went wrong in it."""

    id: int
    version: int
    job: str
    job_label: str
    title: str
    status: BatchStatus
    status_label: str
    total: int
    made: int
    failed: int
    params: dict[str, Any]
    asked_by_name: str | None
    asked_at: datetime
    finished_at: datetime | None
    file_name: str
    sha256: str
    size: int
    error: str
    faults: list[ItemOut]

    @staticmethod
    def resolve_job_label(batch: Batch) -> str:
        return job_label(batch.job)

    @staticmethod
    def resolve_status_label(batch: Batch) -> str:
        return str(batch.get_status_display())

    @staticmethod
    def resolve_faults(batch: Batch) -> list[BatchItem]:
        return list(batch.items.exclude(error="").order_by("place")[:MOST_FAULTS])


MOST_FAULTS = 100


class PackageOut(Schema):
    """A package of that year that was made."""

    id: int
    finished_at: datetime
    total: int
    size: int
    sha256: str


class YearOut(Schema):
    """A year's papers and the packages that were made of them, the newest first."""

    year: int
    papers: int
    valid: int
    voided: int
    erased: int
    size: int
    packages: list[PackageOut]


class ErasureRow(BaseModel):
    """A paper whose file was erased."""

    id: int
    document_id: int
    number: str
    kind: str
    issued_on: date
    due_on: date
    erased_at: datetime
    rule: str
    sha256: str

    @computed_field
    def kind_label(self) -> str:
        return str(KINDS[self.kind].label)


class ErasurePage(Page[ErasureRow]):
    """A page of the register of erasures."""


class BatchPage(Page[BatchRow]):
    """A page of batches."""
