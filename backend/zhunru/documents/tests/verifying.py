"""Papers to be verified, and what somebody without a log-in does on the page."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import kinds, services, storage
from zhunru.documents.models import Document
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY, approval

HOST = "gongga.localhost"


def issue(office: Organisation, keeper: Actor, **changed: Any) -> Document:
    """An approval for one township."""
    facts = approval(scope=ONE_TOWNSHIP, **changed)
    return services.issue(kinds.APPROVAL, facts, actor=keeper, today=TODAY, organisation=office, host=HOST)


def file_of(document: Document) -> bytes:
    return storage.paper_path(document.sha256).read_bytes()


def upload(visitor: Client, path: str, content: bytes) -> str:
    """The page in answer to the form with one file."""
    file = SimpleUploadedFile("x.pdf", content, content_type="application/pdf")
    return visitor.post(path, {"file": file}).content.decode()


def flipped(pdf: bytes, at: int) -> bytes:
    """One bit of one byte is another."""
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


def turned_round(pdf: bytes) -> bytes:
    """An incremental update behind the signature: the first page stands on its head."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(180)
    writer.update_container(page)
    turned = io.BytesIO()
    writer.write(turned)
    return turned.getvalue()


def with_signature_of(pdf: bytes, other: bytes) -> bytes:
    """The signature of `other`, genuine as it is, in the place of the file's own."""
    (start, stop), (from_, to) = (_signature(one) for one in (pdf, other))
    return pdf[:start] + other[from_:to].ljust(stop - start, b"0") + pdf[stop:]


def _signature(pdf: bytes) -> tuple[int, int]:
    _, before, after, _ = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures[0].byte_range
    return before + 1, after - 1
