"""Which clock runs while an application or a matter waits where, and when it stands still (rules A-03 to A-07)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from zhunru.admissions.models import Application, Matter, Opinion, RefusalCase, RequestKind
from zhunru.admissions.parameters import course_of, parameters_of, parameters_of_matter
from zhunru.admissions.rules.concerned import CLOSED
from zhunru.admissions.rules.matters import objections_to
from zhunru.configuration import queries as configuration
from zhunru.configuration.choices import Category
from zhunru.core.roles import Role
from zhunru.core.workflow import Step
from zhunru.workdays import clocks
from zhunru.workdays.models import Clock, Pause
from zhunru.workdays.names import ClockName as C

S = Application.Status
R = Pause.Reason
KEPT = (C.TOTAL, C.CONSULTATION, C.URGENT_APPLICATION, C.URGENT_DECISION, C.URGENT_END)
"""A change of status does not stop these by itself."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A clock's name, its limit in the course's `limits` or the parameters, and who must act."""

    clock: str
    limit: str
    role: Role


STAGES: dict[str, tuple[Stage, ...]] = {
    S.SUBMITTED: (
        Stage(C.FORM_CHECK, "form_check_days", Role.SOCIAL_WORK_CLERK),
        Stage(C.DEEMED_ACCEPTED, "deemed_accepted_days", Role.SOCIAL_WORK_CLERK),
    ),
    S.RETURNED: (Stage(C.CORRECTION, "correction_days", Role.DEPARTMENT_HEAD),),
    S.ACCEPTED: (Stage(C.FIRST_REVIEW, "first_review_days", Role.SOCIAL_WORK_CLERK),),
    S.FIRST_REVIEWED: (Stage(C.SECOND_REVIEW, "second_review_days", Role.SOCIAL_WORK_CLERK),),
    S.REVIEWED: (Stage(C.REFERRAL, "second_review_days", Role.SOCIAL_WORK_HEAD),),
    S.AT_LEADER: (Stage(C.LEADER, "leader_days", Role.DECISION_RECORDER),),
    S.AT_JOINT_MEETING: (Stage(C.JOINT_MEETING, "joint_meeting_days", Role.DECISION_RECORDER),),
    S.APPROVED: (Stage(C.ISSUE, "issue_days", Role.SEAL_KEEPER),),
}
PAUSES = {S.RETURNED: R.CORRECTION, S.AT_COMMITTEE: R.COMMITTEE, S.DEFERRED: R.SUSPENSION}
"""The total stands still while the applicant mends, until the committee meets, and until a deferral ends (A-06)."""
CONSULTED = (S.ACCEPTED, S.FIRST_REVIEWED)
"""Here opinions are awaited."""


def keep_time(application: Application) -> None:
    """Stop what is met, start what begins, pause what waits for others; after each step and every night."""
    today = timezone.localdate()
    if application.status in CLOSED:
        clocks.stop_all(application, on=today)
        return
    _stop_others(application, today)
    _begin(application, today)
    _keep_pause(application, today)
    _keep_consultation(application, today)
    for stage in STAGES.get(application.status, ()):
        _run(stage, application, today)


def _stop_others(application: Application, today: date) -> None:
    wanted = [stage.clock for stage in STAGES.get(application.status, ())]
    for clock in clocks.running(application):
        decided = application.status == S.APPROVED and clock.name == C.URGENT_DECISION
        if decided or clock.name not in (*KEPT, *wanted):
            clocks.stop(application, clock.name, on=today)


def _begin(application: Application, today: date) -> None:
    """On submission the total begins (rule A-07); for an urgent matter the decision's clock, too (A-24)."""
    if application.status != S.SUBMITTED:
        return
    said: dict[str, Any] = {"on": today, "title": application.title, "role": Role.SOCIAL_WORK_HEAD}
    clocks.start(application, C.TOTAL, limit=course_of(application).limits.total_days, **said)
    if application.category == Category.URGENT:
        clocks.stop(application, C.URGENT_APPLICATION, on=today)
        clocks.start(application, C.URGENT_DECISION, limit=parameters_of(application).urgent.decision_days, **said)


def begin_urgent(application: Application, entered_on: date) -> None:
    """What has entered is applied for within some working days, and holds for some calendar days at most (A-24)."""
    terms = parameters_of(application).urgent
    said: dict[str, Any] = {"on": entered_on, "title": application.title}
    clocks.start(
        application, C.URGENT_APPLICATION, limit=terms.application_days, role=Role.DEPARTMENT_HEAD,
        organisation_id=application.department_id, **said,
    )  # fmt: skip
    clocks.start(
        application, C.URGENT_END, limit=terms.max_calendar_days, unit=Clock.Unit.CALENDAR,
        role=Role.SOCIAL_WORK_HEAD, **said,
    )  # fmt: skip


def _run(stage: Stage, application: Application, today: date) -> None:
    limits, values = course_of(application).limits, parameters_of(application)
    clocks.start(
        application,
        stage.clock,
        limit=getattr(limits, stage.limit, None) or getattr(values, stage.limit),
        on=_starting_day(application, today),
        title=application.title,
        role=stage.role,
        organisation_id=application.department_id if stage.role == Role.DEPARTMENT_HEAD else None,
    )


