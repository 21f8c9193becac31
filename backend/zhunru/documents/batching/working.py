"""Carrying a batch on: item by item, each in a transaction of its own, until it is over or the time is."""

import logging
import time
from collections.abc import Iterator

from django.conf import settings
from django.db import OperationalError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from zhunru.core.actors import SYSTEM
from zhunru.core.errors import DomainError
from zhunru.documents import storage
from zhunru.documents.batching import lease, queries
from zhunru.documents.batching.jobs import JOBS, Gathered, Job, given
from zhunru.documents.batching.workflow import BATCHES, Failure, Finished
from zhunru.documents.models import Batch, BatchItem
from zhunru.documents.rendering import press

SLICE_SECONDS = 20.0
"""So long one batch keeps a worker; then whatever else waits has its turn."""
S = Batch.Status
logger = logging.getLogger(__name__)


def under_way() -> list[int]:
    """The batches that somebody should be at work on."""
    found = Batch.objects.filter(status__in=(S.WAITING, S.RUNNING)).order_by("id")
    return list(found.values_list("pk", flat=True))


def carry_on(batch_id: int, *, seconds: float = SLICE_SECONDS) -> bool:
    """Whether more is left to do. Nothing is done where another worker is at it, or it was stopped.

    To be called on the county's side, outside any transaction.
    """
    with lease.held(batch_id) as mine:
        batch: Batch | None = Batch.objects.filter(pk=batch_id).first() if mine else None
        if batch is None or batch.status not in (S.WAITING, S.RUNNING) or batch.job not in JOBS:
            return False
        with translation.override(settings.LANGUAGE_CODE), press().together():
            return _carried_on(batch, JOBS[batch.job], time.monotonic() + seconds)


def _carried_on(batch: Batch, job: Job, until: float) -> bool:
    if batch.status == S.WAITING:
        _forget_what_is_gone(batch, job)
        batch = BATCHES.perform("begin", batch, actor=SYSTEM)
    for some in _in_groups(batch, job):
        if time.monotonic() > until:
            return True
        for item, found in zip(some, _gathered(job, batch, some), strict=True):
            if not Batch.objects.filter(pk=batch.pk, status=S.RUNNING).exists():
                return False
            _make(job, item, found)
    _end(batch, job)
    return False


def _in_groups(batch: Batch, job: Job) -> Iterator[list[BatchItem]]:
    """Those that come next, until there are none: an item that was looked at is made or has its reason why not."""
    while some := list(queries.unmade(batch)[: job.at_once]):
        yield some


def _forget_what_is_gone(batch: Batch, job: Job) -> None:
    """What was only drawn may have been cleared away since the batch was stopped."""
    if job.is_there is None:
        return
    gone = [item.pk for item in queries.made(batch) if not job.is_there(item.sha256)]
    BatchItem.objects.filter(pk__in=gone, document=None).update(sha256="")


def _gathered(job: Job, batch: Batch, items: list[BatchItem]) -> list[Gathered]:
    try:
        return list(job.gather(batch, items))
    except OperationalError:
        raise
    except Exception as error:
        return [_reason(error, items[0])] * len(items)


def _make(job: Job, item: BatchItem, found: Gathered) -> None:
    """Once: whoever comes second finds it made. Cut off anywhere, nothing of it has happened, a number included."""
    try:
        with transaction.atomic():
            locked = BatchItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
            if locked.sha256:
                return
            made = job.make(locked, given(found))
            locked.sha256, locked.document = made.sha256, made.document
            locked.save(update_fields=["sha256", "document"])
    except OperationalError:
        raise
    except Exception as error:
        BatchItem.objects.filter(pk=item.pk, sha256="").update(error=_reason(error, item).message[:400])


def _reason(error: Exception, item: BatchItem) -> DomainError:
    """What is told of a failure: its own sentence, or that somebody must look into the log."""
    if isinstance(error, DomainError):
        return error
    logger.error("batch %s: item %s failed", item.batch_id, item.place, exc_info=error)
    return DomainError("fault", _("制作时出现系统错误，请联系系统管理员后再点“继续制作”"))


def _end(batch: Batch, job: Job) -> None:
    failed = batch.items.exclude(error="").count()
    if failed:
        sentence = _("%(failed)s件未能制成，原因见各件说明；改正后可以继续制作") % {"failed": failed}
        _over("fail", batch, Failure(error=sentence))
        return
    try:
        with storage.keeping() as (file, kept):
            job.finish(batch, file)
    except FileNotFoundError:
        _over("fail", batch, Failure(error=_("已制成的部分文件不在存储中，请继续制作")))
        return
    except DomainError as error:
        _over("fail", batch, Failure(error=error.message[:400]))
        return
    _over("finish", batch, Finished(sha256=kept.sha256, size=kept.size, file_name=job.file_name(batch)))


def _over(step: str, batch: Batch, said: Failure | Finished) -> None:
    """Whoever cancelled it meanwhile was quicker."""
    try:
        BATCHES.perform(step, batch, actor=SYSTEM, data=said)
    except DomainError as error:
        if error.code != "status":
            raise
