"""What can be asked of a village, how, and who is heard and decides: the words that parameters are set for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ObjectType(models.TextChoices):
    """What needs admission (domain: 准入对象类型)."""

    WORK_MATTER = "work_matter", _("工作事项")
    MECHANISM = "mechanism", _("工作机构（机制）")
    SIGNBOARD = "signboard", _("挂牌")
    LEDGER = "ledger", _("台账报表")
    SURVEY = "survey", _("调查统计")
    INSPECTION = "inspection", _("检查考核")
    CONTEST = "contest", _("创建评比")
    APP = "app", _("应用程序（系统）")
    TRAINING = "training", _("培训")


class Category(models.TextChoices):
    REGULAR = "regular", _("常规类")
    TEMPORARY = "temporary", _("临时类")
    URGENT = "urgent", _("紧急类")


class Body(models.TextChoices):
    """Who is asked after the second review; the last one of a course decides."""

    LEADER = "leader", _("分管县领导")
    JOINT_MEETING = "joint_meeting", _("联席会议")
    COMMITTEE = "committee", _("县委常委会")


class Party(models.TextChoices):
    """Whose opinion is asked for."""

    TOWNSHIP = "township", _("乡镇")
    VILLAGE = "village", _("村（社区）")
    FINANCE = "finance", _("财政部门")
    JUSTICE = "justice", _("司法行政部门")
    DEPARTMENT = "department", _("相关部门")
