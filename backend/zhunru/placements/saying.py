"""What villages and the township say: answers to questions, comments in the yearly review, petitions (clause 1.3a).

Each is a row of the township's own; the trigger behind it tells the county what was said, never who said it.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions.models import Opinion
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.placements import rules, schemas
from zhunru.placements.discretion import names_no_person
from zhunru.placements.models import Placement, Statement

K = Statement.Kind


@transaction.atomic
def answer(opinion: Opinion, *, actor: Actor, data: schemas.Answer) -> Opinion:
    """To what was asked (A-14, A-25): once, by the village or the township that was asked."""
    rules.may_answer(opinion, actor)
    names_no_person(actor, text=data.text)
    statement = Statement(
        kind=K.OBJECTION if data.position == "objection" else K.REPLY,
        opinion_id=opinion.pk,
        title=opinion.title,
        village_id=opinion.village_id,
        position=data.position,
        text=data.text,
        said_at=timezone.now(),
    )
    _say(statement, actor, gettext_lazy("答复征求意见"), DomainError("answered", _("该意见已答复，不能更改")))
    return Opinion.objects.select_related("village").get(pk=opinion.pk)


@transaction.atomic
def comment(placement: Placement, *, actor: Actor, data: schemas.StatementIn) -> Statement:
    """On a matter that its villages carry, in the yearly review (A-27): once a year, by village and by township."""
    rules.is_live(placement)
    rules.review_is_open()
    names_no_person(actor, text=data.text)
    statement = Statement(
        kind=K.COMMENT,
        matter_id=placement.matter_id,
        title=placement.title,
        village_id=_speaker(placement, actor),
        position=data.position,
        text=data.text,
        year=timezone.localdate().year,
        said_at=timezone.now(),
    )
    said_before = DomainError("commented", _("今年已提出过意见"))
    return _say(statement, actor, gettext_lazy("年度复核提出意见"), said_before)


@transaction.atomic
def petition(placement: Placement, *, actor: Actor, data: schemas.PetitionIn) -> Statement:
    """The residents ask that it leave (A-26): one petition a village and matter, from a meeting of theirs."""
    if not actor.has_role(Role.VILLAGE_OFFICER):
        raise NotAllowedError("role", _("退出的要求由村（社区）提出"))
    rules.is_own_village(placement, actor)
    rules.is_live(placement)
    names_no_person(actor, reason=data.reason, attendance=data.attendance)
    meeting = {"day": data.meeting_on.isoformat(), "present": data.attendance, "reason": data.reason}
    statement = Statement(
        kind=K.PETITION,
        matter_id=placement.matter_id,
        title=placement.title,
        village_id=placement.village_id,
        position=Opinion.Position.OBJECTION,
        text=_("经%(day)s村（居）民会议（%(present)s）讨论，要求退出：%(reason)s") % meeting,
        meeting_on=data.meeting_on,
        attendance=data.attendance,
        said_at=timezone.now(),
    )
    said_before = DomainError("petitioned", _("本村（社区）已就该事项提出过退出要求"))
    return _say(statement, actor, gettext_lazy("居民要求退出"), said_before)


def _speaker(placement: Placement, actor: Actor) -> int | None:
    """The village that speaks; None for the township."""
    if actor.has_role(Role.TOWNSHIP_OFFICER):
        return None
    rules.is_own_village(placement, actor)
    return placement.village_id


def _say(statement: Statement, actor: Actor, reason: Promise, said_before: DomainError) -> Statement:
    """The row, and through its trigger the county's; what the database refuses was said before."""
    try:
        with transaction.atomic():
            statement.record(actor=actor, reason=reason)
    except IntegrityError as error:
        raise said_before from error
    return statement
