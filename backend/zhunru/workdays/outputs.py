"""Clocks as they are shown: with their pauses, what is left of them, and what is wrong with them."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Model
from django.utils.translation import gettext as _

from zhunru.core.roles import Role
from zhunru.workdays import clocks as acts
from zhunru.workdays import names
from zhunru.workdays.calendar import Calendar, YearMissingError
from zhunru.workdays.counting import Term
from zhunru.workdays.models import Clock, Pause
from zhunru.workdays.schemas import ClockOut, PauseOut


def of(obj: Model, today: date) -> list[ClockOut]:
    """Every clock of a case, met ones too, in the order in which they were started."""
    return clocks(acts.of(obj), today)


def clocks(rows: Iterable[Clock], today: date) -> list[ClockOut]:
    """Three queries, however many there are."""
    rows = list(rows)
    calendar, pauses = Calendar.load(), acts.pauses_by_case(rows)
    return [_clock(row, pauses.get(acts.case_of(row), []), calendar, today) for row in rows]


def _clock(clock: Clock, pauses: Sequence[Pause], calendar: Calendar, today: date) -> ClockOut:
    runs = clock.met_on is None
    touching = [pause for pause in pauses if clock.pausable and _touches(pause, clock)]
    until = today if clock.met_on is None else clock.met_on
    return ClockOut(
        id=clock.pk,
        subject=clock.subject,
        subject_id=clock.subject_id,
        name=clock.name,
        label=names.label(clock.name),
        title=clock.title,
        started_on=clock.started_on,
        limit=clock.limit,
        unit=clock.unit,
        unit_label=str(clock.get_unit_display()),
        due_on=clock.due_on,
        left=acts.left(clock, today, calendar=calendar, pauses=touching) if runs else None,
        overdue=clock.due_on is not None and clock.due_on < until,
        paused=runs and any(pause.to_on is None for pause in touching),
        warning=_warning(clock, touching, calendar) if runs else None,
        met_on=clock.met_on,
        role=clock.role,
        role_label=str(Role(clock.role).label) if clock.role else "",
        organisation_id=clock.organisation_id,
        pauses=[_pause(pause) for pause in touching],
    )


def _touches(pause: Pause, clock: Clock) -> bool:
    """Whether any of the clock's time lies in the pause."""
    began_in_time = clock.met_on is None or pause.from_on <= clock.met_on
    return began_in_time and (pause.to_on is None or pause.to_on > clock.started_on)


def _warning(clock: Clock, pauses: Sequence[Pause], calendar: Calendar) -> str | None:
    try:
        Term.of(clock, pauses).due_on(calendar)
    except YearMissingError as error:
        return _("到期日无法计算：%(why)s") % {"why": error.message}
    return None


def _pause(pause: Pause) -> PauseOut:
    return PauseOut(
        reason=pause.reason, label=str(pause.get_reason_display()), from_on=pause.from_on, to_on=pause.to_on
    )
