"""On what grounds a matter may enter villages before it is decided on; a free text is not enough."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UrgentGround(models.TextChoices):
    NATURAL_DISASTER = "natural_disaster", _("自然灾害")
    ACCIDENT = "accident", _("事故灾难")
    PUBLIC_HEALTH = "public_health", _("公共卫生事件")
    SOCIAL_SECURITY = "social_security", _("社会安全事件")
    SUPERIOR_ORDER = "superior_order", _("上级应急指令")
