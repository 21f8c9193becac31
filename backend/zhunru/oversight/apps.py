from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OversightConfig(AppConfig):
    name = "zhunru.oversight"
    verbose_name = _("全程监督")
