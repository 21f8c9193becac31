"""Whether a file is as it was signed, and whether that was done here. No Django: `checker` runs it in a child.

A file is judged by pyHanko's difference policy: readers that only check the signed bytes call a page valid that was
turned round afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pyhanko.keys import load_cert_from_pemder
from pyhanko.sign import fields
from pyhanko.sign.validation import EmbeddedPdfSignature, PdfSignatureStatus, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from zhunru.documents.extent import is_whole
from zhunru.documents.reading import Reader

LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Verification:
    """`signed`: there is a signature at all; `intact`: nothing changed since, none is missing; `trusted`: made here."""

    signed: bool
    intact: bool
    trusted: bool
    signers: tuple[str, ...] = ()
    """In the order in which they signed."""
    number: str = ""
    """Of the paper, as the first signature gives it: what the file claims, as long as the signature is not `ours`."""
    ours: bool = False
    """Every signature was made here over bytes that still stand in the file, whatever was done to it afterwards."""

    @property
    def signer(self) -> str:
        """The first."""
        return self.signers[0] if self.signers else ""

    @property
    def holds(self) -> bool:
        return self.signed and self.intact and self.trusted


NOT_SIGNED = Verification(signed=False, intact=False, trusted=False)


def judge(pdf: bytes, roots: Sequence[Path]) -> Verification:
    """Judge every signature of the file; whatever cannot be read as a signed PDF is not signed.

    `roots`: the certificates that alone are trusted. A field that nobody signed is a signature taken away: papers
    leave with all of them filled. MemoryError where there is too little memory to tell.
    """
    try:
        reader = Reader(pdf)
        embedded = list(reader.embedded_regular_signatures)
        if not embedded or not roots:
            return Verification(signed=bool(embedded), intact=False, trusted=False)
        number = str(embedded[0].sig_object.get("/Reason", ""))[:LONGEST_NUMBER]
        statuses = [validate_pdf_signature(found, _trusting(roots, found)) for found in embedded]
        empty = any(fields.enumerate_sig_fields(reader, filled_status=False))
        whole = is_whole(pdf, embedded)
    except MemoryError:
        raise
    except Exception:  # a stranger's file can break its reader in any way
        return NOT_SIGNED
    return Verification(
        signed=True,
        intact=whole and not empty and all(_stands(status) and status.docmdp_ok for status in statuses),
        trusted=all(status.trusted for status in statuses),
        signers=tuple(str(one.signing_cert.subject.native.get("common_name", "")) for one in statuses),
        number=number,
        ours=all(_stands(status) and status.trusted for status in statuses),
    )


def _stands(status: PdfSignatureStatus) -> bool:
    """The bytes that it signed are as they were; so is its time stamp, if it has one."""
    stamp = status.timestamp_validity
    return bool(status.intact and status.valid and (stamp is None or (stamp.intact and stamp.valid)))


def _trusting(roots: Sequence[Path], found: EmbeddedPdfSignature) -> ValidationContext:
    """Trust this installation's roots only, at the moment of signing: certificates end, papers stay."""
    trusted = [load_cert_from_pemder(str(root)) for root in roots]
    return ValidationContext(trust_roots=trusted, allow_fetching=False, moment=found.self_reported_timestamp)
