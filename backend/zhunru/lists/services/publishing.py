"""Hearing, deciding and publishing an edition (rules L-02 to L-04)."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.accounts.queries import departments_in_office
from zhunru.configuration import queries as configuration
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError
from zhunru.divisions.queries import townships_in_use
from zhunru.lists import papers, schemas
from zhunru.lists.models import Comment, Edition
from zhunru.lists.services import taking_note
from zhunru.notices import services as notices
from zhunru.notices.models import Effect
from zhunru.workdays import clocks

P = Comment.Position


def has_entries(edition: Edition, _actor: Actor) -> None:
    """An empty list binds nobody."""
    if not edition.entries.filter(removed=False).exists():
        raise DomainError("no_entries", _("清单还没有事项，请先添加或者导入"))


def has_been_heard(edition: Edition, _actor: Actor) -> None:
    """Clause 3.2a: a list is drafted with the departments: all have answered, or their term is over."""
    if edition.consultation_due and timezone.localdate() > edition.consultation_due:
        return
    waiting = still_to_answer(edition)
    if waiting:
        raise DomainError(
            "consultation_open",
            _("还有 %(count)s 个部门或乡镇未答复，征求意见至 %(due)s")
            % {"count": waiting, "due": edition.consultation_due or "—"},
        )


def comments_are_answered(edition: Edition, _actor: Actor) -> None:
    """Whoever proposed or objected is told what became of it."""
    open_ = edition.comments.exclude(position=P.NO_OBJECTION).filter(answered_at=None).count()
    if open_:
        raise DomainError("comments_unanswered", _("还有 %(count)s 条意见未答复") % {"count": open_})


def still_to_answer(edition: Edition) -> int:
    """How many departments and townships have said nothing in this round."""
    said = edition.comments.filter(said_at__gte=edition.consulted_at)
    departments = departments_in_office().exclude(pk__in=said.exclude(organisation=None).values("organisation"))
    townships = townships_in_use().exclude(pk__in=said.exclude(township=None).values("township"))
    return int(departments.count()) + int(townships.count())


def open_consultation(edition: Edition, *, actor: Actor, data: object) -> None:
    """Every department and township is asked, with a term in working days."""
    edition.consulted_at = timezone.now()
    edition.consultation_due = clocks.due(timezone.localdate(), configuration.current().values.list_consultation_days)
    title = gettext_lazy("请对清单草案提出意见：%(list)s") % {"list": edition.get_kind_display()}
    for department in departments_in_office():
        notices.tell_department(department.pk, effect=Effect.TOLD, title=title, page=Edition.PAGE, object_id=edition.pk)
    for township in townships_in_use():
        notices.tell(
            realm=township.schema_name, effect=Effect.TOLD, title=title, page=Edition.PAGE, object_id=edition.pk
        )


def take_back(edition: Edition, *, actor: Actor, data: schemas.Because) -> None:
    """To be worked over; what was decided on the former text no longer counts."""
    edition.consulted_at = edition.consultation_due = edition.decided_on = None
    edition.resolution_number = edition.decided_by = ""


def record_decision(edition: Edition, *, actor: Actor, data: schemas.ListDecision) -> None:
    """The decision as it was taken elsewhere: number, day and body."""
    if data.decided_on > timezone.localdate():
        raise InvalidError("future", _("决定日期不能晚于今天"), field="decided_on")
    edition.resolution_number = data.resolution_number
    edition.decided_on, edition.decided_by = data.decided_on, data.decided_by


def publish(edition: Edition, *, actor: Actor, data: schemas.Publication) -> None:
    """Number, sealed paper, day of effect; the edition before holds until that day (rule L-03)."""
    today = timezone.localdate()
    if data.effective_on < today:
        raise InvalidError("past", _("施行日期不能早于公布日期"), field="effective_on")
    before = _last_published(edition)
    if before and before.effective_on and data.effective_on <= before.effective_on:
        raise InvalidError(
            "overlap",
            _("第 %(number)s 版自 %(day)s 起施行，新版须在其后施行")
            % {"number": before.number, "day": before.effective_on},
            field="effective_on",
        )
    _settle(edition, before, effective_on=data.effective_on, actor=actor)
    edition.published_on = today
    edition.document = papers.issue(edition, before, actor=actor)
    edition.document_number = edition.document.number
    taking_note.ask(edition)


@transaction.atomic
def take_over(edition: Edition, *, document_number: str, published_on: date, effective_on: date, actor: Actor) -> None:
    """An edition that was published on paper before this system; the paper is not ours."""
    before = _last_published(edition)
    _settle(edition, before, effective_on=effective_on, actor=actor)
    edition.published_on, edition.document_number = published_on, document_number
    edition.status = Edition.Status.PUBLISHED
    edition.record(actor=actor, reason=gettext_lazy("登记此前已公布的清单"))


def _settle(edition: Edition, before: Edition | None, *, effective_on: date, actor: Actor) -> None:
    """The next number, the day of effect, and the end of the edition before."""
    highest = Edition.objects.filter(kind=edition.kind).aggregate(last=Max("number"))["last"]
    edition.number, edition.effective_on = (highest or 0) + 1, effective_on
    if before:
        before.ends_on = effective_on
        before.record(actor=actor, reason=gettext_lazy("由第 %(number)s 版接替") % {"number": edition.number})


def _last_published(edition: Edition) -> Edition | None:
    rows = Edition.objects.select_for_update().filter(kind=edition.kind, status=Edition.Status.PUBLISHED)
    last: Edition | None = rows.order_by("-number").first()
    return last
