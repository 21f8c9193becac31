"""Departments, townships and villages confirm that they have read a published edition (rule L-04)."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.accounts.queries import departments_in_office
from zhunru.configuration import queries as configuration
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.history import create_many
from zhunru.core.roles import DEPARTMENT_ROLES, Role
from zhunru.divisions.models import Village
from zhunru.divisions.queries import townships_in_use
from zhunru.lists.models import Acknowledgement, Edition
from zhunru.notices import services as notices
from zhunru.notices.models import Effect
from zhunru.workdays import clocks


def ask(edition: Edition) -> None:
    """Everybody whom the list concerns, with a term in working days."""
    today = timezone.localdate()
    due = clocks.due(today, configuration.current().values.acknowledgement_days)
    villages = Village.objects.filter(ended_on=None, township__ended_on=None).select_related("township")
    places: list[tuple[str, dict[str, Any]]] = [
        *[(COUNTY, {"organisation": one}) for one in departments_in_office()],
        *[(one.schema_name, {"township": one}) for one in townships_in_use()],
        *[(one.township.schema_name, {"township": one.township, "village": one}) for one in villages],
    ]
    create_many(
        Acknowledgement,
        [Acknowledgement(edition=edition, realm=realm, asked_on=today, due_on=due, **who) for realm, who in places],
        actor=SYSTEM,
        reason=_("公布清单"),
    )
    removed = edition.entries.filter(removed=True).count()
    title = gettext_lazy("%(list)s第 %(number)s 版已公布，移出 %(removed)s 项，请确认知悉") % {
        "list": edition.get_kind_display(), "number": edition.number, "removed": removed,
    }  # fmt: skip
    for realm in {realm for realm, _who in places}:
        notices.tell(realm=realm, effect=Effect.TOLD, title=title, page=Edition.PAGE, object_id=edition.pk)


@transaction.atomic
def confirm(asked: Acknowledgement, *, actor: Actor) -> Acknowledgement:
    """Whoever it was asked of has taken note; a second time changes nothing."""
    locked: Acknowledgement = Acknowledgement.objects.select_for_update().get(pk=asked.pk)
    if not may_confirm(locked, actor):
        raise NotAllowedError("role", _("只能由收到清单的单位自己确认知悉"))
    if locked.done_at is None:
        if locked.edition.published_on is None:
            raise DomainError("not_published", _("该版清单尚未公布"))
        locked.done_at = timezone.now()
        locked.record(actor=actor, reason=gettext_lazy("确认知悉"))
    return locked


def may_confirm(asked: Acknowledgement, actor: Actor) -> bool:
    """A department's people for it, a township's officer for it, a village's officer for that village."""
    if asked.organisation_id:
        return actor.role in DEPARTMENT_ROLES and actor.organisation_id == asked.organisation_id
    if asked.realm != actor.realm:
        return False
    if asked.village_id:
        return actor.has_role(Role.VILLAGE_OFFICER) and asked.village_id in actor.village_ids
    return actor.has_role(Role.TOWNSHIP_OFFICER)
