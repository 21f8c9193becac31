"""What a village or the township may say to a matter that it carries, and why not now (clauses 1.3a, 1.3b)."""

from collections.abc import Callable

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import Role
from zhunru.core.routes import Action
from zhunru.placements import rules
from zhunru.placements.models import Placement, Statement

Guard = Callable[[Placement, Actor], None]


def open_to(actor: Actor, placement: Placement) -> list[Action]:
    """One button each, in the shape of `actions`; a village may do all three, the township comments."""
    return [
        Action(name=name, label=str(label), hindrance=_hindrance(guards, placement, actor))
        for name, label, roles, guards in RIGHTS
        if actor.has_role(*roles)
    ]


def _hindrance(guards: tuple[Guard, ...], placement: Placement, actor: Actor) -> str | None:
    try:
        for guard in guards:
            guard(placement, actor)
    except DomainError as hindered:
        return hindered.message
    return None


def _is_live(placement: Placement, _actor: Actor) -> None:
    rules.is_live(placement)


def _review_is_open(_placement: Placement, _actor: Actor) -> None:
    rules.review_is_open()


def _is_not_refused(placement: Placement, _actor: Actor) -> None:
    if placement.status == Placement.Status.REFUSED:
        raise DomainError("refused", _("本村（社区）已拒绝承接，正在处理"))


def _has_not_petitioned(placement: Placement, _actor: Actor) -> None:
    said = Statement.objects.filter(kind=Statement.Kind.PETITION, matter_id=placement.matter_id)
    if said.filter(village_id=placement.village_id).exists():
        raise DomainError("petitioned", _("本村（社区）已就该事项提出过退出要求"))


def _has_not_commented(placement: Placement, actor: Actor) -> None:
    year = timezone.localdate().year
    said = Statement.objects.filter(kind=Statement.Kind.COMMENT, matter_id=placement.matter_id, year=year)
    township = actor.has_role(Role.TOWNSHIP_OFFICER)
    if (said.filter(village=None) if township else said.filter(village_id=placement.village_id)).exists():
        raise DomainError("commented", _("今年已提出过意见"))


VILLAGE, BOTH = (Role.VILLAGE_OFFICER,), (Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER)
RIGHTS: tuple[tuple[str, str | Promise, tuple[Role, ...], tuple[Guard, ...]], ...] = (
    ("refuse", gettext_lazy("拒绝承接"), VILLAGE, (rules.is_own_village, _is_live, _is_not_refused)),
    ("petition", gettext_lazy("要求退出"), VILLAGE, (rules.is_own_village, _is_live, _has_not_petitioned)),
    ("comment", gettext_lazy("年度复核意见"), BOTH, (_is_live, _review_is_open, _has_not_commented)),
)
