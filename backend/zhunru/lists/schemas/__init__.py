"""What the routes of the lists take and give."""

from zhunru.lists.schemas.bases import BasisIn, LegalBasisOut, LegalBasisRow, Replacement, RestingOut
from zhunru.lists.schemas.comparing import DifferenceOut, DutiesOut, DutyRow
from zhunru.lists.schemas.editions import (
    Because,
    DraftIn,
    EditionLink,
    EditionOut,
    EditionWithEntries,
    ListDecision,
    ListOut,
    Publication,
)
from zhunru.lists.schemas.entries import EntryChange, EntryFilter, EntryIn, EntryOut, EntryRow, Reason
from zhunru.lists.schemas.voices import AcknowledgementOut, CommentAnswer, CommentIn, CommentOut

__all__ = [
    "AcknowledgementOut",
    "BasisIn",
    "Because",
    "CommentAnswer",
    "CommentIn",
    "CommentOut",
    "DifferenceOut",
    "DraftIn",
    "DutiesOut",
    "DutyRow",
    "EditionLink",
    "EditionOut",
    "EditionWithEntries",
    "EntryChange",
    "EntryFilter",
    "EntryIn",
    "EntryOut",
    "EntryRow",
    "LegalBasisOut",
    "LegalBasisRow",
    "ListDecision",
    "ListOut",
    "Publication",
    "Reason",
    "Replacement",
    "RestingOut",
]  # fmt: skip
