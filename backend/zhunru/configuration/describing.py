"""The parameters as a JSON schema for the settings page: titles, units, groups and choices in the reader's language."""

from collections.abc import Iterable
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext

from zhunru.configuration.choices import Body, Category, ObjectType, Party
from zhunru.configuration.grounds import UrgentGround
from zhunru.configuration.parameters import GROUPS, REQUEST_KINDS, UNITS
from zhunru.configuration.schema import Settings
from zhunru.configuration.sections import CATALOGUE, Field
from zhunru.core.roles import Role

CHOICES: tuple[type[TextChoices], ...] = (ObjectType, Category, Body, Party, UrgentGround, Role)
TOLD = ("title", "description")


def described() -> dict[str, Any]:
    """The JSON schema of `Settings`. Each parameter has `title`, `unit`, `unit_label` and `group`, and its bounds;
    choices have `labels` by value; `groups` are the parts of the page in their order; `catalogue` names for each type
    the fields that its form may leave out."""
    found: dict[str, Any] = _told(Settings.model_json_schema())
    groups = {name: gettext(label) for name, label in GROUPS.items()}
    return {**found, "groups": groups, "catalogue": {str(name): _free(fields) for name, fields in CATALOGUE.items()}}


def _free(fields: Iterable[Field]) -> dict[str, str]:
    return {field.name: str(field.label) for field in fields if not field.fixed}


def _told(node: Any) -> Any:
    if isinstance(node, list):
        return [_told(part) for part in node]
    if not isinstance(node, dict):
        return node
    told = {name: _told(part) for name, part in node.items()}
    told |= {name: gettext(told[name]) for name in TOLD if isinstance(told.get(name), str)}
    if "unit" in told:
        told["unit_label"] = gettext(UNITS[told["unit"]])
    if "enum" in told:
        told["labels"] = {value: label_of(value) for value in told["enum"]}
    return told


def label_of(value: str) -> str:
    """What a chosen value is called; a type of file by its own name."""
    for choices in CHOICES:
        if value in choices.values:
            return str(choices(value).label)
    return gettext(REQUEST_KINDS[value]) if value in REQUEST_KINDS else value
