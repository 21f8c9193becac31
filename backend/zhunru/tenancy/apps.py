from django.apps import AppConfig
from django_tenants.signals import schema_migrated


class TenancyConfig(AppConfig):
    name = "zhunru.tenancy"

    def ready(self) -> None:
        from zhunru.tenancy.upkeep import after_migration

        schema_migrated.connect(after_migration)
