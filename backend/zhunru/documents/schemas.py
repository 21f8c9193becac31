"""What the documents' routes take and give."""

from datetime import date
from typing import Any, Literal

from ninja import Schema
from pydantic import BaseModel, computed_field

from zhunru.core.pages import Page, Paging
from zhunru.divisions.queries import public_host
from zhunru.documents import codes
from zhunru.documents.kinds import KINDS
from zhunru.documents.kinds.declaration import TownshipScope
from zhunru.documents.models import Document

KindName = Literal["approval", "withdrawal"]
StatusName = Literal["valid", "withdrawn"]


class DocumentFilters(Paging):
    """`q` looks in title and number."""

    kind: KindName | None = None
    status: StatusName | None = None


class DocumentRow(BaseModel):
    """A line of the list."""

    id: int
    kind: KindName
    number: str
    code: str
    title: str
    organisation_name: str
    issued_on: date
    status: StatusName
    size: int

    @computed_field
    def kind_label(self) -> str:
        return str(KINDS[self.kind].label)

    @computed_field
    def status_label(self) -> str:
        return str(Document.Status(self.status).label)


class DocumentPage(Page[DocumentRow]):
    """A page of the register."""


class DocumentOut(Schema):
    """One paper, without its file."""

    id: int
    version: int
    kind: str
    kind_label: str
    number: str
    code: str
    link: str
    title: str
    organisation_name: str
    issued_on: date
    status: str
    status_label: str
    withdrawn_on: date | None
    withdrawn_by_id: int | None
    withdrawn_by_number: str | None
    sha256: str
    size: int
    specimen: bool
    addressee: str
    matter_title: str
    matter_code: str
    scope: list[TownshipScope]

    @classmethod
    def of(cls, document: Document) -> "DocumentOut":
        facts: dict[str, Any] = document.facts
        by = document.withdrawn_by
        return cls(
            kind_label=str(KINDS[document.kind].label),
            link=codes.verification_link(public_host(), document.code),
            organisation_name=document.organisation.name,
            status_label=str(Document.Status(document.status).label),
            withdrawn_by_number=by.number if by else None,
            **{name: facts[name] for name in ("addressee", "matter_title", "matter_code", "scope")},
            **{name: getattr(document, name) for name in _PLAIN},
        )


_PLAIN = (
    "id", "version", "kind", "number", "code", "title", "issued_on", "status",
    "withdrawn_on", "withdrawn_by_id", "sha256", "size", "specimen",
)  # fmt: skip
