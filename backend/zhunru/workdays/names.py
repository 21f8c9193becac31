"""The clocks that cases have, by name: what a reader calls them, and which of them no pause stops."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ClockName(TextChoices):
    """Other names are taken, too; they are then shown as they are."""

    TOTAL = "total", _("办理总时限")
    FORM_CHECK = "form_check", _("形式审查")
    DEEMED_ACCEPTED = "deemed_accepted", _("逾期未告知视为受理")
    CORRECTION = "correction", _("补正")
    FIRST_REVIEW = "first_review", _("初审")
    CONSULTATION = "consultation", _("征求意见")
    SECOND_REVIEW = "second_review", _("复审")
    REFERRAL = "referral", _("呈报审定")
    LEADER = "leader", _("分管县领导审签")
    JOINT_MEETING = "joint_meeting", _("联席会议研究")
    COMMITTEE = "committee", _("县委常委会研究")
    ISSUE = "issue", _("制发文书")
    SERVE = "serve", _("送达")
    PUBLISH = "publish", _("公开")
    URGENT_REGISTRATION = "urgent_registration", _("紧急事项登记")
    URGENT_APPLICATION = "urgent_application", _("紧急事项补办申请")
    URGENT_DECISION = "urgent_decision", _("紧急事项决定")
    URGENT_END = "urgent_end", _("紧急事项最长期限")
    REFUSAL_REPLY = "refusal_reply", _("答复不予承接")
    OBJECTION = "objection", _("村（社区）异议期")
    BASIS_REVIEW = "basis_review", _("依据变动后复核")
    REVIEW = "review", _("年度复核")


UNSTOPPED = frozenset(
    {
        ClockName.CORRECTION,
        ClockName.CONSULTATION,
        ClockName.JOINT_MEETING,
        ClockName.COMMITTEE,
        ClockName.URGENT_REGISTRATION,
        ClockName.URGENT_APPLICATION,
        ClockName.URGENT_DECISION,
        ClockName.URGENT_END,
        ClockName.REFUSAL_REPLY,
        ClockName.OBJECTION,
    }
)
"""What the others wait for during a pause runs on; what is already in the villages is stretched by nothing."""


def label(name: str) -> str:
    """In the reader's language."""
    return str(ClockName(name).label) if name in ClockName else name
