"""The archive year by year, and the register of what was erased."""

from collections import defaultdict

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear

from zhunru.core.actors import Actor
from zhunru.documents import queries
from zhunru.documents.archiving.jobs import ARCHIVE
from zhunru.documents.batching import queries as batches
from zhunru.documents.models import Batch, Document, Erasure
from zhunru.documents.schemas.batches import PackageOut, YearOut

S = Document.Status


def years(actor: Actor) -> list[YearOut]:
    """The newest first, of the papers that the actor may read."""
    packages = _packages(actor)
    counted = (
        queries.visible_to(actor)
        .order_by()
        .annotate(year=ExtractYear("issued_on"))
        .values("year")
        .annotate(
            papers=Count("pk"),
            valid=Count("pk", filter=Q(status=S.VALID)),
            voided=Count("pk", filter=Q(status=S.VOIDED)),
            erased=Count("erasure"),
            bytes=Sum("size"),
        )
        .order_by("-year")
    )
    return [
        YearOut(
            **{name: row[name] for name in ("year", "papers", "valid", "voided", "erased")},
            size=row["bytes"],
            packages=packages[row["year"]],
        )
        for row in counted
    ]


def _packages(actor: Actor) -> dict[int, list[PackageOut]]:
    found: defaultdict[int, list[PackageOut]] = defaultdict(list)
    done = batches.visible_to(actor).filter(job=ARCHIVE.name, status=Batch.Status.DONE)
    for batch in done.order_by("-finished_at"):
        found[batch.params["year"]].append(PackageOut.from_orm(batch))
    return found


def erasures(actor: Actor) -> QuerySet[Erasure]:
    """The newest first."""
    rows: QuerySet[Erasure] = Erasure.objects.filter(document__in=queries.visible_to(actor)).order_by("-id")
    return rows.annotate(number=F("document__number"), kind=F("document__kind"), issued_on=F("document__issued_on"))
