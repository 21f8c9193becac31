"""The words of an assessment: how a clause is measured, why it may be left out, what came of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeasureKind(TextChoices):
    """How it is found out to what part a clause was kept."""

    BOOLEAN = "boolean", _("是否完成")
    COUNT = "count", _("数量")
    RATIO = "ratio", _("比率")
    DEADLINE = "deadline", _("时限")
    SAMPLE = "sample", _("抽查合格率")
    SURVEY = "survey", _("服务对象满意率")
    SCALE = "scale", _("分档评定")


class NotApplicable(TextChoices):
    """Why a clause is not assessed in a period, to nobody's disadvantage."""

    PURCHASER_DEFAULT = "purchaser_default", _("购买主体未履行义务")
    FORCE_MAJEURE = "force_majeure", _("不可抗力")
    NO_DEMAND = "no_demand", _("本期无需求")


class Met(TextChoices):
    """What can be said of a clause without any figure."""

    MET = "met", _("达到")
    PARTLY = "partly", _("部分达到")
    NOT_MET = "not_met", _("未达到")
    NOT_APPLICABLE = "not_applicable", _("不适用")


class Satisfaction(TextChoices):
    """What a score is called where the contract gives it a name; from the best down."""

    SATISFIED = "satisfied", _("满意")
    BASICALLY = "basically_satisfied", _("基本满意")
    REMEDY = "to_be_remedied", _("需整改")
    NOT_SATISFIED = "not_satisfied", _("不满意")
