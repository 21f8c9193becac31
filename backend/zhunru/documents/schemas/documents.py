"""What the documents' routes take and give."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import AfterValidator, BaseModel, WithJsonSchema, computed_field

from zhunru.core.pages import Page, Paging
from zhunru.core.text import said, values_of
from zhunru.divisions.queries import public_host
from zhunru.documents import codes
from zhunru.documents.kinds import KINDS
from zhunru.documents.kinds.declaration import TownshipScope
from zhunru.documents.models import Document
from zhunru.documents.verification import Answer, Standing


def _known(name: str) -> str:
    if name not in KINDS:
        raise said(_("没有这种文书"))
    return name


KindName = Annotated[str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": list(KINDS)})]
"""The name of a registered kind; the list in the API's document follows the registry."""
StatusName = Annotated[Document.Status, values_of(Document.Status)]
StandingName = Annotated[Standing, values_of(Standing)]


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
        return str(self.status.label)


class DocumentPage(Page[DocumentRow]):
    """A page of the register."""


class PaperLink(Schema):
    """Another paper, by its number."""

    id: int
    number: str


class PartOut(Schema):
    """One of several matters of a paper for which it does not hold today."""

    title: str
    code: str
    rests: bool
    since: date
    by: PaperLink


class DocumentOut(Schema):
    """One paper, without its file. `status` is what the register says, `standing` what it is worth today."""

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
    status: StatusName
    status_label: str
    standing: StandingName
    standing_label: str
    admits: bool
    starts_on: date | None
    ends_on: date | None
    ended_on: date | None
    ended_by: PaperLink | None
    void_reason: str
    may_be_voided: bool
    """Its kind allows it, and it has not ended."""
    corrects: PaperLink | None
    corrections: list[PaperLink]
    """The papers that put right what this one says wrongly."""
    suspended_by: PaperLink | None
    parts: list[PartOut]
    """Of a split: the matters for which it does not hold."""
    ends: list[PaperLink]
    sha256: str
    size: int
    specimen: bool
    addressee: str
    matter_title: str
    matter_code: str
    scope: list[TownshipScope]

    @classmethod
    def of(cls, answer: Answer) -> "DocumentOut":
        document, facts = answer.document, answer.document.facts
        return cls(
            kind_label=str(KINDS[document.kind].label),
            link=codes.verification_link(public_host(), document.code),
            organisation_name=document.organisation.name,
            status_label=document.get_status_display(),
            standing=answer.standing,
            standing_label=answer.label,
            admits=answer.admits,
            starts_on=facts.get("starts_on"),
            ends_on=facts.get("ends_on"),
            ended_by=_link(document.ended_by),
            may_be_voided=KINDS[document.kind].voidable and document.status == Document.Status.VALID,
            corrects=_link(document.corrects),
            corrections=[PaperLink(id=one.pk, number=one.number) for one in document.corrections.order_by("id")],
            suspended_by=_link(answer.suspension),
            parts=[
                PartOut(
                    **{name: getattr(one, name) for name in _PART}, by=PaperLink(id=one.by.pk, number=one.by.number)
                )
                for one in answer.parts
            ],
            ends=[PaperLink(id=one.pk, number=one.number) for one in document.ends.order_by("id")],
            **{name: facts[name] for name in ("addressee", "matter_title", "matter_code", "scope")},
            **{name: getattr(document, name) for name in _PLAIN},
        )


def _link(paper: Document | None) -> PaperLink | None:
    return PaperLink(id=paper.pk, number=paper.number) if paper else None


_PART = ("title", "code", "rests", "since")
_PLAIN = (
    "id", "version", "kind", "number", "code", "title", "issued_on", "status", "ended_on", "sha256", "size", "specimen",
    "void_reason",
)  # fmt: skip
