from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PurchasesConfig(AppConfig):
    name = "zhunru.purchases"
    verbose_name = _("购买服务")
