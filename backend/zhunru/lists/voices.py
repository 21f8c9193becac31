"""Who may read what was said to drafts, and who is asked to take note."""

from collections.abc import Iterable

from django.db.models import F, QuerySet
from django.utils import timezone

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import DEPARTMENT_ROLES, Role
from zhunru.lists import queries, schemas
from zhunru.lists.models import Acknowledgement, Comment
from zhunru.lists.services import taking_note


def comments_visible_to(actor: Actor) -> QuerySet[Comment]:
    """The county's offices read all; a department and a township read their own."""
    rows: QuerySet[Comment] = Comment.objects.select_related("entry", "organisation", "township")
    if actor.realm != COUNTY:
        return rows.filter(realm=actor.realm)
    return rows.filter(organisation=actor.organisation_id) if actor.has_role(*DEPARTMENT_ROLES) else rows


def asked_visible_to(actor: Actor) -> QuerySet[Acknowledgement]:
    """The county's offices see who has taken note; everybody else what was asked of them or their township."""
    rows: QuerySet[Acknowledgement] = Acknowledgement.objects.select_related(
        "edition", "organisation", "township", "village"
    )
    if actor.realm != COUNTY:
        rows = rows.filter(realm=actor.realm)
        return rows.filter(village_id__in=actor.village_ids) if actor.has_role(Role.VILLAGE_OFFICER) else rows
    return rows.filter(organisation=actor.organisation_id) if actor.has_role(*DEPARTMENT_ROLES) else rows


def asked_of(actor: Actor) -> list[Acknowledgement]:
    """What the actor may confirm by its own hand, open ones first, the newest edition first."""
    rows = asked_visible_to(actor).order_by(F("done_at").desc(nulls_first=True), "-edition_id")
    return [asked for asked in rows if taking_note.may_confirm(asked, actor)]


def shown(rows: Iterable[Acknowledgement], actor: Actor) -> list[schemas.AcknowledgementOut]:
    """Rows in words, with how many entries the edition takes out: those are read first."""
    rows, today = list(rows), timezone.localdate()
    counted = queries.editions_visible_to(actor).filter(pk__in={one.edition_id for one in rows})
    removed = {edition.pk: edition.removed_count for edition in counted}  # type: ignore[attr-defined]
    return [
        schemas.AcknowledgementOut(
            id=one.pk,
            edition_id=one.edition_id,
            kind=one.edition.kind,
            kind_label=one.edition.get_kind_display(),
            number=one.edition.number or 0,
            effective_on=one.edition.effective_on or one.asked_on,
            removed_count=removed[one.edition_id],
            who=str(one),
            asked_on=one.asked_on,
            due_on=one.due_on,
            done_at=one.done_at,
            overdue=one.done_at is None and one.due_on is not None and one.due_on < today,
            mine=taking_note.may_confirm(one, actor),
        )
        for one in rows
    ]
