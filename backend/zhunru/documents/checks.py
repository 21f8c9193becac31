"""What must be there before the first paper is drawn."""

from typing import Any

from django.core.checks import CheckMessage, Error

from zhunru.documents import fonts


def fonts_present(**_: Any) -> list[CheckMessage]:
    """Missing fonts are an error at start, not a page of boxes."""
    try:
        fonts.find(fonts.folders())
    except fonts.FontsMissingError as error:
        return [
            Error(
                f"fonts for official papers are missing: {error}",
                hint="run `make setup`, or point FONT_DIR at a folder that holds them",
                id="documents.E001",
            )
        ]
    return []
