"""The register of seals' uses, and duplicates, as the routes take and give them."""

from datetime import date, datetime
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field, StringConstraints, computed_field

from zhunru.core.text import Line, Text, values_of
from zhunru.core.workflow import Remark
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Draft, Duplicate, SealUse
from zhunru.documents.schemas.documents import KindName, PaperLink
from zhunru.documents.schemas.seals import RowId, Said

UseStatus = Annotated[SealUse.Status, values_of(SealUse.Status)]
UsePurpose = Annotated[SealUse.Purpose, values_of(SealUse.Purpose)]
Copies = Annotated[int, Field(ge=1, le=999)]


class UseFilter(Schema):
    """Days are those on which the use was asked for. Words are sought in what it is about, number and names."""

    seal: RowId | None = None
    kind: KindName | None = None
    status: UseStatus | None = None
    purpose: UsePurpose | None = None
    from_on: date | None = None
    to_on: date | None = None


class UseRow(BaseModel):
    """A line of the register."""

    id: int
    seal_id: int
    seal_name: str
    purpose: UsePurpose
    kind: str
    title: str
    copies: int
    status: UseStatus
    requested_name: str
    requested_at: datetime
    approved_name: str
    approved_at: datetime | None
    used_name: str
    used_at: datetime | None
    document_id: int | None
    number: str | None

    @computed_field
    def purpose_label(self) -> str:
        return str(self.purpose.label)

    @computed_field
    def kind_label(self) -> str:
        return str(KINDS[self.kind].label) if self.kind in KINDS else self.kind

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)


class UseOut(Schema):
    """One use of one seal, from the request to the paper that bears it."""

    id: int
    version: int
    seal_id: int
    seal_name: str
    purpose: UsePurpose
    purpose_label: str
    kind: str
    kind_label: str
    title: str
    copies: int
    receiver: str
    reason: str
    status: UseStatus
    status_label: str
    requested_name: str
    requested_at: datetime
    approved_name: str
    approved_at: datetime | None
    ground: str
    granted: bool
    """Approved of once for all, not by itself."""
    refusal: str
    used_name: str
    used_at: datetime | None
    document: PaperLink | None
    draft: int | None
    duplicate: int | None
    """The number of the duplicate that was made."""

    @staticmethod
    def resolve_seal_name(use: SealUse) -> str:
        return use.seal.name

    @staticmethod
    def resolve_purpose_label(use: SealUse) -> str:
        return use.get_purpose_display()

    @staticmethod
    def resolve_kind_label(use: SealUse) -> str:
        return str(KINDS[use.kind].label) if use.kind in KINDS else use.kind

    @staticmethod
    def resolve_status_label(use: SealUse) -> str:
        return use.get_status_display()

    @staticmethod
    def resolve_granted(use: SealUse) -> bool:
        return use.grant_id is not None

    @staticmethod
    def resolve_draft(use: SealUse) -> int | None:
        return Draft.objects.filter(use=use).values_list("pk", flat=True).first()

    @staticmethod
    def resolve_duplicate(use: SealUse) -> int | None:
        return Duplicate.objects.filter(use=use).values_list("no", flat=True).first()


class Approving(Remark):
    """By what right the use is approved of; empty where it is the approver's own."""

    ground: Line = ""


class Refusing(Remark):
    """Why it is refused."""

    remark: Annotated[Text, StringConstraints(min_length=1, max_length=400)]


class Requesting(Remark):
    """How many copies will bear the seal."""

    copies: Copies = 1


class DuplicateIn(Schema):
    """For whom a duplicate is, why, and how many prints of it."""

    receiver: Said
    reason: Said
    copies: Copies = 1


class DuplicateOut(Schema):
    """A duplicate that was made; its file is read under its number."""

    no: int
    receiver: str
    reason: str
    copies: int
    issued_on: date
    size: int
    sha256: str
    use_id: int
    approved_name: str
    used_name: str

    @staticmethod
    def resolve_copies(duplicate: Duplicate) -> int:
        return duplicate.use.copies

    @staticmethod
    def resolve_approved_name(duplicate: Duplicate) -> str:
        return duplicate.use.approved_name

    @staticmethod
    def resolve_used_name(duplicate: Duplicate) -> str:
        return duplicate.use.used_name
