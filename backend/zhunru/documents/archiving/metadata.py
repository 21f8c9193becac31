"""What the archive says of each paper."""

import base64
from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet

from zhunru.documents.kinds import CERTIFICATE, KINDS
from zhunru.documents.models import Document, Duplicate, Erasure, Seal, SealUse
from zhunru.documents.signatures import beside
from zhunru.documents.signatures.providers import Detached

STEP = 200
"""Papers that are in memory at once."""


def described(papers: QuerySet[Document]) -> Iterator[Document]:
    """In the order of issue, each with what is told of it."""
    uses = SealUse.objects.filter(status=SealUse.Status.USED).select_related("seal").order_by("id")
    full = papers.select_related("organisation", "seal", "ended_by", "corrects", "template", "erasure")
    parts: dict[str, QuerySet[Any]] = {
        "uses": uses,
        "duplicates": Duplicate.objects.order_by("no"),
        "ends": Document.objects.order_by("id"),
        "corrections": Document.objects.order_by("id"),
        "cosealed": Seal.objects.order_by("pk"),
    }
    full = full.prefetch_related(*(Prefetch(name, queryset=rows) for name, rows in parts.items()))
    after = 0
    while some := list(full.filter(pk__gt=after).order_by("pk")[:STEP]):
        yield from some
        after = some[-1].pk


def erasure_of(paper: Document) -> Erasure | None:
    found: Erasure | None = getattr(paper, "erasure", None)
    return found


def is_withheld(paper: Document) -> bool:
    """A certificate names a person, whom its village alone knows (clause 2.3d): its file leaves no package."""
    return paper.kind == CERTIFICATE.name


def is_packed(paper: Document) -> bool:
    """Its files are in the package; of every other it holds only what is told of it."""
    return erasure_of(paper) is None and not is_withheld(paper)


def name_of(paper: Document) -> str:
    """In the package: by its number, which no other paper has."""
    return f"文书/{paper.number}.pdf"


def name_of_duplicate(paper: Document, duplicate: Duplicate) -> str:
    return f"副本/{paper.number}（副本{duplicate.no}）.pdf"


def metadata(paper: Document, sm3: dict[str, str]) -> dict[str, Any]:
    """As JSON. `sm3`: by name in the package, of the files that are in it."""
    name = name_of(paper) if is_packed(paper) else ""
    return {
        "number": paper.number,
        "kind": paper.kind,
        "kind_label": str(KINDS[paper.kind].label),
        "title": paper.title,
        "organisation": paper.organisation.name,
        "issued_on": paper.issued_on.isoformat(),
        "status": paper.status,
        "status_label": paper.get_status_display(),
        "ended_on": paper.ended_on.isoformat() if paper.ended_on else "",
        "ended_by": paper.ended_by.number if paper.ended_by else "",
        "void_reason": paper.void_reason,
        "ends": [other.number for other in paper.ends.all()],
        "corrects": paper.corrects.number if paper.corrects else "",
        "corrected_by": [other.number for other in paper.corrections.all()],
        "seals": [paper.seal.name, *(seal.name for seal in paper.cosealed.all())],
        "specimen": paper.specimen,
        "uses": [_use(use) for use in paper.uses.all()],
        "code": paper.code,
        "template": paper.template.number if paper.template else None,
        "sha256": paper.sha256,
        "sm3": sm3.get(name, ""),
        "size": paper.size,
        "signatures_beside": [_beside(one) for one in beside.of(paper.sha256)],
        "file": name,
        "withheld": is_withheld(paper),
        "erased": _erased(erasure_of(paper)),
        "duplicates": [_duplicate(paper, one, sm3) for one in paper.duplicates.all()],
    }


def _beside(one: Detached) -> dict[str, str]:
    """An SM2 signature over the SM3 of the file; it outlives the file."""
    signature = base64.b64encode(one.signature).decode()
    return {"provider": one.provider, "sm3": one.sm3, "signature": signature, "key": one.key}


def _use(use: SealUse) -> dict[str, Any]:
    return {
        "seal": use.seal.name,
        "purpose": use.purpose,
        "requested_by": use.requested_name,
        "approved_by": use.approved_name,
        "approved_at": use.approved_at.isoformat() if use.approved_at else "",
        "ground": use.ground,
        "used_by": use.used_name,
        "used_at": use.used_at.isoformat() if use.used_at else "",
        "copies": use.copies,
    }


def _erased(erasure: Erasure | None) -> dict[str, str] | None:
    if erasure is None:
        return None
    return {"on": erasure.erased_at.date().isoformat(), "due_on": erasure.due_on.isoformat(), "rule": erasure.rule}


def _duplicate(paper: Document, one: Duplicate, sm3: dict[str, str]) -> dict[str, Any]:
    name = name_of_duplicate(paper, one) if is_packed(paper) else ""
    return {
        "no": one.no,
        "receiver": one.receiver,
        "reason": one.reason,
        "issued_on": one.issued_on.isoformat(),
        "sha256": one.sha256,
        "sm3": sm3.get(name, ""),
        "size": one.size,
        "file": name,
    }
