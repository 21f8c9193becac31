"""Checking the further fields of a form: what is wrong, field by field, in words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from pydantic_core import PydanticCustomError

from zhunru.configuration.sections import Field, Kind, fields_of
from zhunru.core.text import storable

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
EARLIEST = date(1949, 10, 1)


@dataclass(frozen=True)
class ExtraSchema:
    """The further fields of one type of object."""

    fields: tuple[Field, ...]

    def faults(self, values: Mapping[str, Any], *, complete: bool = True) -> dict[str, str]:
        """A sentence for each field that is wrong; of a draft (not `complete`) none for what is still missing."""
        known = {field.name: field for field in self.fields}
        found = {name: _("没有这一项") for name in values if name not in known}
        for name, field in known.items():
            value = _tidy(values.get(name))
            if value is None:
                if field.required and complete:
                    found[name] = _("此项必填")
            elif fault := _CHECKS[field.kind](field, value):
                found[name] = fault
        return found

    def cleaned(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values as they are kept: texts composed and without outer spaces, nothing empty, nothing unknown.

        Only for values without faults.
        """
        tidy = {field.name: _tidy(values.get(field.name)) for field in self.fields}
        return {
            name: storable(value) if isinstance(value, str) else value
            for name, value in tidy.items()
            if value is not None
        }


def extra_schema(object_type: str, hidden: frozenset[str] = frozenset()) -> ExtraSchema:
    """The check for the further fields of that type; `Settings.extra_schema` knows which are hidden."""
    return ExtraSchema(fields_of(object_type, hidden))


def _tidy(value: Any) -> Any:
    """A text without outer spaces; None for one that is empty."""
    return value.strip() or None if isinstance(value, str) else value


def _text(field: Field, value: Any) -> str | None:
    if not isinstance(value, str):
        return _("请填写文字")
    try:
        kept = storable(value)
    except PydanticCustomError as error:
        return error.message()
    return _("最多 %(max_length)s 个字") % {"max_length": field.most} if len(kept) > field.most else None


def _number(field: Field, value: Any) -> str | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return _("请填写整数")
    if not field.least <= value <= field.most:
        return _("应在 %(least)s 至 %(most)s 之间") % {"least": field.least, "most": field.most}
    return None


def _date(_field: Field, value: Any) -> str | None:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None:
        return _("应为日期，如 2026-01-31")
    return _("日期过早，请核对") if day < EARLIEST else None


def _choice(field: Field, value: Any) -> str | None:
    return None if value in [choice for choice, _label in field.choices] else _("不在可选范围内")


def _boolean(_field: Field, value: Any) -> str | None:
    return None if isinstance(value, bool) else _("请选择是或否")


_CHECKS: dict[Kind, Callable[[Field, Any], str | None]] = {
    "text": _text,
    "number": _number,
    "date": _date,
    "choice": _choice,
    "boolean": _boolean,
}
