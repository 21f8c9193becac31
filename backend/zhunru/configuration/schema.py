"""Every parameter that the county may set, with its default, bounds, unit and title (domain: 配置目录)."""

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Annotated, Literal

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from zhunru.configuration import courses
from zhunru.configuration.choices import ObjectType
from zhunru.configuration.courses import Course, CourseOverride, Limits, once
from zhunru.configuration.extras import ExtraSchema, extra_schema
from zhunru.configuration.grounds import UrgentGround
from zhunru.configuration.parameters import other, switch, whole, working_days
from zhunru.configuration.purchasing import PurchaseSettings
from zhunru.configuration.sections import CATALOGUE
from zhunru.core.text import Line, Money, said

COMMON_YEAR = 2023
MONTH_DAY = r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
MIB = 1024 * 1024

FileType = Literal["pdf", "ofd", "jpeg", "png", "docx", "xlsx"]


def _on(month_day: str, year: int) -> date:
    return date.fromisoformat(f"{year}-{month_day}")


def _every_year(month_day: str) -> str:
    try:
        _on(month_day, COMMON_YEAR)
    except ValueError:
        raise said(gettext("不是每年都有的日子，请改填")) from None
    return month_day


def _falling(days: list[int]) -> list[int]:
    if days != sorted(set(days), reverse=True):
        raise said(gettext("请从远到近填写，每个天数只填一次"))
    return days


MonthDay = Annotated[str, Field(pattern=MONTH_DAY), AfterValidator(_every_year)]
ReminderDay = Annotated[int, Field(ge=1, le=365, strict=True)]


