"""Taking files out of requests.

    @router.post("/{int:id}/attachments", response={201: AttachmentOut}, operation_id="attachment_add")
    def add_attachment(request: HttpRequest, id: Path[int], file: File[UploadedFile]) -> Status[AttachmentOut]:
        taken = received(file, max_bytes=20 * MB, types=ATTACHMENTS)

with `File` and `UploadedFile` from ninja: one file a request, in the form field `file`. A request without it is told so
at that field; session, membership and CSRF token are demanded as on every route, and how much may come is decided
before any of it is read.
"""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from zhunru.files.checks import Checked, checked
from zhunru.files.refusals import TooLargeError

MB = 1 << 20


def received(
    file: "UploadedFile[bytes]", *, max_bytes: int, types: Collection[str], particulars_stay: bool = False
) -> Checked:
    """The uploaded file, looked over: `checks.checked` with its limits and its errors.

    A limit beyond settings.UPLOAD_MAX_BYTES is never reached: such a request is answered with 413 unread.
    """
    if (file.size or 0) > max_bytes:
        raise TooLargeError(max_bytes)
    content = file.read(max_bytes + 1)
    return checked(file.name or "", content, max_bytes=max_bytes, types=types, particulars_stay=particulars_stay)


class UploadLimit(FileUploadHandler):
    """First of settings.FILE_UPLOAD_HANDLERS: refuses by the announced length, before a byte is read.

    Forms are parsed before a route is asked, so the limit is one for all of them. A stranger, who has nothing to hand
    in, may send no more than a form without files.
    """

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        announced: int = args[2]
        if announced > _most(self.request):
            raise RequestDataTooBig(f"{announced} bytes were announced")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def _most(request: HttpRequest | None) -> int:
    stranger = getattr(request, "actor", None) is None
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE if stranger else settings.UPLOAD_MAX_BYTES
    return int(most or 0)
