"""Who may set the county's parameters, and who may look at former ones."""

from django.utils.translation import gettext as _

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import NotAllowedError
from zhunru.core.roles import Role


def sets_parameters(actor: Actor) -> None:
    """The county's administrator alone; the system itself stands for the installation."""
    if actor.role is not None and not (actor.has_role(Role.COUNTY_ADMIN) and actor.realm == COUNTY):
        raise NotAllowedError("not_administrator", _("只有县系统管理员可以修改参数配置"))
