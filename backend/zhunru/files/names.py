"""Names of files as people may see and store them."""

import re
import unicodedata

from django.utils.translation import gettext as _

from zhunru.files.refusals import RefusedError
from zhunru.files.types import FileType

MAX_NAME = 120
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
"""Control characters, overrides of the direction of writing, halves of characters: they let a name lie."""
_RESERVED = re.compile(r'[<>:"|?*]')


def cleaned(name: str, kind: FileType) -> str:
    """`name` without path and hidden characters, in NFC, at most 120 characters, its ending as it was.

    RefusedError when the ending does not agree with what is in the file.
    """
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(char for char in unicodedata.normalize("NFC", last) if unicodedata.category(char) not in HIDDEN)
    stem, _dot, ending = _RESERVED.sub("_", shown).strip(" .").rpartition(".")
    if ending.lower() not in kind.extensions:
        said = {"type": kind.value, "endings": "、".join(f".{one}" for one in kind.extensions)}
        raise RefusedError("file_name", _("文件内容是 %(type)s，文件名却不以 %(endings)s 结尾，请改正文件名") % said)
    stem = stem[: MAX_NAME - len(ending) - 1].strip(" .") or _("附件")
    return f"{stem}.{ending}"
