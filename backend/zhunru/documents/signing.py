"""Signing a paper, the seal being the signature's own appearance, and saying whether a file is as signed.

PAdES by pyHanko, ECDSA P-256. A file is judged by pyHanko's difference policy: readers that only check the
signed bytes call a page valid that was turned round afterwards.
"""

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

from zhunru.core.errors import DomainError
from zhunru.documents import pki
from zhunru.documents.rendering import Rendered

POINTS_PER_MM = 72 / 25.4
FIELD = "seal"
ANCHOR = "seal"
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
class Verification:
    """`signed`: there is a signature at all; `intact`: nothing changed since; `trusted`: made here."""

    signed: bool
    intact: bool
    trusted: bool
    signer: str = ""

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


def sign(rendered: Rendered, *, organisation: str, seal: Appearance, reason: str) -> bytes:
    """The PDF with the organisation's signature; its appearance is the seal, centred at the empty anchor."""
    page, x, y = rendered.anchors[ANCHOR]
    half = seal.diameter * POINTS_PER_MM / 2
    field = fields.SigFieldSpec(
        FIELD,
        on_page=page,
        box=(round(x - half), round(y - half), round(x + half), round(y + half)),
        readable_field_name=f"{organisation}（印章）",
    )
    # A style keeps references into the file it was first used on: each signing needs its own.
    style = StaticStampStyle.from_pdf_file(
        str(seal.file), border_width=0, background_opacity=1, background_layout=_FILLING
    )
    meta = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=reason,
    )
    signing = signers.PdfSigner(meta, signer_for(organisation), stamp_style=style, new_field_spec=field)
    signed = signing.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(rendered.pdf)), bytes_reserved=_RESERVED)
    return bytes(signed.getbuffer())


def verify(pdf: bytes) -> Verification:
    """Judge every signature of the file; whatever cannot be read as a signed PDF is not signed."""
    root = pki.root_certificate()
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        embedded = list(reader.embedded_regular_signatures)
        if not embedded or root is None:
            return Verification(signed=bool(embedded), intact=False, trusted=False)
        statuses = [validate_pdf_signature(found, _trusting(root, found)) for found in embedded]
    except (PdfError, SignatureValidationError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return Verification(signed=False, intact=False, trusted=False)
    return Verification(
        signed=True,
        intact=all(status.intact and status.valid and status.docmdp_ok for status in statuses),
        trusted=all(status.trusted for status in statuses),
        signer=str(statuses[0].signing_cert.subject.native.get("common_name", "")),
    )


def _trusting(root: Path, found: EmbeddedPdfSignature) -> ValidationContext:
    """Trust this installation's root only, at the moment of signing: certificates end, papers stay."""
    return ValidationContext(
        trust_roots=[load_cert_from_pemder(str(root))], allow_fetching=False, moment=found.self_reported_timestamp
    )
