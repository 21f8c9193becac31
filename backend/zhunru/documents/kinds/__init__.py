"""Kinds of paper: a folder each, holding a declaration, its typed facts and its template.

To add one: a folder beside `approval` with `__init__.py` (a `Kind` named KIND) and `page.html`, and a line here.
"""

from zhunru.documents.kinds.acceptance import KIND as ACCEPTANCE
from zhunru.documents.kinds.adjustment import KIND as ADJUSTMENT
from zhunru.documents.kinds.approval import KIND as APPROVAL
from zhunru.documents.kinds.consolidation import KIND as CONSOLIDATION
from zhunru.documents.kinds.contract import KIND as CONTRACT
from zhunru.documents.kinds.conversion import KIND as CONVERSION
from zhunru.documents.kinds.correction import KIND as CORRECTION
from zhunru.documents.kinds.declaration import Kind
from zhunru.documents.kinds.deferral import KIND as DEFERRAL
from zhunru.documents.kinds.expiry import KIND as EXPIRY
from zhunru.documents.kinds.extension import KIND as EXTENSION
from zhunru.documents.kinds.lapse import KIND as LAPSE
from zhunru.documents.kinds.list_difference import KIND as LIST_DIFFERENCE
from zhunru.documents.kinds.list_edition import KIND as LIST_EDITION
from zhunru.documents.kinds.merger import KIND as MERGER
from zhunru.documents.kinds.not_accepted import KIND as NOT_ACCEPTED
from zhunru.documents.kinds.provisional import KIND as PROVISIONAL
from zhunru.documents.kinds.refusal import KIND as REFUSAL
from zhunru.documents.kinds.rejection import KIND as REJECTION
from zhunru.documents.kinds.resumption import KIND as RESUMPTION
from zhunru.documents.kinds.split import KIND as SPLIT
from zhunru.documents.kinds.supplement import KIND as SUPPLEMENT
from zhunru.documents.kinds.suspension import KIND as SUSPENSION
from zhunru.documents.kinds.withdrawal import KIND as WITHDRAWAL

_REGISTERED = (
    APPROVAL, ADJUSTMENT, EXTENSION, MERGER, SPLIT, PROVISIONAL, LAPSE, SUSPENSION, RESUMPTION, EXPIRY, WITHDRAWAL,
    CORRECTION, NOT_ACCEPTED, REJECTION, DEFERRAL, CONVERSION, CONSOLIDATION, LIST_EDITION,
    CONTRACT, SUPPLEMENT, ACCEPTANCE,
)  # fmt: skip
KINDS: dict[str, Kind] = {kind.name: kind for kind in _REGISTERED}
"""The kinds that are numbered, sealed and registered, in the order in which a filter lists them."""
SLIPS: dict[str, Kind] = {kind.name: kind for kind in (REFUSAL, LIST_DIFFERENCE)}
"""The kinds that are only drawn."""
CHOICES = [(kind.name, kind.label) for kind in KINDS.values()]

__all__ = [
    "ACCEPTANCE", "ADJUSTMENT", "APPROVAL", "CHOICES", "CONSOLIDATION", "CONTRACT", "CONVERSION", "CORRECTION",
    "DEFERRAL", "EXPIRY", "EXTENSION", "KINDS", "LAPSE", "LIST_DIFFERENCE", "LIST_EDITION", "MERGER", "NOT_ACCEPTED",
    "PROVISIONAL", "REFUSAL", "REJECTION", "RESUMPTION", "SLIPS", "SPLIT", "SUPPLEMENT", "SUSPENSION", "WITHDRAWAL",
    "Kind",
]  # fmt: skip
