"""The yearly review: departments confirm their matters; what nobody confirms is proposed to leave (A-27)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions import schemas
from zhunru.admissions.models import Confirmation, Matter
from zhunru.configuration import queries as configuration
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role


@transaction.atomic
def confirm(matter: Matter, *, actor: Actor, data: schemas.ConfirmationIn) -> Confirmation:
    """The head's word on one of the department's own matters, within the window; said again it replaces itself."""
    if not actor.has_role(Role.DEPARTMENT_HEAD) or actor.organisation_id != matter.department_id:
        raise NotAllowedError("role", _("只有责任部门负责人可以确认本部门事项"))
    today = timezone.localdate()
    opens_on, closes_on = configuration.current().values.review_window(today.year)
    if not opens_on <= today <= closes_on:
        raise DomainError(
            "outside_window", _("年度复核期为 %(a)s 至 %(b)s") % {"a": opens_on, "b": closes_on}, field="verdict"
        )
    if matter.status not in Matter.BINDING:
        raise DomainError("not_in_force", _("该事项目前不是生效事项"))
    Matter.objects.select_for_update().get(pk=matter.pk)
    made = Confirmation.objects.filter(matter=matter, year=today.year).first() or Confirmation(
        matter=matter, year=today.year
    )
    made.verdict, made.remark, made.confirmed_by_id = data.verdict, data.remark, actor.person
    made.record(actor=actor, reason=gettext_lazy("年度确认"))
    return made
