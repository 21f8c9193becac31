"""What stands below the rows of a table or between them without being one: sums, signatures, numbers of columns."""

import re
from collections.abc import Sequence

_SUM = re.compile(r"(?:合\s*计|总\s*计|小\s*计|共\s*计)\s*[:：]?\s*(?:\d+\s*[项条个件]?)?\Z|共\s*\d+\s*[项条个件]")
_SIGNED = re.compile(
    r"(?:填表|填报|制表|审核|审批|复核|负责|联系|经办|主管|分管|单位|日期|备注|说明|注|附).{0,8}[:：]"
    r"|.{0,40}[（(](?:盖章|签字|签章|签名|公章)[)）]"
)
_DAY = re.compile(
    r"[\d\s〇○零一二三四五六七八九十]{0,12}年[\d\s一二三四五六七八九十]{0,8}月[\d\s一二三四五六七八九十]{0,8}日\Z"
)
_FEWEST_NUMBERS = 3


def is_footer(needed: Sequence[int], shown: Sequence[str]) -> bool:
    """A sum, a signature or a day, if something is missing there that each row must have (at the places `needed`)."""
    said = [text for text in shown if text]
    if not (_SUM.match(said[0]) or _SIGNED.match(said[0]) or (len(said) == 1 and _DAY.match(said[0]))):
        return False
    return not needed or lacks(needed, shown)


def lacks(needed: Sequence[int], shown: Sequence[str]) -> bool:
    """Whether the row lacks something that each row must have."""
    return not all(place < len(shown) and shown[place] for place in needed)


def is_note(needed: Sequence[int], shown: Sequence[str]) -> bool:
    """Below a footer, a text alone belongs to it."""
    return sum(map(bool, shown)) == 1 and lacks(needed, shown)


def is_numbering(shown: Sequence[str]) -> bool:
    """A row below the header that only counts its columns: 1, 2, 3."""
    said = [text.strip("()（） ") for text in shown if text]
    return len(said) >= _FEWEST_NUMBERS and said == [str(number) for number in range(1, len(said) + 1)]
