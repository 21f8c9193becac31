"""Ways in which people write what a cell means; each turns one of them into the plain form."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.files.sheets.columns import Column, Rewrite, plain

BLANKS = ("无", "没有", "暂无", "-", "--", "—", "——", "–", "/", "\\", "〇")
"""What people write where there is nothing, as a column's `blanks`."""
_WIDE = {code: code - 0xFEE0 for part in ("０９", "ＡＺ", "ａｚ") for code in range(ord(part[0]), ord(part[1]) + 1)}
_GAP = re.compile(r"(?<=[^\x00-\u2fff])[ \t\u3000]*\n[ \t\u3000]*(?=[^\x00-\u2fff])")
_BREAK = re.compile(r"[ \t\u3000]*\n\s*")
_MARKS = re.compile(r"<<|>>|＜＜|＞＞|[《》〈〉<>＜＞«»]")
_OPENING = frozenset("《〈<＜«")
_NUMBER = re.compile(r"[(（\[［【〔]\s*((?:19|20)\d\d)\s*[)）\]］】〕]\s*第?\s*(\d{1,5})\s*号")


def _book_marks(text: str) -> str:
    """Outer marks of titles are 《》, inner ones 〈〉; as it was where they do not pair."""
    depth = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal depth
        if found[0][0] in _OPENING:
            depth += 1
            return "《" if depth == 1 else "〈"
        depth -= 1
        return "》" if depth == 0 else "〉"

    written = _MARKS.sub(mark, text)
    return written if depth == 0 and written.count("《") == written.count("》") else text


HALF_WIDTH = Rewrite(lambda text: text.translate(_WIDE), gettext_lazy("全角数字和字母改为半角"))
BOOK_MARKS = Rewrite(_book_marks, gettext_lazy("书名号改为《》"))
DOCUMENT_NUMBERS = Rewrite(lambda text: _NUMBER.sub(r"〔\1〕\2号", text), gettext_lazy("文号的括号改为〔〕"))
ONE_LINE = Rewrite(lambda text: _BREAK.sub(" ", _GAP.sub("", text)), gettext_lazy("去掉了格内的换行"))


def prefixed(*words: str) -> Rewrite:
    """`依据：《甲法》` and `【依据】《甲法》` mean 《甲法》."""
    word = "|".join(map(re.escape, words))
    said = re.compile(rf"(?:[【\[]\s*(?:{word})\s*[】\]]\s*[:：]?|(?:{word})\s*[:：])\s*")
    return Rewrite(
        lambda text: text[found.end() :] if (found := said.match(text)) else text, gettext_lazy("去掉了前缀")
    )


def understood(text: str, column: Column) -> tuple[str, Sequence[str]]:
    """What the cell's text means, and a sentence for each thing that was guessed."""
    if text and plain(text) in {plain(word) for word in column.blanks}:
        return "", [_("“%(word)s”按空白理解") % {"word": text}]
    said = []
    for rewrite in column.rewrites:
        written = rewrite.by(text)
        if written != text:
            text = written
            said.append(str(rewrite.said))
    return text, said
