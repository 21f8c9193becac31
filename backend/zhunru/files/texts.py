"""Plain text: nothing in it says what it is, so it is taken only where a route asks for it."""

import unicodedata

from zhunru.files.refusals import damaged

_WHITE = frozenset("\t\r\n")


def decoded(content: bytes) -> str:
    """The text, from UTF-8 or, as office programs write csv in China, GB 18030.

    RefusedError for control characters and for anything that is neither.
    """
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(char not in _WHITE and unicodedata.category(char) == "Cc" for char in set(text)):
            break
        return text
    raise damaged()


def looks_like_text(content: bytes) -> bool:
    """Whether there is neither a control character nor the mark of a page or program at the beginning."""
    head = content[:4096]
    controls = bytes(range(9)) + bytes((11, 12, *range(14, 32)))
    return not head.translate(None, delete=bytes(set(range(256)) - set(controls))) and not (
        head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<", b"#!", b"%!"))
    )
