"""Kinds of paper: a folder each, holding a declaration, its typed facts and its template.

To add one: a folder beside `approval` with `__init__.py` (a `Kind` named KIND) and `page.html`, and a line here.
"""

from zhunru.documents.kinds.approval import KIND as APPROVAL
from zhunru.documents.kinds.declaration import Kind
from zhunru.documents.kinds.withdrawal import KIND as WITHDRAWAL

KINDS: dict[str, Kind] = {kind.name: kind for kind in (APPROVAL, WITHDRAWAL)}
CHOICES = [(kind.name, kind.label) for kind in KINDS.values()]

__all__ = ["APPROVAL", "CHOICES", "KINDS", "WITHDRAWAL", "Kind"]
