"""docs/papers.md, made from what each kind of paper declares, and a picture of each.

    python -m infra.papers             print the page
    python -m infra.papers --write     make the page anew
    python -m infra.papers --pictures  draw the pictures and their descriptions anew

A picture shows a made-up paper of the kind under a specimen seal: its first page and the page that bears the seal. Its
description says where everything stands, in millimetres; a test compares it with the paper as it is drawn today.
"""

from __future__ import annotations

import importlib
import inspect
import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from PIL import Image

if TYPE_CHECKING:
    from zhunru.documents.kinds import Kind

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs/papers.md"
PICTURES = ROOT / "docs/images/papers"
DESCRIPTIONS = PICTURES / "described.json"
WIDTH = 480
"""Pixels of an upright sheet."""
POINTS_PER_MM = 72 / 25.4
FORMS = {"document": "文件", "letter": "信函", "minutes": "纪要", "sheet": "sheet"}
SEALED_BY = {
    "office": "the office",
    "department": "the department",
    "village": "the village",
    "parties": "both sides",
    "nobody": "nobody",
}
INTRODUCTION = """\
# The papers

Every kind of paper that the platform makes. A kind with a sign is numbered (演社工 + sign + 〔year〕 + number), sealed,
signed and registered for good; a kind without one is a slip, drawn when it is asked for. "Holds": from the day of
issue, where neither the paper's own text nor another paper says otherwise. "Kept": how long its file and facts stay; a
number stays in the register for good. Layout follows GB/T 9704-2012 where the form is 文件, 信函 or 纪要.

A kind is a folder in `backend/zhunru/documents/kinds`. An office may word it anew (模板): see
[0032](decisions/0032-an-offices-own-wording.md). Everything in the pictures is made up, under a specimen seal (样章).

This page is made by `make docs`, its pictures by `.venv/bin/python -m infra.papers --pictures`; tests fail when one
has drifted.
"""
HEAD = (
    "| kind | name in the code | sign | form | sealed by | holds | kept | clause |",
    "|---|---|---|---|---|---|---|---|",
)
type Box = list[int]
type Described = dict[str, Any]


def every_kind() -> list[Kind]:
    """In the order of the register; slips last. Sets Django up when nobody has done so."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if str(ROOT / "backend") not in sys.path:
        sys.path.insert(0, str(ROOT / "backend"))
    importlib.import_module("django").setup()
    found = importlib.import_module("zhunru.documents.kinds")
    return [*found.KINDS.values(), *found.SLIPS.values()]


def document(kinds: list[Kind]) -> str:
    """The whole page, kinds by the county's own names."""
    with importlib.import_module("django.utils.translation").override("zh-hans"):
        rows = [_row(kind) for kind in kinds]
        return "\n".join([INTRODUCTION, *HEAD, *rows, "", *(_chapter(kind) for kind in kinds)])


def _row(kind: Kind) -> str:
    label = str(kind.label)
    cells = [
        f"[{label}](#{label.translate({ord(mark): None for mark in '（）'})})",
        f"`{kind.name}`",
        kind.series or "none",
        FORMS[kind.form],
        SEALED_BY[kind.sealed_by] + ("" if kind.impressed else ", unseen"),
        f"{kind.validity_days} days" if kind.validity_days else "as it says",
        _kept(kind),
        ", ".join(clauses_of(kind)),
    ]
    return f"| {' | '.join(cells)} |"


def _kept(kind: Kind) -> str:
    if not kind.series:
        return "not at all"
    if kind.keeps_days is None:
        return "for good"
    return f"{kind.keeps_days // 366} years" if kind.keeps_days > 366 else f"{kind.keeps_days} days"


def _said(kind: Kind) -> str:
    """The first paragraph that its folder says of it."""
    return " ".join((inspect.getdoc(importlib.import_module(_folder(kind))) or "").partition("\n\n")[0].split())


def _folder(kind: Kind) -> str:
    return f"zhunru.documents.kinds.{kind.name}"


def clauses_of(kind: Kind) -> list[str]:
    """The clauses of the county's opinion that its folder names."""
    cited = re.findall(r"\bclauses? (\d[\d.]*\d[a-f]?(?: and \d[\d.]*\d[a-f]?)*)", _said(kind))
    return [number for group in cited for number in group.split(" and ")]


def _chapter(kind: Kind) -> str:
    told = _said(kind).partition(": ")[2]
    picture = f"![{kind.label}](images/papers/{kind.name}.webp)"
    return f"## {kind.label}\n\n{told[:1].upper()}{told[1:]}\n\n{picture}\n"


