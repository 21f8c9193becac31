from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    name = "zhunru.certificates"
    verbose_name = _("出具证明")

    def ready(self) -> None:
        import_module("zhunru.certificates.receivers")
