"""What the parameters must be to one another: faults refuse a version, warnings go with it."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from zhunru.configuration.choices import Body, Category, ObjectType
from zhunru.configuration.courses import COMMITTEE_ONLY, Course, CourseOverride, Limits
from zhunru.configuration.purchasing import PurchaseSettings
from zhunru.configuration.schema import Settings

SHORTEST_WINDOW = 14
"""Calendar days in which every department, township and village can be heard once a year."""


class Finding(NamedTuple):
    """What is wrong with one parameter, in a sentence."""

    field: str
    sentence: str


def faults(settings: Settings) -> Iterator[Finding]:
    """Why these parameters cannot hold together."""
    yield from _of_limits(settings)
    yield from _of_exits(settings)
    yield from _of_purchases(settings.purchases)
    yield from _of_courses(settings)


def warnings(settings: Settings) -> Iterator[Finding]:
    """What the county should know about parameters that may hold."""
    if settings.lead_time_days < settings.total_days:
        sentence = _("提前申报期限短于办理总期限，批准可能晚于计划开始日期")
        yield Finding("lead_time_days", sentence)
    yield from _too_short("total_days", settings.course_of(ObjectType.WORK_MATTER, Category.REGULAR).limits)
    for index, override in enumerate(settings.courses):
        yield from _too_short(f"courses.{index}.total_days", _course_of(settings, override).limits)


def critical_path(limits: Limits) -> int:
    """Working days from receipt to issue, without waiting for a meeting; first review and consultation go together."""
    side_by_side = max(limits.first_review_days, limits.consultation_days)
    return limits.form_check_days + side_by_side + limits.second_review_days + limits.leader_days + limits.issue_days


def _too_short(field: str, limits: Limits) -> Iterator[Finding]:
    needed = critical_path(limits)
    if limits.total_days < needed:
        counts = {"total": limits.total_days, "needed": needed}
        yield Finding(field, _("办理总期限 %(total)s 个工作日短于各环节期限之和 %(needed)s 个工作日") % counts)


def _of_limits(settings: Settings) -> Iterator[Finding]:
    if settings.deemed_accepted_days < settings.form_check_days:
        sentence = _("不得短于形式审查期限（%(days)s 个工作日）") % {"days": settings.form_check_days}
        yield Finding("deemed_accepted_days", sentence)
    urgent = settings.urgent
    if urgent.max_calendar_days < urgent.application_days + urgent.decision_days:
        yield Finding("urgent.max_calendar_days", _("不得短于补报申请期限与作出决定期限之和"))


def _of_exits(settings: Settings) -> Iterator[Finding]:
    begin, end = settings.review_window(2023)
    if begin >= end:
        yield Finding("review_window_to", _("截止日应晚于开始日，且在同一年内"))
    elif (end - begin).days + 1 < SHORTEST_WINDOW:
        sentence = _("年度评估至少需要 %(days)s 天") % {"days": SHORTEST_WINDOW}
        yield Finding("review_window_to", sentence)
    if settings.petition_share.numerator > settings.petition_share.denominator:
        yield Finding("petition_share.numerator", _("分子不得大于分母"))


def _of_purchases(purchases: PurchaseSettings) -> Iterator[Finding]:
    if purchases.term_years_max < purchases.term_years:
        yield Finding("purchases.term_years_max", _("不得短于通常的合同期限"))
    if purchases.payment_days_max < purchases.payment_days:
        yield Finding("purchases.payment_days_max", _("不得短于通常的支付期限"))
    if purchases.panel_min % 2 == 0:
        yield Finding("purchases.panel_min", _("验收小组人数应为单数"))


def _of_courses(settings: Settings) -> Iterator[Finding]:
    seen = set()
    for index, override in enumerate(settings.courses):
        conditions = (override.object_type, override.category, override.kind)
        if conditions in seen:
            yield Finding(f"courses.{index}", _("同一类对象、事项和申请只能规定一次"))
        seen.add(conditions)
        if override.bodies and override.object_type in COMMITTEE_ONLY and override.bodies[-1] != Body.COMMITTEE:
            yield Finding(f"courses.{index}.bodies", _("新设机构（机制）和挂牌须由县委常委会决定"))
    if undecided := [t.label for t in ObjectType if _new_regular(settings, t) != Body.COMMITTEE]:
        sentence = _("新增常规类事项须提请县委常委会会议研究：%(types)s") % {"types": "、".join(map(str, undecided))}
        yield Finding("courses", sentence)


def _new_regular(settings: Settings, object_type: ObjectType) -> Body:
    return settings.course_of(object_type, Category.REGULAR, "admit").deciding


def _course_of(settings: Settings, override: CourseOverride) -> Course:
    """A course to which the override applies."""
    return settings.course_of(
        override.object_type or ObjectType.WORK_MATTER,
        override.category or Category.REGULAR,
        override.kind or "admit",
    )
