"""The file of a made-up paper: one small page that says what it is."""

import hashlib
import os

from zhunru.core.disk import private_folder
from zhunru.documents import storage

LINES = ("SPECIMEN FOR MEASURING", "This is not an issued paper: no seal, no signature.")


def store_specimen(number: str) -> tuple[str, int]:
    """Write the page of this number; gives its digest and size. Not synced to the disk: it can be made again."""
    content = page(number)
    sha256 = hashlib.sha256(content).hexdigest()
    path = storage.paper_path(sha256)
    private_folder(path.parent)
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            file.write(content)
    return sha256, len(content)


def page(number: str) -> bytes:
    """A PDF of one A4 page; the number stands in its title, for the built-in face has no Chinese."""
    lines = (*LINES, f"Register number {number.encode('unicode_escape').decode()}".replace("\\", "\\\\"))
    text = "BT /F1 16 Tf 72 720 Td 24 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    title = ("\ufeff" + number).encode("utf-16-be").hex()
    return _assembled(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            f"<</Length {len(text)}>>\nstream\n{text}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            f"<</Title<{title}>>>",
        ]
    )


def _assembled(objects: list[str]) -> bytes:
    """The file with its table of where each object begins."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R/Info {len(objects)} 0 R>>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode("ascii")
