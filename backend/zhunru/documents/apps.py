from importlib import import_module

from django.apps import AppConfig
from django.core.checks import register


class DocumentsConfig(AppConfig):
    name = "zhunru.documents"

    def ready(self) -> None:
        from zhunru.documents import checks

        register(checks.fonts_present)
        register(checks.signing_keys_are_safe)
        register(checks.providers_are_known)
        register(checks.certificates_are_valid)
        import_module("zhunru.documents.receivers")
        import_module("zhunru.documents.batching.receivers")
        import_module("zhunru.documents.archiving.jobs")
