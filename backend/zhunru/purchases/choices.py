"""What a purchase of services is made of, in words: clauses, providers and ways of choosing them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ClauseKind(models.TextChoices):
    SERVICE_CONTENT = "service_content", _("服务内容")
    QUANTITY = "quantity", _("服务数量")
    QUALITY = "quality", _("服务质量")
    TIMELINESS = "timeliness", _("服务时限")
    STAFFING = "staffing", _("人员配备")
    SAFETY = "safety", _("安全要求")
    DATA_PROTECTION = "data_protection", _("个人信息保护")
    REPORTING = "reporting", _("台账与报告")
    RECIPIENT_OPINION = "recipient_opinion", _("服务对象意见")
    PURCHASER_DUTY = "purchaser_duty", _("购买主体义务")
    PRICE_PAYMENT = "price_payment", _("价款与支付")
    RIGHTS_DUTIES = "rights_duties", _("权利义务")
    ACCEPTANCE = "acceptance", _("履约验收")
    BREACH = "breach", _("违约责任")
    DISPUTES = "disputes", _("争议解决")
    OTHER = "other", _("其他约定")


class Side(models.TextChoices):
    """Whose duty a clause is."""

    PROVIDER = "provider", _("承接主体")
    PURCHASER = "purchaser", _("购买主体")


class Evidence(models.TextChoices):
    NONE = "none", _("不需要佐证材料")
    FILE = "file", _("需要佐证材料")
    FILE_WITH_LOCATION = "file_with_location", _("需要带位置的佐证材料")


class MeasuredBy(models.TextChoices):
    PURCHASER = "purchaser", _("购买主体")
    VILLAGE = "village", _("村（社区）")
    RECIPIENTS = "recipients", _("服务对象")
    THIRD_PARTY = "third_party", _("第三方")


class ProviderKind(models.TextChoices):
    """Who would provide the service; a Party branch never does (rule P-03)."""

    VILLAGE_COMMITTEE = "village_committee", _("村民委员会")
    COMMUNITY_COMMITTEE = "community_committee", _("居民委员会")
    COLLECTIVE = "collective", _("农村集体经济组织")
    PARTY_BRANCH = "party_branch", _("村（社区）党组织")


PROVIDERS = (ProviderKind.VILLAGE_COMMITTEE, ProviderKind.COMMUNITY_COMMITTEE, ProviderKind.COLLECTIVE)


class Method(models.TextChoices):
    """How the provider is chosen."""

    DIRECT = "direct", _("限额标准以下直接委托")
    SINGLE_SOURCE = "single_source", _("单一来源采购")
    NEGOTIATION = "negotiation", _("竞争性磋商")
    TALKS = "talks", _("竞争性谈判")
    TENDER = "tender", _("公开招标")


class Ban(models.TextChoices):
    """Why something may never be bought of a village (clause 2.4e)."""

    LAW_ENFORCEMENT = "law_enforcement", _("需要执法资格")
    PROFESSIONAL = "professional", _("需要专业资质")
    NEVER = "never", _("不得列入政府购买服务")
