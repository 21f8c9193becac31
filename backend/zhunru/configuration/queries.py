"""Which parameters hold, and who may read which version."""

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from zhunru.configuration.models import Configuration
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import DEPARTMENT_ROLES


def current() -> Configuration:
    """The version that holds now; its `values` are the parameters."""
    newest: Configuration = Configuration.objects.latest("number")
    return newest


def visible_to(actor: Actor) -> QuerySet[Configuration]:
    """The county's offices read every version; departments the current one, which their forms need."""
    versions: QuerySet[Configuration] = Configuration.objects.select_related("made_by")
    if actor.realm != COUNTY:
        return versions.none()
    if actor.has_role(*DEPARTMENT_ROLES):
        return versions.filter(number=current().number)
    return versions


def with_author(versions: QuerySet[Configuration]) -> QuerySet[Configuration]:
    """Each with `made_by_name`, empty for the version that came with the installation."""
    return versions.annotate(made_by_name=Coalesce("made_by__name", Value("")))
