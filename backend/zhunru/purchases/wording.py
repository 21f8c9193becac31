"""What a text says, as far as rules ask for it: words that it uses, and not where it forbids the thing itself."""

import re
from collections.abc import Iterable

PHRASES = re.compile(r"[，。；！？,;!?\n]")
REFUSING = re.compile("不得|禁止|严禁|不准|不含|不包括|不包含|不涉及|不采取|不采用|不以|不承担|不提供|无需|不需要")
"""A phrase with one of these says what shall not be: 不得转包 is no subcontracting."""


def said(text: str) -> list[str]:
    """The phrases of `text` that do not themselves forbid what they name."""
    return [phrase for phrase in PHRASES.split(text) if phrase.strip() and not REFUSING.search(phrase)]


def found(sets: Iterable[str], *texts: str) -> tuple[str, ...]:
    """Those of `sets` whose words all stand in one phrase of one text; a set is `词 词`."""
    phrases = [phrase for text in texts for phrase in said(text)]
    wanted = [one for one in sets if one.split()]
    return tuple(one for one in wanted if any(all(word in phrase for word in one.split()) for phrase in phrases))
