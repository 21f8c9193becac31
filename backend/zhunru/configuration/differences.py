"""Two versions of the parameters beside one another, field by field."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext
from pydantic import BaseModel

from zhunru.configuration.schema import Settings, Share


class Difference(BaseModel):
    """One parameter that is not the same in both; `field` is its place, such as `urgent.decision_days`."""

    field: str
    label: str
    group: str
    unit: str
    old: Any
    new: Any


def differences(old: Settings, new: Settings) -> list[Difference]:
    """In the order of the settings page; a list is compared as a whole."""
    return list(_between(old, new, "", ""))


def _between(old: BaseModel, new: BaseModel, place: str, label: str) -> Iterator[Difference]:
    for name, field in type(old).model_fields.items():
        before, after = getattr(old, name), getattr(new, name)
        here = label + gettext(field.title or "")
        if isinstance(before, BaseModel) and not isinstance(before, Share):
            yield from _between(before, after, f"{place}{name}.", f"{here} · ")
        elif before != after:
            about: Any = field.json_schema_extra
            was, becomes = (model.model_dump(mode="json")[name] for model in (old, new))
            yield Difference(field=place + name, label=here, **about, old=was, new=becomes)
