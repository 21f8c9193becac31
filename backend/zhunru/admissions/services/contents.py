"""What a matter takes over from the application that was approved."""

from typing import Any

from zhunru.admissions.models import Application
from zhunru.admissions.models.matters import CONTENT


def content_of(application: Application) -> dict[str, Any]:
    return {name: getattr(application, name) for name in CONTENT}
