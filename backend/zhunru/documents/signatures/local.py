"""PAdES by certificates at hand: those of the installation's own authority, ECDSA P-256."""

import io
from functools import lru_cache
from pathlib import Path

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.sign import fields, signers
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from zhunru.documents import pki
from zhunru.documents.signatures import keyfiles
from zhunru.documents.signatures.providers import Order

_RESERVED = 8192
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
        meta = signers.PdfSignatureMetadata(
            field_name=order.field,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            reason=order.reason,
        )
        signing = signers.PdfSigner(meta, signer_for(order.organisation), stamp_style=_style(order.appearance))
        signed: io.BytesIO = signing.sign_pdf(prepared, bytes_reserved=_RESERVED)
        return bytes(signed.getbuffer())


def _style(appearance: Path | None) -> StaticStampStyle | None:
    """A style keeps references into the file it was first used on: each signing needs its own."""
    if appearance is None:
        return None
    return StaticStampStyle.from_pdf_file(
        str(appearance), border_width=0, background_opacity=1, background_layout=_FILLING
    )


def signer_for(organisation: str) -> signers.SimpleSigner:
    """The organisation's signer, loaded once per process."""
    key, certificate, root = pki.key_files(organisation)
    return _signer(key, certificate, root, certificate.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _signer(key: Path, certificate: Path, root: Path, _changed: int) -> signers.SimpleSigner:
    store = SimpleCertificateStore()
    store.register(load_cert_from_pemder(str(root)))
    return signers.SimpleSigner(load_cert_from_pemder(str(certificate)), keyfiles.load(key), store)
