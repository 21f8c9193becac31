"""The form of a kind of paper, made from its facts: fields in order, with titles, kinds, limits."""

from datetime import date, datetime
from typing import Any, get_args, get_origin

from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

from zhunru.documents import filling
from zhunru.documents.kinds import KINDS
from zhunru.documents.kinds.declaration import Kind
from zhunru.documents.schemas.drafts import FieldKind, FormField, PaperForm
from zhunru.documents.templating import reading

LINE = 200
"""A field that holds no more is one line."""


def forms() -> list[PaperForm]:
    """Of every kind that is written by hand."""
    return [
        PaperForm(kind=kind.name, label=str(kind.label), corrects=kind.name == "erratum", fields=_fields(kind.facts))
        for kind in composed()
    ]


def composed() -> list[Kind]:
    """The kinds that the office writes by hand."""
    return [kind for kind in KINDS.values() if kind.composed]


def _fields(model: type[BaseModel]) -> list[FormField]:
    named = {name: field for name, field in model.model_fields.items() if name not in (*filling.NOT_ASKED, "scope")}
    return [_field(name, reading.title_of(field, name), field) for name, field in named.items()]


def _field(name: str, title: str, field: FieldInfo) -> FormField:
    plain = filling.plain(field.annotation)
    many = get_origin(plain) is list
    inner: Any = get_args(plain)[0] if many else field.annotation
    limits = _limits(field.metadata)
    longest = _longest(inner, () if many else field.metadata)
    group = filling.plain(inner)
    return FormField(
        name=name,
        title=title,
        type=_type(group, longest),
        many=many,
        required=field.is_required(),
        max_length=longest,
        most=limits if many else None,
        fields=_fields(group) if isinstance(group, type) and issubclass(group, BaseModel) else [],
    )


def _type(kind: Any, longest: int | None) -> FieldKind:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return "group"
    if kind is date:
        return "date"
    if kind in (datetime, AwareDatetime):
        return "time"
    return "line" if longest is not None and longest <= LINE else "text"


def _longest(annotation: Any, metadata: Any) -> int | None:
    """The limit of a text, wherever its type says it."""
    found = _limits(metadata)
    if found is None and hasattr(annotation, "__metadata__"):
        found = _limits(annotation.__metadata__)
    if found is None and get_args(annotation):
        found = next(filter(None, (_longest(one, ()) for one in get_args(annotation))), None)
    return found


def _limits(metadata: Any) -> int | None:
    """`max_length` of a text or a list."""
    for one in metadata:
        for said in (one, *getattr(one, "metadata", ())):
            if (most := getattr(said, "max_length", None)) is not None:
                return int(most)
    return None
