"""What comes in and goes out about versions of the parameters."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any, Self

from ninja import Schema
from pydantic import AfterValidator, BaseModel, Field, StringConstraints, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from zhunru.configuration import coherence
from zhunru.configuration.choices import Category, ObjectType
from zhunru.configuration.courses import Course
from zhunru.configuration.schema import Settings, Share, UrgentSettings
from zhunru.core.text import MAX_TEXT, said, storable

Number = Annotated[int, Field(ge=1, lt=2**31)]
Note = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT), AfterValidator(storable)
]
WHOLE: dict[str, type[BaseModel]] = {"urgent": UrgentSettings, "petition_share": Share}


class SettingsIn(Settings):
    """All parameters, none left out, and fitting together; each fault stands at its field."""

    @model_validator(mode="before")
    @classmethod
    def _is_whole(cls, given: Any) -> Any:
        if isinstance(given, dict) and (missing := list(_missing(Settings, given, ()))):
            raise ValidationError.from_exception_data(
                cls.__name__, [InitErrorDetails(type="missing", loc=place, input=given) for place in missing]
            )
        return given

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if found := list(coherence.faults(self)):
            raise ValidationError.from_exception_data(
                type(self).__name__,
                [InitErrorDetails(type=said(f.sentence), loc=tuple(f.field.split(".")), input=None) for f in found],
            )
        return self


def _missing(model: type[BaseModel], given: dict[str, Any], place: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name in model.model_fields:
        if name not in given:
            yield (*place, name)
        elif name in WHOLE and isinstance(given[name], dict):
            yield from _missing(WHOLE[name], given[name], (*place, name))


class ConfigurationIn(Schema):
    """A new version in place of version `based_on`, with what was changed and why."""

    based_on: Number
    note: Note
    settings: SettingsIn


class WarningOut(Schema):
    field: str
    detail: str


class ConfigurationOut(Schema):
    """One version; `warnings` tell what the county should know about it."""

    number: int
    settings: Settings
    note: str
    made_by: str
    made_at: datetime
    warnings: list[WarningOut]


class ConfigurationRow(BaseModel):
    number: int
    note: str
    made_by_name: str
    made_at: datetime


class Compared(Schema):
    """The newest version where `new` is not given, the one before it where `old` is not."""

    old: Number | None = None
    new: Number | None = None


class OptionOut(Schema):
    value: str
    label: str


class FieldOut(Schema):
    """A further field of the form; `most` is the greatest number or length."""

    name: str
    label: str
    kind: str
    required: bool
    fixed: bool
    choices: list[OptionOut]
    least: int
    most: int
    help: str


class CourseOut(Schema):
    category: Category
    label: str
    course: Course


class FormOut(Schema):
    """The form for one type of object, and the course of a new matter of each category."""

    object_type: ObjectType
    label: str
    fields: list[FieldOut]
    courses: list[CourseOut]


class FormsOut(Schema):
    """All forms under one version of the parameters."""

    number: int
    forms: list[FormOut]
    grounds: list[OptionOut]
