from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, StringConstraints

from zhunru.core.text import Line, Text

Short = Annotated[Line, StringConstraints(max_length=50)]
Named = Annotated[Line, StringConstraints(min_length=1)]


class LegalBasisOut(Schema):
    """One article in one version; the version is empty where the source does not tell it."""

    id: int
    document: str
    document_number: str
    article: str
    version: date | None
    valid_from: date | None
    quotation: str
    ended_on: date | None
    successor_id: int | None


class LegalBasisRow(BaseModel):
    """A legal basis to pick from, with the number of entries in force that rest on it."""

    id: int
    document: str
    document_number: str
    article: str
    version: date | None
    ended_on: date | None
    successor_id: int | None
    entry_count: int


class BasisIn(Schema):
    """An article as the law has it. A row that is there is never changed, only ended or replaced."""

    document: Named
    document_number: Short = ""
    article: Short = ""
    version: date | None = None
    valid_from: date | None = None
    quotation: Text = ""


class Replacement(Schema):
    """From `ended_on` the article no longer holds; `by` is what holds instead, if anything does."""

    ended_on: date
    by: BasisIn | None = None


class RestingOut(Schema):
    """An entry or an admitted matter that rests on a basis."""

    what: str
    id: int
    code: str
    title: str
    due_on: date | None = None
