"""Signing a paper, the seal being the signature's own appearance, and saying whether a file is as signed.

PAdES by pyHanko, ECDSA P-256. Whatever stands on the pages is put there before the first signature, the fields of all
signatures included: a later one fills its own field and nothing else.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields

from zhunru.documents import paging, pki, tagging
from zhunru.documents.judging import Verification, judge
from zhunru.documents.paging import POINTS_PER_MM
from zhunru.documents.rendering import Rendered
from zhunru.documents.signatures import providers
from zhunru.documents.signatures.providers import Order
from zhunru.documents.signatures.returned import signed_elsewhere


@dataclass(frozen=True, slots=True)
class Appearance:
    """The seal as a one-page PDF file, `diameter` mm wide."""

    file: Path
    diameter: float


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, and with which seal."""

    name: str
    seal: Appearance


def anchor(place: int) -> str:
    """The name of the anchor and of the field of the seal in this place, from 0: `seal`, `seal-2`."""
    return f"seal-{place + 1}" if place else "seal"


def sign(rendered: Rendered, signatories: Sequence[Signatory], *, reason: str, paged: bool = False) -> bytes:
    """The PDF with a signature of each, in order; its appearance is the seal, centred at the empty anchor.

    Where a paper has no anchor for a seal it is signed without one being seen. `paged`: a paper of several pages bears
    each seal once more over the edges of all its pages.
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(rendered.pdf))
    if paged and rendered.pages > 1:
        paging.put_on(writer, rendered.pages, [(one.seal.file, one.seal.diameter) for one in signatories])
    for place, one in enumerate(signatories):
        field = _field(rendered, place, one)
        fields.append_signature_field(writer, field)
        tagging.tag_last_field(writer, field.on_page)
    fields.ensure_sig_flags(writer, lock_sig_flags=True)
    signed = b""
    for place, one in enumerate(signatories):
        if signed:
            writer = IncrementalPdfFileWriter(io.BytesIO(signed))
        visible = one.seal.file if anchor(place) in rendered.anchors else None
        order = Order(anchor(place), one.name, reason, visible)
        name, service = providers.for_files(one.name)
        ours = name == providers.LOCAL
        signed = service.sign(writer, order) if ours else signed_elsewhere(service, writer, order)
    return signed


def _field(rendered: Rendered, place: int, signatory: Signatory) -> fields.SigFieldSpec:
    name = anchor(place)
    if name not in rendered.anchors:
        return fields.SigFieldSpec(name, readable_field_name=f"{signatory.name}（签名）")
    page, x, y = rendered.anchors[name]
    half = signatory.seal.diameter * POINTS_PER_MM / 2
    box = (round(x - half), round(y - half), round(x + half), round(y + half))
    return fields.SigFieldSpec(name, on_page=page, box=box, readable_field_name=f"{signatory.name}（印章）")


def verify(pdf: bytes) -> Verification:
    """Judge every signature of a file of our own; a stranger's goes through `checking`, which bounds what it costs."""
    return judge(pdf, roots())


def roots() -> list[Path]:
    """The certificates that are trusted: this installation's own; none before its first start."""
    return pki.roots()
