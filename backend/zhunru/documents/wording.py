"""How official papers write dates, titles, quotations and organisations' names (GB/T 9704-2012)."""

from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise

from django.utils import timezone

TITLE_CHARS = 20
"""A line of 2号 (22 pt) characters holds 20 in 156 mm."""
WIDE_TITLE_CHARS = 32
"""And 33 on a sheet laid crosswise."""
TITLE_MATTER_CHARS = 60
"""As long as an application's form lets a matter's name be: four or five lines of a title, and the text still begins
on the first page (7.3.3)."""
UNKNOWN_YEAR = 9999
"""Of a day that a draft does not say yet."""
_NOT_FIRST = set("，。、；：！？）》”’」』】〕%")
_NOT_LAST = set("（《“‘「『【〔")
_GOOD_END = set("”》）、，")


def chinese_date(day: date) -> str:
    """`2026年3月1日`: Arabic digits, no zero padding (7.3.5.4); room to write it where nobody has named it yet."""
    if day.year == UNKNOWN_YEAR:
        return "　　　　年　　月　　日"
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_time(moment: datetime) -> str:
    """`2026年7月3日14时05分` by the office's clock."""
    local = timezone.localtime(moment)
    if local.year == UNKNOWN_YEAR:
        return chinese_date(local)
    return f"{chinese_date(local)}{local.hour}时{local.minute:02d}分"


def yuan(amount: Decimal) -> str:
    """`3600元`, `1800.50元`."""
    return f"{amount:.2f}".removesuffix(".00") + "元"


def full_width_brackets(text: str) -> str:
    """Round brackets as Chinese print has them."""
    return text.replace("(", "（").replace(")", "）")


def quoted(text: str) -> str:
    """In Chinese quotation marks; those inside become single ones."""
    return "“" + text.replace("“", "‘").replace("”", "’") + "”"


def headline(before: str, matter: str, after: str) -> str:
    """A title that names a matter: `关于同意“…”工作事项进入村（社区）的通知`.

    A name longer than a form lets it be is cut short with an ellipsis; the text names it in full.
    """
    if len(matter) > TITLE_MATTER_CHARS:
        matter = matter[: TITLE_MATTER_CHARS - 2].rstrip("，、；：（《“‘ ") + "……"
    return before + quoted(matter) + after


def balanced(title: str, limit: int = TITLE_CHARS) -> list[str]:
    """Break a title into as few lines as fit, of nearly equal length, at decent places.

    `limit` is the number of full-width characters a line holds. Never begins a line with closing
    punctuation nor ends one with opening punctuation, as far as there is any other way.
    """
    widths = [_width(char) for char in title]
    total = sum(widths)
    count = max(1, -(-int(total * 2) // (limit * 2)))
    for lines in (count, count + 1):
        found = _break(title, widths, lines, limit)
        if found:
            return found
    return [title]


def _width(char: str) -> float:
    return 0.5 if char.isascii() else 1.0


def _break(title: str, widths: list[float], lines: int, limit: int) -> list[str] | None:
    """Least total badness over all ways to cut `title` into `lines` lines."""
    aim = sum(widths) / lines
    best: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [])}
    for line in range(1, lines + 1):
        for start, end in _spans(len(title), line, lines):
            before = best.get((line - 1, start))
            width = sum(widths[start:end])
            if before is None or width > limit:
                continue
            cost = before[0] + (width - aim) ** 2 + _badness(title, end)
            if (line, end) not in best or cost < best[line, end][0]:
                best[line, end] = (cost, [*before[1], end])
    whole = best.get((lines, len(title)))
    if whole is None:
        return None
    cuts = [0, *whole[1]]
    return [title[a:b] for a, b in pairwise(cuts)]


def _spans(length: int, line: int, lines: int) -> list[tuple[int, int]]:
    ends = [length] if line == lines else range(1, length)
    return [(start, end) for end in ends for start in range(max(0, end - 2 * TITLE_CHARS), end)]


def _badness(title: str, end: int) -> float:
    """Of breaking before `title[end]`."""
    if end == len(title):
        return 0.0
    last, first = title[end - 1], title[end]
    if first in _NOT_FIRST or last in _NOT_LAST or (first.isascii() and last.isascii()):
        return 1000.0
    if last in _GOOD_END or first in _NOT_LAST:
        return 0.0
    inside = title[:end].count("“") > title[:end].count("”")
    return 90.0 if inside else 8.0
