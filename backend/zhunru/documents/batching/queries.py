"""Who may see which batches, and how far each has come."""

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from zhunru.core.actors import COUNTY, Actor
from zhunru.documents.batching.rules import READERS
from zhunru.documents.models import Batch, BatchItem


def visible_to(actor: Actor) -> QuerySet[Batch]:
    """All of them, on the county's side; opening what came of one is another matter (`rules.may_open`)."""
    found: QuerySet[Batch] = Batch.objects.all()
    return found if actor.realm == COUNTY and actor.has_role(*READERS) else found.none()


def with_progress(batches: QuerySet[Batch]) -> QuerySet[Batch]:
    """Each with `made` and `failed`, counted now, and with the name of who asked for it."""
    items = BatchItem.objects.filter(batch=OuterRef("pk")).order_by().values("batch")
    return batches.annotate(
        made=Coalesce(Subquery(items.annotate(n=Count("pk", filter=~Q(sha256=""))).values("n")), 0),
        failed=Coalesce(Subquery(items.annotate(n=Count("pk", filter=~Q(error=""))).values("n")), 0),
        asked_by_name=F("asked_by__name"),
    )


def made(batch: Batch) -> QuerySet[BatchItem]:
    """The items that are made, in order."""
    found: QuerySet[BatchItem] = batch.items.exclude(sha256="").order_by("place")
    return found


def unmade(batch: Batch) -> QuerySet[BatchItem]:
    """Those still to be made, without those that could not be."""
    found: QuerySet[BatchItem] = batch.items.filter(sha256="", error="").order_by("place")
    return found
