"""Asking for a batch: what was asked for before is the same batch, wherever it stands."""

import hashlib
import json
from itertools import islice
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.documents import tasks
from zhunru.documents.batching import rules
from zhunru.documents.batching.jobs import Job, Params, Planned
from zhunru.documents.batching.workflow import BATCHES
from zhunru.documents.models import Batch, BatchItem

MOST = 20_000
"""Items of one batch; a county issues some thousands of papers a year."""
STOPPED = (Batch.Status.FAILED, Batch.Status.CANCELLED)


def ask(job: Job, params: Params, *, actor: Actor) -> Batch:
    """The batch of this job under these conditions, as far as nothing of what it stands on has changed since.

    One that was cancelled or failed is taken up again where it stopped. DomainError: nothing to be made, or too much.
    """
    rules.may_ask(job, actor)
    planned = list(islice(job.plan(params, actor), MOST + 1))
    if not planned:
        raise DomainError("nothing", _("没有符合条件的内容，无需制作"))
    if len(planned) > MOST:
        raise DomainError("too_much", _("超过%(most)s件，请缩小范围后分批制作") % {"most": MOST})
    key = key_of(job, params, planned)
    known: Batch | None = Batch.objects.filter(key=key).first()
    if known is None:
        return _begun(job, params, planned, key, actor)
    return BATCHES.take("resume", known, actor=actor) if known.status in STOPPED else known


def key_of(job: Job, params: Params, planned: list[Planned]) -> str:
    """64 hex digits: the same for the same job, conditions and items, each in the same state."""
    said: list[Any] = [job.name, params.model_dump(mode="json"), [[one.ref, one.stamp] for one in planned]]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _begun(job: Job, params: Params, planned: list[Planned], key: str, actor: Actor) -> Batch:
    """Of two who ask at once the second gets the first one's."""
    batch = Batch(
        job=job.name,
        key=key,
        title=job.title(params),
        params=params.model_dump(mode="json"),
        asked_by_id=actor.user_id,
        asked_at=timezone.now(),
        total=len(planned),
    )
    try:
        with transaction.atomic():
            batch.record(actor=actor, reason=gettext_lazy("申请批量制作"))
            BatchItem.objects.bulk_create(
                [
                    BatchItem(batch=batch, place=place, label=one.label[:200], ref=one.ref)
                    for place, one in enumerate(planned, start=1)
                ],
                batch_size=1000,
            )
            transaction.on_commit(lambda: tasks.ask_for(batch.pk))
    except IntegrityError:
        found: Batch | None = Batch.objects.filter(key=key).first()
        if found is None:
            raise
        return found
    return batch
