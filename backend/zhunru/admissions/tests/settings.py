"""The county's parameters, set otherwise for a test."""

from typing import Any

from zhunru.admissions.tests.stage import Stage
from zhunru.configuration import queries
from zhunru.configuration.models import Configuration
from zhunru.configuration.schema import Settings
from zhunru.configuration.services import add_version


def set_parameters(stage: Stage, **changed: Any) -> Configuration:
    """A new version with these values; what has begun before keeps the version it began under."""
    held = queries.current()
    settings = Settings.model_validate(held.values.model_dump(mode="json") | changed)
    return add_version(settings, based_on=held.number, note="试行", actor=stage.actor("admin"))