def _starting_day(application: Application, today: date) -> date:
    """The second review waits for the consultation, the seal on a withdrawal for the villages' term to object."""
    last = None
    if application.status == S.FIRST_REVIEWED:
        last = _last_day(awaited(application))
    if application.status == S.APPROVED:
        last = _objections_until(application)
    return max(today, last) if last else today


# --- pauses ---


def _keep_pause(application: Application, today: date) -> None:
    waits = _waits_for(application, today)
    if waits:
        clocks.pause(application, waits[0], on=waits[1])
    else:
        clocks.resume(application, on=today)


def _waits_for(application: Application, today: date) -> tuple[str, date] | None:
    """For whom the total stands still, and from which day."""
    if reason := PAUSES.get(S(application.status)):
        return reason, today
    if application.status in CONSULTED and (over_on := _overdue_since(application, today)):
        return R.CONSULTATION, over_on
    until = _objections_until(application) if application.status == S.APPROVED else None
    return (R.CONSULTATION, today) if until and today <= until else None


def _overdue_since(application: Application, today: date) -> date | None:
    """The first day after the consultation's term while somebody's word is missing and silence is none (A-14)."""
    if parameters_of(application).silence_is_consent:
        return None
    last = _last_day(awaited(application).filter(due_on__lt=today))
    return last + timedelta(days=1) if last else None


def awaited(application: Application) -> QuerySet[Opinion]:
    """Opinions on its admission that were asked for and have not been given."""
    asked: QuerySet[Opinion] = application.opinions.filter(purpose=Opinion.Purpose.ADMISSION, answered_at__isnull=True)
    return asked


def _last_day(opinions: QuerySet[Opinion]) -> date | None:
    days = opinions.filter(due_on__isnull=False).order_by("-due_on")
    return days.values_list("due_on", flat=True).first()


def _keep_consultation(application: Application, today: date) -> None:
    """Its clock runs while anybody is waited for."""
    asked = awaited(application).order_by("-asked_at").values_list("asked_at", flat=True).first()
    if asked is None or application.status not in CONSULTED:
        clocks.stop(application, C.CONSULTATION, on=today)
        return
    clocks.start(
        application, C.CONSULTATION, limit=course_of(application).limits.consultation_days,
        on=timezone.localdate(asked), title=application.title, role=Role.SOCIAL_WORK_CLERK,
    )  # fmt: skip


def _objections_until(application: Application) -> date | None:
    """Of a decided withdrawal: the last day of the villages' term, while some have not spoken (A-25)."""
    if application.kind != RequestKind.WITHDRAW:
        return None
    matter = Matter.objects.filter(pk__in=application.concerns, status=Matter.Status.WITHDRAWING).first()
    if matter is None or not objections_to(matter).filter(answered_at__isnull=True).exists():
        return None
    return matter.objections_until


# --- matters ---

SERVED = ("take_effect", "enter_first", "ratify", "adjust", "extend", "suspend", "resume")
LEAVING = ("withdraw", "expire", "lapse", "supersede", "write_off")
"""With these steps, too, every township in scope is served (A-19); nothing else runs afterwards."""


def keep_time_of_matter(step: Step[Matter], matter: Matter) -> None:
    """The villages' term to object, a rest of the whole matter, the service of its papers; after each step."""
    today = timezone.localdate()
    if step.name in LEAVING:
        clocks.stop_all(matter, on=today)
    elif matter.status == Matter.Status.SUSPENDED:
        clocks.pause(matter, R.SUSPENSION, on=today)
    else:
        clocks.resume(matter, on=today)
    values = parameters_of_matter(matter)
    said: dict[str, Any] = {"on": today, "title": matter.title}
    if step.name in (*SERVED, *LEAVING) and matter.deliveries.exists():
        clocks.start(matter, C.SERVE, limit=values.serve_days, role=Role.SOCIAL_WORK_CLERK, pausable=False, **said)
    if matter.status == Matter.Status.WITHDRAWING:
        clocks.start(matter, C.OBJECTION, limit=values.withdrawal_objection_days, role=Role.SOCIAL_WORK_HEAD, **said)
    else:
        clocks.stop(matter, C.OBJECTION, on=today)


# --- refusals ---


def keep_time_of_refusal(case: RefusalCase) -> None:
    """The department has some working days to answer; after each step and every night.

    The case is opened by the township's trigger, which knows no clocks. The clock does not name the village.
    """
    if case.status != RefusalCase.Status.FILED:
        clocks.stop_all(case, on=timezone.localdate())
        return
    clocks.start(
        case,
        C.REFUSAL_REPLY,
        limit=configuration.current().values.refusal_reply_days,
        on=timezone.localdate(case.filed_at),
        title=str(case),
        role=Role.DEPARTMENT_HEAD,
        organisation_id=case.department_id,
    )
