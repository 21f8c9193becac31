"""What a signing service elsewhere gives back is judged before it is kept: it may add its signature, nothing else."""

import io

from django.utils.translation import gettext as _
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from zhunru.core.errors import DomainError
from zhunru.documents.reading import Reader
from zhunru.documents.signatures.providers import Order, SignsFiles


def signed_elsewhere(service: SignsFiles, writer: IncrementalPdfFileWriter, order: Order) -> bytes:
    """DomainError when the file that comes back is another one, or does not bear the signature."""
    before = io.BytesIO()
    writer.write(before)
    given = before.getvalue()
    signed = service.sign(IncrementalPdfFileWriter(io.BytesIO(given)), order)
    if not (signed.startswith(given) and _is_filled(given, signed, order)):
        raise DomainError("signing_failed", _("签章服务返回的文件与送签的文件不符，未予采用，请联系系统管理员"))
    return signed


def _is_filled(given: bytes, signed: bytes, order: Order) -> bool:
    try:
        reader = Reader(signed)
        found = next((one for one in reader.embedded_regular_signatures if one.field_name == order.field), None)
        if found is None:
            return False
        status = validate_pdf_signature(found, ValidationContext(trust_roots=[], allow_fetching=False))
        added = DEFAULT_DIFF_POLICY.review_file(reader, Reader(given).xrefs.total_revisions - 1)
        only_signed = isinstance(added, DiffResult) and added.changed_form_fields == {order.field}
        return only_signed and bool(status.intact and status.valid)
    except Exception:  # a service's file can be broken in any way
        return False
