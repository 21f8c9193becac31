from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContractsConfig(AppConfig):
    name = "zhunru.contracts"
    verbose_name = _("购买服务合同")

    def ready(self) -> None:
        import_module("zhunru.contracts.sweeping")
        import_module("zhunru.contracts.reports")
