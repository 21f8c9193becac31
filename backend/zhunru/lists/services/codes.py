"""Codes are given once and never reused (rule L-01)."""

from django.db.models import IntegerField, Max
from django.db.models.functions import Cast, Substr

from zhunru.lists.models import CODE_LETTERS, Entry, ListKind


def last_number(kind: ListKind) -> int:
    """The last that was ever given in this list, published or not."""
    number = Cast(Substr("code", 3), IntegerField())
    return int(Entry.objects.filter(kind=kind).aggregate(last=Max(number))["last"] or 0)


def code(kind: ListKind, number: int) -> str:
    return f"{CODE_LETTERS[kind]}-{number:03}"
