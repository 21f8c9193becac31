"""From facts to the HTML of a paper; it knows nothing of the database and fetches nothing."""

import base64
import hashlib
import io
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path

import segno
from django.conf import settings
from django.template import Context, Engine
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
STYLES = tuple(FOLDER / name for name in ("gongwen.css", "wide.css", "agreement.css"))
_LINE_MM = 225 / 22
_BELOW_SEAL_MM = 14
"""The seal's lower edge lies so far below the top of the date's line: it covers name and date."""


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


@cache
def _engine() -> Engine:
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
    organ = full_width_brackets(paper.organ)
    day = chinese_date(paper.issued_on)
    context = {
        "kind": paper.kind.name,
        "facts": paper.facts,
        "title": paper.facts.title,
        "title_lines": balanced(paper.facts.title, WIDE_TITLE_CHARS if paper.kind.wide else TITLE_CHARS),
        "matter": paper.facts.matter_title.replace("“", "‘").replace("”", "’"),
        "organ": organ,
        "organ_size": round(min(36.0 if paper.kind.wide else 62.0, 436 / (len(organ) + 2)), 1),
        "wide": paper.kind.wide,
        "number": paper.number,
        "date": day,
        "code": codes.grouped(paper.code),
        "link": paper.link,
        "qr": qr(paper.link) if paper.link else "",
        "demo": paper.demo,
        "substitution": paper.substitution,
        "sign_right": sign_right(organ, day),
        "seal_top": round(_LINE_MM + _BELOW_SEAL_MM - paper.seal_mm / 2, 3),
        **_dates(paper.facts),
    }
    with translation.override(settings.LANGUAGE_CODE):
        return _engine().get_template(paper.kind.template).render(Context(context))


def _dates(facts: PaperFacts) -> dict[str, str]:
    """Each day `decided_on` as the printed `decided`, each moment `entered_at` as the printed `entered`."""
    days = {name.removesuffix("_on"): chinese_date(value) for name, value in facts if type(value) is date}
    moments = {name.removesuffix("_at"): chinese_time(value) for name, value in facts if isinstance(value, datetime)}
    return days | moments


def sign_right(organ: str, day: str) -> float:
    """How many characters the signature block keeps from the right edge.

    7.3.5.1: the date ends 4 characters from the right, the name is centred above it; a name too long for
    that pushes both to the left.
    """
    wider = len(organ) - sum(0.5 if char.isdigit() else 1.0 for char in day)
    return round(max(0.0, 4 - max(0.0, wider / 2)), 2)


def qr(link: str) -> str:
    """The link as a QR code in a data: URL; the fixed mask makes it four times cheaper."""
    drawn = io.BytesIO()
    segno.make(link, error="m", mask=2, micro=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.getvalue()).decode()
