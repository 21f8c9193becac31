"""What a list holds under its filters and search words, whether it is shown or exported; and by what it is ordered."""

from typing import Any

from django.db.models import QuerySet

from zhunru.admissions import queries, schemas
from zhunru.admissions.models import Matter
from zhunru.core.actors import Actor

APPLICATIONS_BY = ("id", "title", "status", "submitted_at", "due_on")
MATTERS_BY = ("id", "code", "title", "status", "starts_on", "ends_on", "review_on")
REFUSALS_BY = ("id", "status", "filed_at", "due_on")


def applications(actor: Actor, where: schemas.ApplicationFilter, words: str) -> QuerySet[Any]:
    rows = queries.searched(queries.visible_to(actor), words)
    return queries.as_rows(rows.filter(**where.model_dump(exclude_none=True)))


def matters(actor: Actor, where: schemas.MatterFilter, words: str) -> QuerySet[Any]:
    """What has been admitted; existing matters that still wait for it only when asked for."""
    rows = queries.searched(queries.matters_visible_to(actor), words)
    wanted = where.model_dump(exclude_none=True)
    if where.status is None:
        rows = rows.exclude(status=Matter.Status.LEGACY)
    for name, column in (("ends_before", "ends_on__lte"), ("review_before", "review_on__lte")):
        if name in wanted:
            rows = rows.filter(**{column: wanted.pop(name)})
    return queries.matters_as_rows(rows.filter(**wanted))


def refusals(actor: Actor, where: schemas.RefusalFilter, words: str) -> QuerySet[Any]:
    rows = queries.refusals_visible_to(actor).filter(**where.model_dump(exclude_none=True))
    if words:
        rows = rows.filter(demand__icontains=words)
    return queries.refusals_as_rows(rows)