def papers(kinds: Iterable[Kind]) -> Iterator[tuple[Kind, bytes]]:
    """One paper of each kind as it leaves the house, with its specimen seals."""
    pages = importlib.import_module("zhunru.documents.tests.pages")
    drawing = importlib.import_module("zhunru.documents.tests.drawing")
    signing = importlib.import_module("zhunru.documents.signing")
    provider = importlib.import_module("zhunru.documents.tests.purchases").PROVIDER
    for kind in kinds:
        rendered, paper = pages.drawn(kind.name), pages.PAPERS[kind.name]
        names = {"nobody": [], "parties": [paper.organ, provider]}.get(kind.sealed_by, [paper.organ])
        if not names:
            yield kind, rendered.pdf
            continue
        signatories = [drawing.signatory(name) for name in names]
        yield kind, signing.sign(rendered, signatories, reason=paper.number, paged=kind.sides > 1)


def described(pdf: bytes) -> Described:
    """How many pages; the first one's size and lines; on which page, from 1, and where each seal stands: all in mm."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    boxes = [text.get_rect(at) for at in range(text.count_rects())]
    lines = [[" ".join(text.get_text_bounded(*box).split()), *_box(box, page.get_height())] for box in boxes]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        seals = [[at, *box] for at, sheet in enumerate(opened.pages, 1) for box in _seals_on(sheet)]
        count = len(opened.pages)
    return {
        "pages": count,
        "size": [round(page.get_width() / POINTS_PER_MM), round(page.get_height() / POINTS_PER_MM)],
        "seals": seals,
        "lines": [line for line in lines if line[0]],
    }


def _seals_on(sheet: pikepdf.Page) -> list[Box]:
    """Seals are the appearances of signature fields; an unseen signature has an empty box."""
    marks = [mark for mark in sheet.get("/Annots", []) if mark.get("/FT") == "/Sig"]
    boxes = [[float(at) for at in mark["/Rect"]] for mark in marks]
    height = float(sheet.mediabox[3])
    return [_box((left, low, right, high), height) for left, low, right, high in boxes if right > left]


def _box(box: tuple[float, float, float, float], height: float) -> Box:
    """Left, top, right, bottom in mm from the page's upper left corner."""
    left, low, right, high = box
    return [round(at / POINTS_PER_MM) for at in (left, height - high, right, height - low)]


def draw() -> None:
    """All pictures and their descriptions; pictures of kinds that are no more go."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    told: dict[str, Described] = {}
    for kind, pdf in papers(every_kind()):
        told[kind.name] = described(pdf)
        sealed = [seal[0] - 1 for seal in told[kind.name]["seals"]]
        _picture(pdf, sorted({0, *sealed})).save(PICTURES / f"{kind.name}.webp", quality=55, method=6)
    for file in PICTURES.glob("*.webp"):
        if file.stem not in told:
            file.unlink()
    DESCRIPTIONS.write_text(written(told), encoding="utf-8")


def written(told: dict[str, Described]) -> str:
    """As JSON with a line for each line of a paper: what changed can be read in a comparison."""
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return re.sub(r"\[\s+((?:[^\[\]]|\n)*?)\s+\]", lambda found: f"[{' '.join(found[1].split())}]", text) + "\n"


def _picture(pdf: bytes, pages: list[int]) -> Image.Image:
    """These of its pages beside each other, each with a thin border."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()  # the seal is a signature field
    scale = WIDTH / (210 * POINTS_PER_MM)
    sheets = [document[at].render(scale=scale, may_draw_forms=True).to_pil().convert("RGB") for at in pages]
    gap = 1
    size = (sum(sheet.width + gap for sheet in sheets) + gap, max(sheet.height for sheet in sheets) + 2 * gap)
    picture = Image.new("RGB", size, "#8c8c8c")
    left = gap
    for sheet in sheets:
        picture.paste(sheet, (left, gap))
        left += sheet.width + gap
    return picture


def main() -> int:
    """Print the page, write it, or draw the pictures."""
    if "--pictures" in sys.argv[1:]:
        kinds = every_kind()
        settings = importlib.import_module("django.conf").settings
        with tempfile.TemporaryDirectory() as folder:
            settings.VAR = Path(folder)  # keys that sign pictures are no installation's
            draw()
        print(f"{len(kinds)} pictures in {PICTURES.relative_to(ROOT)}")
        return 0
    page = document(every_kind())
    if "--write" in sys.argv[1:]:
        DOCUMENT.write_text(page, encoding="utf-8")
    else:
        print(page)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
