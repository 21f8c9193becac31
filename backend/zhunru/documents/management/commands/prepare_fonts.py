"""`manage.py prepare_fonts`: make what the set-up's font packages do not hold ready-made, and check the rest."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from zhunru.documents import fonts


class Command(BaseCommand):
    help = "Extract the title face and check that every face of an official paper is there"
    requires_system_checks: list[str] = []  # the check asks for what this command makes

    def handle(self, *_: Any, **__: Any) -> None:
        try:
            fonts.extract_biao(settings.FONT_FOLDER)
            found = fonts.find(fonts.folders())
        except (fonts.FontsMissingError, FileNotFoundError) as error:
            raise CommandError(f"fonts missing: {error}") from error
        for family, path in found.files.items():
            self.stdout.write(f"{family}: {path}")
