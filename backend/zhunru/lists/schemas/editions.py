from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from zhunru.configuration.choices import Body
from zhunru.core.text import Line, Text, values_of
from zhunru.core.workflow import Remark
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.schemas.entries import EntryOut

StatusName = Annotated[Edition.Status, values_of(Edition.Status)]
Given = Annotated[Line, StringConstraints(min_length=1)]


class Because(Remark):
    """A step that needs its reason."""

    remark: Annotated[Text, StringConstraints(min_length=1)]


class ListDecision(Remark):
    """The decision as the deciding body wrote it: number and day, no minutes."""

    resolution_number: Given
    decided_on: date
    decided_by: Annotated[Body, values_of(Body)]


class Publication(Remark):
    """From which day the edition holds; not before the day of publication."""

    effective_on: date


class DraftIn(Schema):
    note: Text = ""


class EditionLink(Schema):
    """An edition by its number."""

    id: int
    kind: Annotated[ListKind, values_of(ListKind)]
    number: int | None
    status: StatusName
    status_label: str
    effective_on: date | None
    ends_on: date | None
    note: str
    document_number: str

    @staticmethod
    def resolve_status_label(edition: Any) -> str:
        """Of an edition, and of a link that is part of an answer: that is read once more."""
        return str(Edition.Status(edition.status).label)


class EditionPaper(Schema):
    id: int
    number: str
    code: str


class EditionOut(EditionLink):
    """One edition, without its entries. `paper` is None where it was published before this system, or not yet."""

    version: int
    kind_label: str = Field(alias="get_kind_display")
    based_on: EditionLink | None
    consultation_due: date | None
    resolution_number: str
    decided_on: date | None
    decided_by: str
    decided_by_label: str = Field(alias="get_decided_by_display")
    published_on: date | None
    paper: EditionPaper | None = Field(alias="document")
    entry_count: int
    removed_count: int


class ListOut(Schema):
    """One of the three lists today; `edition` is None before the first takes effect."""

    kind: str
    label: str
    edition: EditionLink | None
    scheduled: EditionLink | None
    """Published, and not in force yet."""
    underway: EditionLink | None
    entry_count: int
    departments: list[str]


class EditionWithEntries(Schema):
    """What a list says on a day: an instrument that anyone may cite."""

    kind: Literal["statutory", "assist", "negative"]
    label: str
    on: date
    edition: EditionOut | None
    entries: list[EntryOut]
