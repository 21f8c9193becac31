"""Making a new version of the parameters; it holds at once, and cases keep the one they began under."""

from django.db import IntegrityError, transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.configuration import queries, rules
from zhunru.configuration.models import Configuration
from zhunru.configuration.schema import Settings
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import DomainError
from zhunru.notices.models import Effect
from zhunru.notices.services import tell


@transaction.atomic
def add_version(settings: Settings, *, based_on: int, note: str, actor: Actor) -> Configuration:
    """The next version, in place of number `based_on`.

    Raises NotAllowedError or DomainError (`stale`, with the version that holds now and the one begun from; or
    `unchanged`).
    """
    rules.sets_parameters(actor)
    held = queries.current()
    if held.number != based_on:
        raise _stale(based_on)
    if settings.model_dump() == held.values.model_dump():
        raise DomainError("unchanged", _("参数没有变化，不必保存"))
    version = Configuration(
        number=based_on + 1,
        settings=settings.model_dump(mode="json"),
        note=note,
        made_by_id=actor.user_id,
    )
    try:
        with transaction.atomic():
            version.record(actor=actor, reason=note)
    except IntegrityError as error:  # somebody else was faster
        raise _stale(based_on) from error
    tell(
        realm=COUNTY,
        effect=Effect.CHANGED,
        title=format_lazy(gettext_lazy("参数配置已更新为第 {number} 版"), number=version.number),
        text=note,
        page="configuration",
        object_id=version.number,
    )
    return version


def _stale(based_on: int) -> DomainError:
    """Both versions go with the answer, so that the editor can compare and decide."""
    held = queries.current()
    begun = Configuration.objects.filter(number=based_on).first()
    return DomainError(
        "stale",
        _("参数已被他人修改为第 %(number)s 版，请对照最新内容后再保存") % {"number": held.number},
        field="based_on",
        version=held.number,
        current=held.settings,
        based_on=begun.settings if begun else None,
    )
