from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacementsConfig(AppConfig):
    name = "zhunru.placements"
    verbose_name = _("村（社区）事项")

    def ready(self) -> None:
        import_module("zhunru.placements.receivers")
        import_module("zhunru.placements.sweeping")
        import_module("zhunru.placements.disclosing_all")
