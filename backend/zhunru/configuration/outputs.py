"""Versions and forms as they leave."""

from django.utils.translation import gettext as _

from zhunru.configuration import coherence
from zhunru.configuration.choices import Category, ObjectType
from zhunru.configuration.models import Configuration
from zhunru.configuration.schema import Settings
from zhunru.configuration.schemas import (
    ConfigurationOut,
    CourseOut,
    FieldOut,
    FormOut,
    FormsOut,
    OptionOut,
    WarningOut,
)
from zhunru.configuration.sections import Field


def configuration(version: Configuration) -> ConfigurationOut:
    return ConfigurationOut(
        number=version.number,
        settings=version.values,
        note=version.note,
        made_by=version.made_by.name if version.made_by else _("系统"),
        made_at=version.made_at,
        warnings=[WarningOut(field=w.field, detail=w.sentence) for w in coherence.warnings(version.values)],
    )


def forms(version: Configuration) -> FormsOut:
    values = version.values
    return FormsOut(
        number=version.number,
        forms=[_form(values, object_type) for object_type in ObjectType],
        grounds=[OptionOut(value=ground, label=str(ground.label)) for ground in values.urgent.grounds],
    )


def _form(values: Settings, object_type: ObjectType) -> FormOut:
    return FormOut(
        object_type=object_type,
        label=str(object_type.label),
        fields=[_field(field) for field in values.extra_schema(object_type).fields],
        courses=[
            CourseOut(category=category, label=str(category.label), course=values.course_of(object_type, category))
            for category in Category
        ],
    )


def _field(field: Field) -> FieldOut:
    return FieldOut(
        name=field.name,
        label=str(field.label),
        kind=field.kind,
        required=field.required,
        fixed=field.fixed,
        choices=[OptionOut(value=value, label=str(label)) for value, label in field.choices],
        least=field.least,
        most=field.most,
        help=str(field.help),
    )
