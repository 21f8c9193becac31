from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdmissionsConfig(AppConfig):
    name = "zhunru.admissions"
    verbose_name = _("事项准入")

    def ready(self) -> None:
        import_module("zhunru.admissions.receivers")
