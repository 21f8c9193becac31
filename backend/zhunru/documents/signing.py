"""Signing a paper, the seal being the signature's own appearance, and saying whether a file is as signed.

PAdES by pyHanko, ECDSA P-256. Whatever stands on the pages is put there before the first signature, the fields of all
signatures included: a later one fills its own field and nothing else. A file is judged by pyHanko's difference policy:
readers that only check the signed bytes call a page valid that was turned round afterwards.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

from zhunru.core.errors import DomainError
from zhunru.documents import paging, pki
from zhunru.documents.paging import POINTS_PER_MM
from zhunru.documents.reading import Reader
from zhunru.documents.rendering import Rendered

_RESERVED = 8192
_FILLING = SimpleBoxLayoutRule(
    AxisAlignment.ALIGN_MID,
    AxisAlignment.ALIGN_MID,
    margins=Margins.uniform(0),
    inner_content_scaling=InnerScaling.STRETCH_TO_FIT,
)


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


@dataclass(frozen=True, slots=True)
class Verification:
    """`signed`: there is a signature at all; `intact`: nothing changed since, none is missing; `trusted`: made here."""

    signed: bool
    intact: bool
    trusted: bool
    signers: tuple[str, ...] = ()
    """In the order in which they signed."""

    @property
    def signer(self) -> str:
        """The first."""
        return self.signers[0] if self.signers else ""

    @property
    def holds(self) -> bool:
        return self.signed and self.intact and self.trusted


@lru_cache(maxsize=16)
def _signer(key: Path, certificate: Path, root: Path, _changed: int) -> signers.SimpleSigner:
    made: signers.SimpleSigner | None = signers.SimpleSigner.load(
        str(key), str(certificate), ca_chain_files=[str(root)]
    )
    if made is None:
        raise DomainError("signing_failed", _("签名密钥无法读取，请联系系统管理员"))
    return made


def signer_for(organisation: str) -> signers.SimpleSigner:
    """The organisation's signer, loaded once per process."""
    key, certificate, root = pki.key_files(organisation)
    return _signer(key, certificate, root, certificate.stat().st_mtime_ns)


def anchor(place: int) -> str:
    """The name of the anchor and of the field of the seal in this place, from 0: `seal`, `seal-2`."""
    return f"seal-{place + 1}" if place else "seal"


def sign(rendered: Rendered, signatories: Sequence[Signatory], *, reason: str, paged: bool = False) -> bytes:
    """The PDF with a signature of each, in order; its appearance is the seal, centred at the empty anchor.

    `paged`: a paper of several pages bears each seal once more over the edges of all its pages.
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(rendered.pdf))
    if paged and rendered.pages > 1:
        paging.put_on(writer, rendered.pages, [(one.seal.file, one.seal.diameter) for one in signatories])
    for place, one in enumerate(signatories):
        fields.append_signature_field(writer, _field(rendered, place, one))
    for place, one in enumerate(signatories):
        signed = _signed(writer, place, one, reason)
        writer = IncrementalPdfFileWriter(signed)
    return bytes(signed.getbuffer())


def _field(rendered: Rendered, place: int, signatory: Signatory) -> fields.SigFieldSpec:
    page, x, y = rendered.anchors[anchor(place)]
    half = signatory.seal.diameter * POINTS_PER_MM / 2
    return fields.SigFieldSpec(
        anchor(place),
        on_page=page,
        box=(round(x - half), round(y - half), round(x + half), round(y + half)),
        readable_field_name=f"{signatory.name}（印章）",
    )


def _signed(writer: IncrementalPdfFileWriter, place: int, signatory: Signatory, reason: str) -> io.BytesIO:
    # A style keeps references into the file it was first used on: each signing needs its own.
    style = StaticStampStyle.from_pdf_file(
        str(signatory.seal.file), border_width=0, background_opacity=1, background_layout=_FILLING
    )
    meta = signers.PdfSignatureMetadata(
        field_name=anchor(place),
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=reason,
    )
    signing = signers.PdfSigner(meta, signer_for(signatory.name), stamp_style=style)
    signed: io.BytesIO = signing.sign_pdf(writer, bytes_reserved=_RESERVED)
    return signed


def verify(pdf: bytes) -> Verification:
    """Judge every signature of the file; whatever cannot be read as a signed PDF is not signed.

    A field that nobody signed is a signature taken away: papers leave with all of them filled.
    """
    root = pki.root_certificate()
    try:
        reader = Reader(pdf)
        embedded = list(reader.embedded_regular_signatures)
        if not embedded or root is None:
            return Verification(signed=bool(embedded), intact=False, trusted=False)
        statuses = [validate_pdf_signature(found, _trusting(root, found)) for found in embedded]
        empty = any(fields.enumerate_sig_fields(reader, filled_status=False))
    except Exception:  # a stranger's file can break its reader in any way
        return Verification(signed=False, intact=False, trusted=False)
    return Verification(
        signed=True,
        intact=not empty and all(status.intact and status.valid and status.docmdp_ok for status in statuses),
        trusted=all(status.trusted for status in statuses),
        signers=tuple(str(one.signing_cert.subject.native.get("common_name", "")) for one in statuses),
    )


def _trusting(root: Path, found: EmbeddedPdfSignature) -> ValidationContext:
    """Trust this installation's root only, at the moment of signing: certificates end, papers stay."""
    return ValidationContext(
        trust_roots=[load_cert_from_pemder(str(root))], allow_fetching=False, moment=found.self_reported_timestamp
    )
