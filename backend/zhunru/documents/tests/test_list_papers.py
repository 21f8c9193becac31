"""The papers of lists, measured on rendered pages: type area 257 x 156 mm, crosswise."""

import functools
import io
import re

import numpy as np
import pikepdf
import pypdfium2
import pytest

from zhunru.documents import composing, signing
from zhunru.documents.kinds import LIST_DIFFERENCE
from zhunru.documents.kinds.list_difference import ChangedRow, EditionName, FieldChange
from zhunru.documents.kinds.list_edition import MOST_ROWS
from zhunru.documents.kinds.list_edition.table import WIDE_MM, Table
from zhunru.documents.rendering import Rendered, press
from zhunru.documents.tests.drawing import black, ink, pdfium_page, red, signatory
from zhunru.documents.tests.lists import (
    DUTY_BO,
    TITLE_BO,
    difference,
    draft,
    edition,
    edition_paper,
    row,
    rows,
)
from zhunru.documents.tests.samples import OFFICE, paper

WIDTH, HEIGHT = 297, 210
LEFT, RIGHT, TOP, FOOT = 20, 277, 28, 184
LINE = 225 / 22
COARSE = 120
"""Dots per inch; a finer picture of every page takes long."""
HEADS = "序号编码事项类别事项名称村（社区）职责法律政策依据主责部门"
LONG = "协助开展农牧区饮水安全、地质灾害隐患和森林草原防火巡查以及群众转移安置的宣传动员工作" * 4

EDITIONS = {
    "every column": edition(),
    "long": edition(rows=rows(40)),
    "Tibetan": edition(rows=rows(25, title_bo=TITLE_BO, village_duty_bo=DUTY_BO)),
    "long titles": edition(rows=rows(8, title=LONG[:200], category="应急管理和防灾减灾救灾")),
    "taller than a page": edition(rows=[row(1), row(2, village_duty=LONG * 20), row(3)]),
    "one entry": edition(rows=rows(1), replaces=None, note=""),
    "negative": edition(
        list_kind="negative",
        list_label="工作负面事项清单",
        rows=rows(30, village_duty="", lead_department=""),
    ),
}


@functools.cache
def drawn(name: str) -> Rendered:
    return press().render(composing.html(edition_paper(EDITIONS[name])))


def px(millimetres: float) -> int:
    return round(millimetres / 25.4 * COARSE)


def pages(pdf: bytes) -> list[str]:
    """The text of each page, without blanks."""
    document = pypdfium2.PdfDocument(pdf)
    return ["".join(document[n].get_textpage().get_text_range().split()) for n in range(len(document))]


def difference_pages(**changed: object) -> list[str]:
    slip = paper(difference(**changed), LIST_DIFFERENCE, number="", code="", link="", seal_mm=0.0)
    return pages(press().render(composing.html(slip)).pdf)


@pytest.mark.parametrize("name", EDITIONS)
def test_every_sheet_lies_crosswise_and_nothing_leaves_its_type_area(name: str) -> None:
    made = drawn(name)
    document = pypdfium2.PdfDocument(made.pdf)
    for number in range(made.pages):
        assert document[number].get_size() == pytest.approx((WIDTH / 25.4 * 72, HEIGHT / 25.4 * 72), abs=0.1)
        text = black(pdfium_page(made.pdf, number, COARSE))
        rows_inked, columns_inked = (np.flatnonzero(text[: px(FOOT + 1)].any(axis=axis)) for axis in (1, 0))
        assert columns_inked[0] >= px(LEFT) - 1
        assert columns_inked[-1] <= px(RIGHT) + 1
        assert rows_inked[0] >= px(TOP) - 1
        assert not text[px(FOOT) + 2 : px(FOOT + 4)].any()


@pytest.mark.parametrize("name", ["long", "Tibetan", "long titles", "taller than a page"])
def test_the_head_of_the_table_stands_on_every_page(name: str) -> None:
    found = pages(drawn(name).pdf)
    assert len(found) > 2
    assert [text.count(HEADS) for text in found] == [1] * len(found)


@pytest.mark.parametrize("name", ["every column", "long", "long titles", "negative"])
def test_no_entry_is_broken_over_two_pages(name: str) -> None:
    found = pages(drawn(name).pdf)
    for one in EDITIONS[name].rows:
        on = [text for text in found if f"{one.seq}{one.code}" in text]
        assert len(on) == 1
        assert one.title in on[0]
        assert one.village_duty in on[0]
        assert one.legal_basis in on[0]


def test_an_entry_taller_than_a_page_is_printed_whole() -> None:
    text = "".join(pages(drawn("taller than a page").pdf))
    assert text.count("群众转移安置的宣传动员工作") == 80
    assert "3S-003" in text


def test_a_column_that_is_empty_in_every_row_is_left_out_and_the_others_share_its_room() -> None:
    text = pages(drawn("negative").pdf)[0]
    assert "序号编码事项类别事项名称法律政策依据" in text
    for facts in EDITIONS.values():
        heads = facts.table.heads
        assert sum(head.width for head in heads) == pytest.approx(WIDE_MM, abs=0.1)
        assert all(head.width >= 11 for head in heads)
    bare = Table.of([row(1, category="", village_duty="", legal_basis="", lead_department="")])
    assert [head.label for head in bare.heads] == ["序号", "编码", "事项名称"]
    assert sum(head.width for head in bare.heads) == pytest.approx(WIDE_MM, abs=0.1)


