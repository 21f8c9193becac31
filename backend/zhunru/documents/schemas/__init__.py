"""What the documents' routes take and give."""

from zhunru.documents.schemas.documents import (
    DocumentFilters,
    DocumentOut,
    DocumentPage,
    DocumentRow,
    KindName,
    PaperLink,
    StandingName,
    StatusName,
)
from zhunru.documents.schemas.drafts import (
    BlankOut,
    CheckOut,
    DraftFilters,
    DraftIn,
    DraftNew,
    DraftOut,
    DraftRow,
    FaultOut,
    FormOut,
)
from zhunru.documents.schemas.seals import (
    Appointment,
    Candidates,
    GrantIn,
    GrantOut,
    Person,
    Revocation,
    SealFilters,
    SealIn,
    SealOut,
    SealRow,
    VoidIn,
)
from zhunru.documents.schemas.uses import (
    Approving,
    DuplicateIn,
    DuplicateOut,
    Refusing,
    Requesting,
    UseFilter,
    UseOut,
    UseRow,
)

__all__ = [
    "Appointment", "Approving", "BlankOut", "Candidates", "CheckOut", "DocumentFilters", "DocumentOut", "DocumentPage",
    "DocumentRow", "DraftFilters", "DraftIn", "DraftNew", "DraftOut", "DraftRow", "DuplicateIn", "DuplicateOut",
    "FaultOut", "FormOut", "GrantIn", "GrantOut", "KindName", "PaperLink", "Person", "Refusing", "Requesting",
    "Revocation", "SealFilters", "SealIn", "SealOut", "SealRow", "StandingName", "StatusName", "UseFilter",
    "UseOut", "UseRow", "VoidIn",
]  # fmt: skip