class Share(BaseModel):
    """A part of the whole, kept exactly: a third is no decimal number."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"group": "exit", "unit": "ratio"})

    numerator: int = whole(1, _("分子"), "exit", "ratio", most=100)
    denominator: int = whole(3, _("分母"), "exit", "ratio", most=100)

    def of(self, count: int) -> int:
        """The least whole number that is this share of `count`."""
        return ceil(Fraction(self.numerator, self.denominator) * count)


class UrgentSettings(BaseModel):
    """先进后批: enter first, be decided on later."""

    model_config = ConfigDict(extra="forbid")

    registration_hours: int = whole(24, _("进入后登记时限"), "urgent", "hours", most=168)
    application_days: int = working_days(5, _("进入后补报申请期限"), "urgent", most=30)
    decision_days: int = working_days(10, _("申请后作出决定期限"), "urgent", most=60)
    max_calendar_days: int = whole(30, _("未经批准的最长期限"), "urgent", "calendar_days", most=180)
    grounds: Annotated[list[UrgentGround], AfterValidator(once)] = other(
        lambda: list(UrgentGround), _("可先进后批的情形"), "urgent", "choice", min_length=1, max_length=20
    )
    abuse_lapses: int = whole(
        2, _("提出约谈建议的失效次数"), "urgent", "times", most=50, help=_("同一部门一年内逾期失效达到此次数")
    )


class FormOverride(BaseModel):
    """Which further fields the form for one type of object leaves out."""

    model_config = ConfigDict(extra="forbid")

    object_type: ObjectType = other(..., _("对象类型"), "forms", "choice")
    hidden: Annotated[list[Line], AfterValidator(once)] = other(
        list, _("不填写的项目"), "forms", "choice", max_length=20
    )

    @field_validator("hidden")
    @classmethod
    def _may_be_left_out(cls, names: list[str], info: ValidationInfo) -> list[str]:
        if "object_type" not in info.data:
            return names  # refused already
        free = {field.name for field in CATALOGUE[info.data["object_type"]] if not field.fixed}
        if not set(names) <= free:
            raise said(gettext("只能选择该类对象可不填写的项目"))
        return names


def _once_each_type(forms: list[FormOverride]) -> list[FormOverride]:
    once([form.object_type for form in forms])
    return forms


class Settings(BaseModel):
    """All parameters of one version. Days are working days unless the unit says otherwise."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lead_time_days: int = working_days(30, _("提前申报期限"), "receipt", least=0, help=_("计划开始前多少个工作日申报"))
    lead_time_blocks: bool = switch(False, _("未提前申报的不予提交"), "receipt", help=_("关闭时只作提醒"))
    form_check_days: int = working_days(2, _("形式审查期限"), "receipt")
    deemed_accepted_days: int = working_days(
        5, _("视为受理期限"), "receipt", help=_("超过此期限未告知补正的，视为受理")
    )
    correction_days: int = working_days(10, _("补正期限"), "receipt", help=_("逾期未补正的，视为撤回"))
    first_review_days: int = working_days(3, _("初审期限"), "review")
    first_reviewer_role: Literal["social_work_clerk", "social_work_head"] = other(
        "social_work_clerk", _("初审角色"), "review", "choice"
    )
    consultation_days: int = working_days(5, _("征求意见期限"), "review", help=_("与初审同时进行"))
    silence_is_consent: bool = switch(
        True, _("逾期未答复视为无意见"), "review", help=_("不适用于村（社区）的签字确认和经费到账")
    )
    sampled_villages: int = whole(3, _("征求意见的村（社区）数"), "review", "villages", least=0, most=100)
    second_review_days: int = working_days(4, _("复审期限"), "review")
    leader_days: int = working_days(2, _("分管县领导审签期限"), "decision")
    joint_meeting_days: int = working_days(5, _("联席会议期限"), "decision")
    total_days: int = working_days(15, _("办理总期限"), "decision", most=250, help=_("不含补正和等待县委常委会的时间"))
    four_eyes: bool = switch(True, _("办理与复核分开"), "decision", help=_("申请、审核、决定登记由不同人员办理"))
    adjust_by_office: bool = switch(True, _("不增加负担的调整由社会工作部决定"), "decision")
    resubmit_months: int = whole(6, _("不予准入后再次申请的间隔"), "decision", "months", least=0, most=60)
    issue_days: int = working_days(2, _("印发期限"), "issue")
    serve_days: int = working_days(2, _("送达期限"), "issue")
    publish_days: int = working_days(20, _("公开期限"), "issue")
    similarity: float = other(
        0.55, _("相似事项阈值"), "review", "ratio", ge=0.1, le=1, help=_("名称相似度达到此值的须说明是否合并")
    )
    funding_standard_per_person_day: Money | None = other(
        None, _("每人每天经费标准"), "review", "yuan", help=_("未填写的不作比较")
    )
    temporary_max_months: int = whole(12, _("临时类最长期限"), "terms", "months", most=36)
    extension_count: int = whole(1, _("可延期次数"), "terms", "times", least=0, most=5)
    expiry_reminder_days: Annotated[list[ReminderDay], AfterValidator(_falling)] = other(
        lambda: [60, 30, 7], _("到期前提醒"), "terms", "calendar_days", min_length=1, max_length=10
    )
    urgent: UrgentSettings = other(UrgentSettings, _("先进后批"), "urgent", "choice")
    withdrawal_objection_days: int = working_days(5, _("村（社区）对退出提出异议期限"), "exit")
    petition_share: Share = other(Share, _("居民提请退出的村（社区）比例"), "exit", "ratio")
    petition_villages: int = whole(10, _("居民提请退出的村（社区）数"), "exit", "villages", most=10_000)
    review_window_from: MonthDay = other("11-01", _("年度评估开始日"), "exit", "month_day")
    review_window_to: MonthDay = other("12-31", _("年度评估截止日"), "exit", "month_day")
    basis_review_days: int = working_days(10, _("依据失效后的复核期限"), "exit")
    readmission_months: int = whole(6, _("既有事项补办准入期限"), "exit", "months", most=36)
    refusal_reply_days: int = working_days(3, _("答复拒绝承接的期限"), "voice")
    list_consultation_days: int = working_days(5, _("清单草案征求意见期限"), "lists")
    acknowledgement_days: int = working_days(5, _("清单公布后确认知悉期限"), "lists")
    purchases: PurchaseSettings = other(PurchaseSettings, _("购买服务"), "purchases", "choice")
    attachment_max_bytes: int = whole(
        10 * MIB, _("单个附件大小上限"), "files", "bytes", least=100 * 1024, most=25 * MIB
    )
    attachment_types: Annotated[list[FileType], AfterValidator(once)] = other(
        lambda: ["pdf", "ofd", "jpeg", "png", "docx", "xlsx"],
        _("附件类型"),
        "files",
        "choice",
        min_length=1,
        max_length=6,
    )
    courses: list[CourseOverride] = other(list, _("办理程序的特别规定"), "courses", "choice", max_length=100)
    forms: Annotated[list[FormOverride], AfterValidator(_once_each_type)] = other(
        list, _("申请表的分项"), "forms", "choice", max_length=len(ObjectType)
    )

    def course_of(self, object_type: str, category: str, kind: str = "admit") -> Course:
        """Who is heard on such a request, who decides on it, and within which limits (rule A-05)."""
        usual = Limits.model_validate(self, from_attributes=True)
        return courses.course(usual, self.courses, object_type, category, kind)

    def sections_of(self, object_type: str) -> list[str]:
        """The names of the further fields that the form for this type of object asks for."""
        return [field.name for field in self.extra_schema(object_type).fields]

    def extra_schema(self, object_type: str) -> ExtraSchema:
        """The check for those fields."""
        return extra_schema(
            object_type, frozenset(n for f in self.forms if f.object_type == object_type for n in f.hidden)
        )

    def petition_needed(self, villages_in_scope: int) -> int:
        """How many villages make a petition for exit: the share of those in scope or the number, whichever is less."""
        return max(1, min(self.petition_share.of(villages_in_scope), self.petition_villages))

    def review_window(self, year: int) -> tuple[date, date]:
        """First and last day of that year's review."""
        return _on(self.review_window_from, year), _on(self.review_window_to, year)
