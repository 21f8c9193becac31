from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContractsConfig(AppConfig):
    name = "zhunru.contracts"
    verbose_name = _("购买服务合同")
