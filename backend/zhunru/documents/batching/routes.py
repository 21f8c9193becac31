"""Asking for a job over HTTP; each app adds the routes of its own jobs."""

from django.http import HttpRequest
from ninja import Router

from zhunru.core.routes import actor_of
from zhunru.documents.batching import asking, queries
from zhunru.documents.batching.jobs import Job
from zhunru.documents.models import Batch
from zhunru.documents.schemas.batches import BatchOut


def shown(batch: Batch) -> Batch:
    """With its progress."""
    found: Batch = queries.with_progress(Batch.objects.filter(pk=batch.pk)).get()
    return found


def add_job_route(router: Router, job: Job) -> None:
    """`POST /{job}`: a new batch, or the one that was asked for before."""

    def ask(request: HttpRequest, data: object) -> Batch:
        return shown(asking.ask(job, data, actor=actor_of(request)))  # type: ignore[arg-type]  # of the job's own type

    ask.__annotations__["data"] = job.params
    router.post(f"/{job.name}", response=BatchOut, operation_id=f"batch_{job.name}", summary=str(job.label))(ask)
