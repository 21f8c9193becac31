"""From facts to the HTML of a paper; it knows nothing of the database and fetches nothing."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Context, Engine, Template
from django.utils import translation

from zhunru.documents import codes, fonts
from zhunru.documents.kinds import marks
from zhunru.documents.kinds.declaration import Kind, PaperFacts
from zhunru.documents.wording import (
    TITLE_CHARS,
    WIDE_TITLE_CHARS,
    balanced,
    chinese_date,
    chinese_time,
    full_width_brackets,
)

FOLDER = Path(__file__).parent / "kinds"
_SHARED = ("gongwen.css", "letter.css", "minutes.css", "wide.css", "agreement.css", "slip.css")
STYLES = (*(FOLDER / name for name in _SHARED), *sorted(FOLDER.glob("*/style.css")))
"""What papers share, and what a kind has for itself."""
_LINE_MM = 225 / 22
_BELOW_SEAL_MM = 13
"""The seal's lower edge lies so far below the top of the date's line: it covers name and date."""
_MARK_PT = 436
"""Room for an organ's mark: the type area's width."""
_LEAST_MARK_PT = 20.5
"""A longer name goes onto several lines rather than become smaller than that."""
_SIGNATURE_CHARS = 26


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that one page set is drawn from. A slip has no number, code, link and seal."""

    kind: Kind
    facts: PaperFacts
    issued_on: date
    organ: str
    demo: bool
    substitution: str
    number: str = ""
    code: str = ""
    link: str = ""
    seal_mm: float = 0.0
    source: str = ""
    """The office's own template; empty where the supplied one is used."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The red head of a paper: lines of characters of so many points."""

    lines: list[str]
    size: float


@dataclass(frozen=True, slots=True)
class Signature:
    """The name in lines above the date; the block keeps `right` characters from the right edge.

    `more`: how many lines there are besides the first. `seal_top`: the seal's middle in mm below the block's top.
    """

    lines: list[str]
    more: int
    right: float
    seal_top: float


@cache
def engine() -> Engine:
    """It knows the supplied templates and the filters of papers, and no other libraries."""
    return Engine(dirs=[str(FOLDER)], builtins=[marks.__name__], autoescape=True)


@cache
def style() -> str:
    """The style sheet of all papers."""
    return "".join(path.read_text(encoding="utf-8") for path in STYLES)


@cache
def recipe() -> str:
    """What a page is drawn with: the renderer's version, the styles and the fonts, as a hash."""
    files = ((family, str(path), path.stat().st_size) for family, path in sorted(fonts.font_set().files.items()))
    said = (version("weasyprint"), style(), *files)
    return hashlib.sha256(repr(said).encode()).hexdigest()


def html(paper: Paper) -> str:
    """The paper as HTML, without the seal, with an empty anchor `#seal` (`#seal-2`) at the seal's centre."""
    with translation.override(settings.LANGUAGE_CODE):
        return _template(paper).render(Context(_said(paper)))


def _template(paper: Paper) -> Template:
    if paper.source:
        return compiled(paper.source)
    return engine().get_template(paper.kind.template)


@lru_cache(maxsize=128)
def compiled(source: str) -> Template:
    """An office's own template. TemplateSyntaxError when it cannot be read."""
    return engine().from_string(source)


def _said(paper: Paper) -> dict[str, Any]:
    """What templates may use."""
    kind, facts = paper.kind, paper.facts
    organ, day = full_width_brackets(paper.organ), chinese_date(paper.issued_on)
    return {
        "kind": kind.name,
        "form": kind.form,
        "wide": kind.wide,
        "unissued": bool(kind.series) and not paper.number,
        "last_page_even": kind.last_page_even,
        "valid_days": kind.validity_days,
        "facts": facts,
        "title": facts.title,
        "title_lines": balanced(facts.title, WIDE_TITLE_CHARS if kind.wide else TITLE_CHARS),
        "matter": facts.matter_title.replace("“", "‘").replace("”", "’"),
        "organ": organ,
        "mark": mark(organ, kind),
        "number": paper.number,
        "date": day,
        "code": codes.grouped(paper.code),
        "link": paper.link,
        "demo": paper.demo,
        "substitution": paper.substitution,
        "signature": signature(organ, day, paper.seal_mm),
        **_dates(facts),
    }


def _dates(facts: PaperFacts) -> dict[str, str]:
    """Each day `decided_on` as the printed `decided`, each moment `entered_at` as the printed `entered`."""
    days = {name.removesuffix("_on"): chinese_date(value) for name, value in facts if type(value) is date}
    moments = {name.removesuffix("_at"): chinese_time(value) for name, value in facts if isinstance(value, datetime)}
    return days | moments


def mark(organ: str, kind: Kind) -> Mark:
    """7.2.4, 10.1 and 10.3: the organ's full name with 文件, alone on a letter, with the kind's name on minutes."""
    after = {"document": "文件", "minutes": str(kind.label)}.get(kind.form, "")
    lines = balanced(organ + after, int(_MARK_PT / _LEAST_MARK_PT))
    most = 36.0 if kind.wide else 62.0
    return Mark(lines, round(min(most, _MARK_PT / max(map(len, lines))), 1))


def signature(organ: str, day: str, seal_mm: float) -> Signature:
    """7.3.5.1: the date ends 4 characters from the right, the name is centred above it."""
    lines = balanced(organ, _SIGNATURE_CHARS)
    more = len(lines) - 1
    seal_top = round((1 + more) * _LINE_MM + _BELOW_SEAL_MM - seal_mm / 2, 3)
    return Signature(lines, more, sign_right(max(lines, key=len), day), seal_top)


def sign_right(name: str, day: str) -> float:
    """How many characters the signature block keeps from the right edge; a long name pushes both to the left."""
    wider = len(name) - sum(0.5 if char.isdigit() else 1.0 for char in day)
    return round(max(0.0, 4 - max(0.0, wider / 2)), 2)
