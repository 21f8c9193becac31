"""The yearly review: departments confirm their matters; what nobody confirms is proposed to leave (A-27)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions import proposals, schemas, telling
from zhunru.admissions.models import Confirmation, Matter
from zhunru.configuration import queries as configuration
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role


@transaction.atomic
def confirm(matter: Matter, *, actor: Actor, data: schemas.ConfirmationIn) -> Confirmation:
    """The head's word on one of the department's own matters, within the window; said again it replaces itself.

    Afterwards only on what is proposed to leave because nobody said a word.
    """
    if not actor.has_role(Role.DEPARTMENT_HEAD) or actor.organisation_id != matter.department_id:
        raise NotAllowedError("role", _("只有责任部门负责人可以确认本部门事项"))
    year = _review_year(matter)
    locked: Matter = Matter.objects.select_for_update().get(pk=matter.pk)
    if locked.status not in proposals.CARRIED:
        raise DomainError("not_in_force", _("该事项目前不是生效事项"))
    known = Confirmation.objects.filter(matter=locked, year=year).first()
    made = known or Confirmation(matter=locked, year=year)
    made.verdict, made.remark, made.confirmed_by_id = data.verdict, data.remark, actor.person
    made.record(actor=actor, reason=gettext_lazy("年度确认"))
    _put_off(locked, year, actor)
    _tell(locked, made)
    return made


def _review_year(matter: Matter) -> int:
    """The year of the review that is on, or of the last one where the matter missed that."""
    values, today = configuration.current().values, timezone.localdate()
    opens_on, closes_on = values.review_window(today.year)
    if opens_on <= today <= closes_on:
        return today.year
    last = proposals.last_review(values, today)
    if proposals.unconfirmed(last).filter(pk=matter.pk).exists():
        return last
    raise DomainError(
        "outside_window", _("年度复核期为 %(a)s 至 %(b)s") % {"a": opens_on, "b": closes_on}, field="verdict"
    )


def _put_off(matter: Matter, year: int, actor: Actor) -> None:
    """Its next review is that of the coming year."""
    opens_on, _closes_on = configuration.current().values.review_window(year + 1)
    if matter.review_on != opens_on:
        matter.review_on = opens_on
        matter.record(actor=actor, reason=gettext_lazy("年度确认"))


def _tell(matter: Matter, made: Confirmation) -> None:
    """The office hears of what is to change."""
    if made.verdict == Confirmation.Verdict.KEEP:
        return
    words = {"verdict": made.get_verdict_display(), "title": matter.title, "code": matter.code}
    title = _("年度复核，部门%(verdict)s：%(title)s（%(code)s）") % words
    telling.tell_office(effect="due", title=title, text=made.remark, page="matters", object_id=matter.pk)
