"""Pinyin initials, so that whoever types cqys finds 村情预审."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def initials_of(title: str) -> str:
    """The first letter of each character's reading, Latin letters and digits as they are, all else left out."""
    from pypinyin import Style, lazy_pinyin  # its tables take a tenth of a second to load

    letters = lazy_pinyin(title, style=Style.FIRST_LETTER, errors=list)  # type: ignore[arg-type]  # each character by itself
    return "".join(part for part in letters if part.isascii() and part.isalnum()).lower()[:200]
