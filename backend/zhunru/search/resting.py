"""What rests on a legal basis: entries in force, and matters that villages carry."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from zhunru.admissions import basis_review
from zhunru.admissions import queries as admissions
from zhunru.admissions.models import Matter
from zhunru.core.actors import COUNTY, Actor
from zhunru.lists import reviewing
from zhunru.lists.models import Entry, LegalBasis
from zhunru.lists.schemas import RestingOut
from zhunru.workdays.models import Clock
from zhunru.workdays.names import ClockName


def resting_on(basis: LegalBasis, actor: Actor) -> list[RestingOut]:
    """Entries first; for the county each with the day by which it must be looked at again, if the article has ended."""
    entries = _dated(reviewing.resting_on(basis), actor)
    matters = basis_review.resting_on(_dated(admissions.matters_visible_to(actor), actor), basis)
    return [_out("entry", row) for row in entries] + [_out("matter", row) for row in matters]


def _dated(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    """With `due_on` of the review that runs; clocks are the county's."""
    if actor.realm != COUNTY:
        return rows
    subject = rows.model._meta.label_lower
    review = Clock.objects.filter(subject=subject, subject_id=OuterRef("pk"), name=ClockName.BASIS_REVIEW, met_on=None)
    dated: QuerySet[Any] = rows.annotate(due_on=Subquery(review.values("due_on")[:1]))
    return dated


def _out(what: str, row: Entry | Matter) -> RestingOut:
    due_on = getattr(row, "due_on", None)
    return RestingOut(what=what, id=row.pk, code=row.code, title=row.title, due_on=due_on)
