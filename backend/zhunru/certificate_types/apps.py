from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificateTypesConfig(AppConfig):
    name = "zhunru.certificate_types"
    verbose_name = _("证明清单")