@functools.cache
def glyphs(pdf: bytes) -> dict[str, list[int]]:
    """Font -> every glyph drawn with it, in order."""
    found: dict[str, list[int]] = {}
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            names = {key: str(font.BaseFont).partition("+")[2] for key, font in page.resources.Font.items()}
            now = ""
            for step in pikepdf.parse_content_stream(page):
                operands, operator = step.operands, step.operator
                if str(operator) == "Tf":
                    now = names[str(operands[0])]
                elif str(operator) in {"TJ", "Tj"}:
                    pieces = operands[0] if str(operator) == "TJ" else [operands[0]]
                    codes = b"".join(bytes(p) for p in pieces if isinstance(p, pikepdf.String))
                    found.setdefault(now, []).extend(np.frombuffer(codes, ">u2").tolist())
    return found


@pytest.mark.parametrize("name", EDITIONS)
def test_every_character_has_its_glyph(name: str) -> None:
    found = glyphs(drawn(name).pdf)
    assert found
    assert [font for font, drawn_ones in found.items() if 0 in drawn_ones] == [], ".notdef: a box"


def test_tibetan_is_stacked_and_breaks_after_a_tsheg() -> None:
    made = drawn("Tibetan").pdf
    tibetan = [codes for font, codes in glyphs(made).items() if "Tibetan" in font]
    assert len(tibetan) == 1
    written = sum(len(one.title_bo) + len(one.village_duty_bo) for one in EDITIONS["Tibetan"].rows)
    assert 0.4 * written < len(tibetan[0]) < 0.85 * written, "a stack of letters is one glyph"
    document = pypdfium2.PdfDocument(made)
    lines = [line for n in range(len(document)) for line in document[n].get_textpage().get_text_range().splitlines()]
    ends = {line.strip()[-1] for line in lines if re.search(r"[\u0f00-\u0fff]", line)}
    assert ends <= {"\u0f0b", "\u0f0d"}, "tsheg and shad"


@functools.cache
def sealed(name: str) -> bytes:
    return signing.sign(drawn(name), [signatory(OFFICE)], reason="清单")


@pytest.mark.parametrize("name", EDITIONS)
def test_the_seal_covers_name_and_date_within_a_line_of_the_text(name: str) -> None:
    made = drawn(name)
    number, x, y = made.anchors["seal"]
    assert number == made.pages - 1
    across, down = x / 72 * 25.4, HEIGHT - y / 72 * 25.4
    signed, plain = pdfium_page(sealed(name), number), black(pdfium_page(made.pdf, number))
    seal = ink(red(signed), top=down - 23, bottom=down + 23, left=across - 25, right=across + 25)
    written = ink(plain, top=down - 3, bottom=down + 21, left=across - 60, right=WIDTH)
    above = ink(plain, bottom=down - 5, right=WIDTH)
    assert seal.width == pytest.approx(42, abs=0.7)
    assert seal.height == pytest.approx(42, abs=0.7)
    assert seal.top < written.top < written.bottom < seal.bottom < FOOT
    assert seal.centre[0] == pytest.approx(written.centre[0], abs=15)
    assert 0 < seal.top - above.bottom <= LINE
    assert "有权拒绝" in pages(made.pdf)[-1], "text goes along with the signature"
    assert re.search(r"[SN]-\d{3}", pages(made.pdf)[-1]), "and an entry"


@pytest.mark.parametrize("count", range(3, 12))
def test_the_signature_never_stands_without_an_entry_above_it(count: int) -> None:
    made = press().render(composing.html(edition_paper(edition(rows=rows(count)))))
    last = pages(made.pdf)[-1]
    assert f"{count}S-{count:03d}" in last
    assert f"共{count}项" in last
    assert OFFICE.replace("(", "（").replace(")", "）") in last


def test_a_draft_says_so_on_every_page_and_has_neither_number_nor_seal() -> None:
    made = press().render(
        composing.html(edition_paper(draft(rows=rows(20)), number="", code="", link="", seal_mm=0.0, demo=False))
    )
    found = pages(made.pdf)
    assert made.anchors == {}
    assert all("草案尚未公布" in text for text in found)
    assert "依法履职事项清单（草案）" in found[0]
    assert "不作为村（社区）承担事项的依据" in found[0]
    assert not any(word in "".join(found) for word in ("扫码核验", "文件", "印发", "现予公布", OFFICE[:6]))


def test_an_edition_of_600_entries_is_drawn_within_the_limits() -> None:
    made = press().render(composing.html(edition_paper(edition(rows=rows(MOST_ROWS)))))
    assert made.pages > 40
    assert "600S-600" in pages(made.pdf)[-1]


def test_a_difference_tells_what_is_removed_before_anything_else() -> None:
    text = difference_pages()[0]
    places = [text.index(head) for head in ("一、移出的事项", "二、新增的事项", "三、变更的事项")]
    assert places == sorted(places)
    assert "变动对照表（第3版）" in text


def test_a_difference_leaves_out_what_there_is_not() -> None:
    text = difference_pages(removed=[], changed=[])[0]
    assert "一、新增的事项" in text
    assert not re.search("移出的事项|变更的事项", text)
    assert "内容没有变动" in difference_pages(removed=[], added=[], changed=[])[0]
    assert "（草案）" in difference_pages(after=EditionName())[0]
    assert "为首次公布" in difference_pages(before=None)[0]


def test_the_changes_of_an_entry_keep_together() -> None:
    fields = [FieldChange(label=f"第{n}栏", old="原文" * 30, new="新文" * 30) for n in range(3)]
    changed = [ChangedRow(code=f"S-{n}", title="宣传", reason="修订", fields=fields) for n in range(100, 130)]
    found = difference_pages(changed=changed)
    assert len(found) > 3
    for text in found:
        assert text.count("第0栏") == text.count("第2栏") == len(re.findall(r"S-1\d\d", text))
        assert "变更内容原为改为" in text
