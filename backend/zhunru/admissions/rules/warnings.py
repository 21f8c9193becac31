"""What an applicant is warned of: it does not stop the submission, unless the county has it so."""

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions.models import Application
from zhunru.admissions.parameters import parameters_of
from zhunru.admissions.rules.submission import WITH_CONTENT
from zhunru.configuration.choices import Category
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.workdays import clocks


def warnings_of(application: Application) -> list[DomainError]:
    if parameters_of(application).lead_time_blocks:
        return []  # told among the rules
    warning = _too_short_notice(application)
    return [warning] if warning else []


def gives_notice(application: Application, _actor: Actor) -> None:
    """Rule A-02: so many working days before the planned start, where the county insists."""
    warning = _too_short_notice(application)
    if warning and parameters_of(application).lead_time_blocks:
        raise warning


def _too_short_notice(application: Application) -> DomainError | None:
    """A-02; an urgent matter has entered already."""
    if application.kind not in WITH_CONTENT or application.category == Category.URGENT or not application.starts_on:
        return None
    days = parameters_of(application).lead_time_days
    earliest = clocks.due(timezone.localdate(), days)
    if earliest is None or application.starts_on >= earliest:
        return None
    return DomainError(
        "short_notice",
        _("距开始不足 %(days)s 个工作日，最早宜定于 %(day)s；请确认审核来得及") % {"days": days, "day": earliest},
        field="starts_on",
    )
