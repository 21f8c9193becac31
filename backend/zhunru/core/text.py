"""The kinds of text and money that may come in from outside."""

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

MAX_TEXT = 4000


def said(sentence: str) -> PydanticCustomError:
    """A validation error whose sentence is already meant for the user."""
    return PydanticCustomError("said", "{detail}", {"detail": sentence})


def storable(value: str) -> str:
    """Refuse what PostgreSQL cannot store; return the text in Unicode's composed form."""
    if any(map(_is_unstorable, value)):
        raise said(_("含有无法保存的字符，请删去后重填"))
    return unicodedata.normalize("NFC", value)


def words_of(typed: str, most: int) -> list[str]:
    """The first words of a search, as they may reach the database: composed as texts are stored, so that Tibetan is
    found however its marks were typed, and without what cannot be stored."""
    plain = "".join(" " if _is_unstorable(char) else char for char in typed)
    return unicodedata.normalize("NFC", plain).split()[:most]


def _is_unstorable(char: str) -> bool:
    return char == "\x00" or "\ud800" <= char <= "\udfff"


Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), AfterValidator(storable)]
"""One line of text, at most 200 characters."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_TEXT), AfterValidator(storable)]
"""Text of several lines, at most 4,000 characters."""


def masked_phone(number: str) -> str:
    """138****5678: enough to be told from another number, not enough to be rung up."""
    digits = sum(char.isdigit() for char in number)
    before, after = (3, 4) if digits > 9 else (0, 2)
    seen, shown = 0, ""
    for char in number:
        seen += char.isdigit()
        hidden = char.isdigit() and before < seen <= digits - after
        shown += "*" if hidden else char
    return shown


def _no_float(value: Any) -> Any:
    if isinstance(value, float | bool):
        raise said(_("金额请以文字形式填写，如 3600.00"))
    return value


def values_of(choices: type[TextChoices]) -> WithJsonSchema:
    """For `Annotated[Model.Status, values_of(Model.Status)]`: the values stand where they are used.

    Every model calls its choices `Status`; as one named component they would overwrite each other in the
    API's document.
    """
    return WithJsonSchema({"type": "string", "enum": list(choices.values)})


Money = Annotated[
    Decimal,
    BeforeValidator(_no_float),
    Field(max_digits=14, decimal_places=2, ge=0),
    PlainSerializer(lambda value: f"{value:.2f}", return_type=str),
    WithJsonSchema({"type": "string", "format": "decimal", "pattern": r"^\d{1,12}(\.\d{1,2})?$"}),
]
"""Yuan with two places; a string on the wire."""


def _not_in_future(day: date) -> date:
    if day > timezone.localdate():
        raise said(_("日期不能晚于今天"))
    return day


PastDay = Annotated[date, AfterValidator(_not_in_future)]
"""Today or before."""
