from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.core.text import Line
from zhunru.lists.models import ListKind


class EditionOut(Schema):
    id: int
    number: int
    effective_on: date
    note: str


class ListOut(Schema):
    """One of the three lists as it holds today; `edition` is None before the first takes effect."""

    kind: str
    label: str
    edition: EditionOut | None
    entry_count: int
    departments: list[str]


class EntryFilter(Schema):
    kind: Annotated[ListKind | None, Field(alias="list")] = None
    lead_department: Annotated[Line | None, Field(alias="department")] = None


class EntryRow(BaseModel):
    """A line of a list."""

    id: int
    kind: ListKind
    code: str
    seq: int
    title: str
    village_duty: str
    lead_department: str
    legal_basis: str
    basis_version: str

    @computed_field
    def kind_label(self) -> str:
        return str(self.kind.label)


class LegalBasisOut(Schema):
    """One article in one version; the version is empty where the source does not tell it."""

    id: int
    document: str
    document_number: str
    article: str
    version: date | None


class LegalBasisRow(BaseModel):
    """A legal basis to pick from, with the number of entries that rest on it."""

    id: int
    document: str
    document_number: str
    article: str
    version: date | None
    entry_count: int


class EntryOut(Schema):
    id: int
    version: int
    kind: str
    kind_label: str = Field(alias="get_kind_display")
    code: str
    seq: int
    title: str
    village_duty: str
    lead_department: str
    legal_basis: str
    basis_version: str
    bases: list[LegalBasisOut]
    source_url: str
    completeness: str
    edition: EditionOut
