"""PAdES by certificates at hand: an office's real one where it is configured, else one of our own authority's.

Ours are ECDSA P-256; a real one is what it is.
"""

import io
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.sign import fields, signers
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from zhunru.core.errors import DomainError
from zhunru.documents import pki
from zhunru.documents.signatures import configured, keyfiles, timestamps
from zhunru.documents.signatures.providers import Order

_RESERVED = 4096
"""Without the certificates."""
_FILLING = SimpleBoxLayoutRule(
    AxisAlignment.ALIGN_MID,
    AxisAlignment.ALIGN_MID,
    margins=Margins.uniform(0),
    inner_content_scaling=InnerScaling.STRETCH_TO_FIT,
)


class LocalCertificates:
    """Keys in files of this machine; whoever has none gets one."""

    def signs_for(self, organisation: str) -> bool:
        return bool(organisation)

    def sign(self, prepared: IncrementalPdfFileWriter, order: Order) -> bytes:
        stamper = timestamps.stamper()
        if stamper is None:
            return _signed(prepared, order, None)
        given = io.BytesIO()
        prepared.write(given)
        try:
            return _signed(_again(given), order, stamper)
        except timestamps.NoStampError as error:
            if timestamps.goes_without(error):
                return _signed(_again(given), order, None)
            sentence = _("时间戳服务没有给出有效的时间戳，文书未签发，请稍后重试")
            raise DomainError("no_time_stamp", sentence, cause=str(error)) from error


def _again(given: io.BytesIO) -> IncrementalPdfFileWriter:
    return IncrementalPdfFileWriter(io.BytesIO(given.getvalue()))


def _signed(prepared: IncrementalPdfFileWriter, order: Order, stamper: timestamps.Stamper | None) -> bytes:
    meta = signers.PdfSignatureMetadata(
        field_name=order.field,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=order.reason,
    )
    signer = signer_for(order.organisation)
    signing = signers.PdfSigner(meta, signer, timestamper=stamper, stamp_style=_style(order.appearance))
    room = _room(signer) + (timestamps.ROOM if stamper else 0)
    signed: io.BytesIO = signing.sign_pdf(prepared, bytes_reserved=room)
    return bytes(signed.getbuffer())


def _room(signer: signers.SimpleSigner) -> int:
    """What the file keeps free for a signature, in hexadecimal digits."""
    return _RESERVED + 2 * sum(len(one.dump()) for one in [signer.signing_cert, *signer.cert_registry])


def _style(appearance: Path | None) -> StaticStampStyle | None:
    """A style keeps references into the file it was first used on: each signing needs its own."""
    if appearance is None:
        return None
    return StaticStampStyle.from_pdf_file(
        str(appearance), border_width=0, background_opacity=1, background_layout=_FILLING
    )


def signer_for(organisation: str) -> signers.SimpleSigner:
    """The organisation's signer. DomainError when its configured certificate cannot be used."""
    try:
        identity = configured.identity_of(organisation)
    except configured.CertificateError as error:
        sentence = _("“%(name)s”的签名证书不能使用，请联系系统管理员") % {"name": organisation}
        raise DomainError("certificate", sentence, cause=str(error)) from error
    if identity is not None:
        pki.remember(identity.certificate)
        return configured.signer_of(identity)
    key, certificate, _root = pki.key_files(organisation)
    return _signer(key, certificate, certificate.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _signer(key: Path, certificate: Path, _changed: int) -> signers.SimpleSigner:
    signing_cert, store = load_cert_from_pemder(str(certificate)), SimpleCertificateStore()
    return signers.SimpleSigner(signing_cert, keyfiles.load(key), store, embed_roots=False)
