"""One paper of every kind as it leaves the house, drawn once for all tests that measure it."""

import functools
from typing import Any

from zhunru.documents import composing, kinds, signing
from zhunru.documents.kinds import KINDS, SLIPS, Kind
from zhunru.documents.kinds.declaration import PaperFacts
from zhunru.documents.rendering import Rendered, press
from zhunru.documents.tests.drawing import Picture, pdfium_page, signatory
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.samples import ONE_TOWNSHIP, approval, paper, withdrawal
from zhunru.documents.tests.villages import BOARD

LINE, CHAR = 225 / 22, 156 / 28
FOOT = 297 - 35
GRID = '<html lang="zh-CN"><title>x</title><body><p style="text-indent:0">' + "国" * 28 * 44 + "</p></body></html>"
LONG = (
    "西藏自治区山南市贡嘎县农村饮水安全巩固提升与农牧区人居环境整治工作领导小组"
    "以及乡村供水工程长效管护协调推进办公室（演示）"
)
"""An organisation's name of 60 characters."""


def sample(kind: Kind, facts: PaperFacts | None = None, **changed: Any) -> composing.Paper:
    """Sealed by whom the kind says; a slip has no number."""
    plain = {} if kind.series else {"number": "", "code": "", "link": "", "seal_mm": 0.0}
    number = {"number": f"演社工{kind.series}〔2026〕1号"} if kind.series else {}
    organ = {"organ": BOARD} if kind.sealed_by == "village" else {}
    return paper(facts or FACTS[kind.name], kind, **plain | number | organ | changed)


ISSUED = {
    "whole county": paper(),
    "one township": paper(approval(scope=ONE_TOWNSHIP)),
    "bare withdrawal": paper(withdrawal(), kinds.WITHDRAWAL),
}
PAPERS = (
    ISSUED
    | {name: sample(kind) for name, kind in (KINDS | SLIPS).items()}
    | {f"long {name}": sample(KINDS[name], organ=LONG) for name in ("approval", "interview_notice", "interview_record")}
)
UPRIGHT = [name for name, one in PAPERS.items() if one.kind.form == "document" and not one.kind.wide]
"""文件 on upright sheets."""


@functools.cache
def drawn(name: str) -> Rendered:
    return press().render(GRID if name == "grid" else composing.html(PAPERS[name]))


@functools.lru_cache(maxsize=12)  # a page takes 25 MB
def page(name: str, number: int) -> Picture:
    return pdfium_page(drawn(name).pdf, number)


@functools.cache
def sealed(name: str) -> bytes:
    return signing.sign(drawn(name), [signatory(PAPERS[name].organ)], reason="演社工准〔2026〕1号")
