"""How alike two titles are.

PostgreSQL's trigrams take a run of Chinese for one long word: 招商引资任务 scores 0.03 against the entry that forbids
it among five other things, and 0.29 by words. Pairs of neighbouring characters, counted without the words that
every title has, score 1.0; and a list is short enough to be read whole.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

FILLER = re.compile(
    "协助|配合|支持|做好|开展|加强|推进|落实|组织|参与|进行|承担|相关|有关|工作|任务|活动|事项|村社区|不得|严禁|禁止"
)


TELLING = 3
"""Fewer pairs than this (four characters) say too little: 环境 alone stands in many a sentence."""


def containment(part: str, whole: str) -> float:
    """The share of `part` that is found in `whole`, 0 to 1: for a short title within a long prohibition."""
    pairs = _pairs(part)
    return len(pairs & _pairs(whole)) / len(pairs) if len(pairs) >= TELLING else 0.0


def likeness(one: str, other: str) -> float:
    """How much two titles say the same, 0 to 1, whichever is longer (Dice's coefficient)."""
    a, b = _pairs(one), _pairs(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


@lru_cache(maxsize=20_000)
def _pairs(title: str) -> frozenset[str]:
    text = "".join(char for char in title if char.isalnum())
    core = FILLER.sub("", text)
    text = core if len(core) > 1 else text
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


PHRASE = 5
"""Characters: a shorter phrase of a prohibition, such as 社会保险, stands innocently in many a text."""


def names(entry: str, *texts: str) -> bool:
    """Whether a phrase of a prohibition stands word for word in one of `texts`."""
    phrases = [FILLER.sub("", phrase) for phrase in re.split(r"[、，；。,;（）()\s]", entry)]
    return any(phrase in text for phrase in phrases if len(phrase) >= PHRASE for text in texts)


def holds(sets: Iterable[str], *texts: str) -> bool:
    """Whether one text has every word of one set; a set is `词 词`, its words in any order."""
    wanted = [words for one in sets if (words := one.split())]
    return any(all(word in text for word in words) for words in wanted for text in texts)
