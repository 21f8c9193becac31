from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ListsConfig(AppConfig):
    name = "zhunru.lists"
    verbose_name = _("三份清单")
