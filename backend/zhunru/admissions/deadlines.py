"""Which clock runs while an application waits where, and when it stands still (rules A-03 to A-07)."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from zhunru.admissions.models import Application, Opinion
from zhunru.admissions.parameters import course_of, parameters_of
from zhunru.admissions.rules.concerned import CLOSED
from zhunru.configuration.choices import Category
from zhunru.core.roles import Role
from zhunru.workdays import clocks

S = Application.Status
TOTAL = "total"
"""Runs from submission to the paper, pauses not counted (A-07)."""
URGENT = "urgent_decision"
"""Runs from the application on an urgent matter to its decision; nothing stretches it (A-24)."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A clock's name, its limit in the course's `limits` or the parameters, and who must act."""

    clock: str
    limit: str
    role: Role


STAGES: dict[str, Stage] = {
    S.SUBMITTED: Stage("form_check", "form_check_days", Role.SOCIAL_WORK_CLERK),
    S.RETURNED: Stage("correction", "correction_days", Role.DEPARTMENT_HEAD),
    S.ACCEPTED: Stage("first_review", "first_review_days", Role.SOCIAL_WORK_CLERK),
    S.FIRST_REVIEWED: Stage("second_review", "second_review_days", Role.SOCIAL_WORK_CLERK),
    S.REVIEWED: Stage("referral", "second_review_days", Role.SOCIAL_WORK_HEAD),
    S.AT_LEADER: Stage("leader", "leader_days", Role.DECISION_RECORDER),
    S.AT_JOINT_MEETING: Stage("joint_meeting", "joint_meeting_days", Role.DECISION_RECORDER),
    S.APPROVED: Stage("issue", "issue_days", Role.SEAL_KEEPER),
}
PAUSES = {S.RETURNED: "correction", S.AT_COMMITTEE: "committee", S.DEFERRED: "committee"}
"""The total stands still while the applicant mends, and until the committee meets (A-06)."""
KEPT = (TOTAL, URGENT, "urgent_application")


def keep_time(application: Application) -> None:
    """Stop what is met, start what begins, pause what waits for others; called after each step."""
    today, status = timezone.localdate(), application.status
    if status in CLOSED:
        clocks.stop_all(application, on=today)
        return
    _stop_others(application, today)
    _begin(application, today)
    if status in PAUSES:
        clocks.pause(application, PAUSES[Application.Status(status)], on=today)
    else:
        clocks.resume(application, on=today)
    _run(application, today)


def _stop_others(application: Application, today: date) -> None:
    stage = STAGES.get(application.status)
    for clock in clocks.running(application):
        if clock.name not in KEPT and (stage is None or clock.name != stage.clock):
            clocks.stop(application, clock.name, on=today)


def _begin(application: Application, today: date) -> None:
    """On submission the total begins; for an urgent matter the decision's clock, too."""
    if application.status != S.SUBMITTED:
        return
    limit = course_of(application).limits.total_days
    clocks.start(application, TOTAL, limit=limit, on=today, title=application.title, role=Role.SOCIAL_WORK_HEAD)
    if application.category == Category.URGENT:
        clocks.stop(application, "urgent_application", on=today)
        days = parameters_of(application).urgent.decision_days
        clocks.start(
            application, URGENT, limit=days, on=today, title=application.title, role=Role.SOCIAL_WORK_HEAD,
            pausable=False,
        )  # fmt: skip


def _run(application: Application, today: date) -> None:
    stage = STAGES.get(application.status)
    if stage is None:
        return
    limits, values = course_of(application).limits, parameters_of(application)
    clocks.start(
        application,
        stage.clock,
        limit=getattr(limits, stage.limit, None) or getattr(values, stage.limit),
        on=_starting_day(application, today),
        title=application.title,
        role=stage.role,
        organisation_id=application.department_id if stage.role == Role.DEPARTMENT_HEAD else None,
        pausable=application.status != S.RETURNED,
    )


def _starting_day(application: Application, today: date) -> date:
    """The second review begins when the consultation is over, for it waits for both."""
    if application.status != S.FIRST_REVIEWED:
        return today
    waiting = application.opinions.filter(purpose=Opinion.Purpose.ADMISSION, answered_at__isnull=True)
    last: date | None = waiting.order_by("-due_on").values_list("due_on", flat=True).first()
    return max(today, last) if last else today
