"""Every kind of paper: what its registry entry promises, and what stands on its pages."""

import functools
import re
from pathlib import Path

import pypdfium2
import pytest
from django.utils import translation

from zhunru.configuration.choices import Body
from zhunru.documents import composing, kinds
from zhunru.documents.kinds import KINDS, SLIPS
from zhunru.documents.kinds.deciding import Decided
from zhunru.documents.models import Document
from zhunru.documents.rendering import press
from zhunru.documents.schemas import DocumentFilters
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.said import SAID
from zhunru.documents.tests.samples import approval, paper, withdrawal

ALL = KINDS | SLIPS


@functools.cache
def printed(name: str) -> str:
    """All text of the paper of kind `name`, page numbers and blanks left out."""
    return text_of(press().render(composing.html(paper(FACTS[name], ALL[name]))).pdf)


def text_of(pdf: bytes) -> str:
    """Page numbers, the verification code's line and the mark of a demonstration are drawn apart from the text."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (document[n].get_textpage().get_text_range() for n in range(len(document)))
    text = "".join(re.sub(r"—\s*\d+\s*—|\s", "", page) for page in pages)
    return re.sub(r"演示文书不具效力|扫码核验[0-9A-Z-]+", "", text)


def test_every_kind_has_its_own_sign_folder_and_place_in_the_register() -> None:
    signs = [kind.series for kind in KINDS.values()]
    assert len(set(signs)) == len(signs) == 28
    assert all(signs)
    assert not any(kind.series for kind in SLIPS.values())
    assert all(len(name) <= (Document._meta.get_field("kind").max_length or 0) for name in KINDS)
    assert len({kind.place for kind in ALL.values()}) == len(ALL)
    folders = {path.parent.name for path in composing.FOLDER.glob("*/page.html")}
    assert folders == set(ALL)


def test_the_api_names_every_kind_and_every_status() -> None:
    described = DocumentFilters.model_json_schema()["properties"]
    assert described["kind"]["anyOf"][0]["enum"] == list(KINDS)
    assert described["status"]["anyOf"][0]["enum"] == Document.Status.values


def test_only_papers_that_let_a_matter_in_are_good_for_entering() -> None:
    assert {name for name, kind in ALL.items() if kind.admits} == {
        "approval", "adjustment", "extension", "merger", "split",
    }  # fmt: skip


@pytest.mark.parametrize("name", ALL)
def test_what_a_paper_was_given_stands_on_its_pages(name: str) -> None:
    text = printed(name)
    assert [words for words in SAID[name] if words not in text] == []
    assert "".join(FACTS[name].title.split()) in text
    greets = FACTS[name].addressee and ALL[name].form != "minutes"
    assert not greets or FACTS[name].addressee + "：" in text
    assert FACTS[name].matter_code in text


@pytest.mark.parametrize("name", ALL)
def test_no_page_shows_a_hole_or_a_slip_of_the_pen(name: str) -> None:
    assert re.findall(r"None|datetime|（）|“”|[。，；、：][。，；、：]|\{\{|\}\}|\[|\]", printed(name)) == []
    html = composing.html(paper(FACTS[name], ALL[name]))
    body = html.partition("<h1")[2]
    shown = re.sub(r"<[^>]+>", "", re.sub(r"</(p|h\d|td|th|div)>|<br>", "\n", body))
    assert re.findall(r"[一-鿿，。；：、“”（）] +[一-鿿，。；：、“”（）]", shown) == [], "a blank between characters"


@pytest.mark.parametrize("name", ALL)
def test_facts_are_kept_whole_as_json(name: str) -> None:
    facts = FACTS[name]
    assert ALL[name].facts.model_validate(facts.model_dump(mode="json")) == facts


@pytest.mark.parametrize("name", ALL)
def test_a_paper_is_chinese_whoever_has_it_printed(name: str) -> None:
    drawn = paper(FACTS[name], ALL[name])
    chinese = composing.html(drawn)
    with translation.override("en"):
        assert composing.html(drawn) == chinese


def test_sections_are_numbered_without_a_gap_whatever_is_left_out() -> None:
    for facts, kind in ((approval(), kinds.APPROVAL), (withdrawal(), kinds.WITHDRAWAL)):
        text = text_of(press().render(composing.html(paper(facts, kind))).pdf)
        heads = re.findall(r"([一二三四五六七八九])、[一-鿿]{2,}", text)
        assert "".join(heads) == "一二三四五六七八九"[: len(heads)]
        assert len(heads) >= 4


@pytest.mark.parametrize(
    ("decided", "sentence"),
    [
        ({}, "经我单位审核决定"),
        ({"decided_by": Body.LEADER}, "经分管县领导批准（演批〔2026〕5号，2026年3月1日）"),
        ({"decided_by": "committee"}, "经县委常委会会议研究决定（演批〔2026〕5号，2026年3月1日）"),
    ],
)
def test_a_paper_says_who_decided(decided: dict[str, str], sentence: str) -> None:
    """A-15: leader, joint meeting or committee by category; an adjustment may be the office's own."""
    number = {"decision_number": "演批〔2026〕5号", "decided_on": "2026-03-01"} if decided else {}
    assert Decided.model_validate(decided | number).decision_sentence == sentence


def test_no_kind_repeats_prose_that_an_include_holds() -> None:
    """Sentences of a template that stand in another one, too, belong into a piece that both include."""
    seen: dict[str, Path] = {}
    for path in sorted(composing.FOLDER.rglob("*.html")):
        for sentence in re.findall(r"[>}]([^<>{}]{14,})[<{]", path.read_text(encoding="utf-8")):
            assert sentence not in seen, f"{path.parent.name} and {seen[sentence].parent.name}: {sentence}"
            seen[sentence] = path


@pytest.mark.parametrize("name", KINDS)
def test_before_it_is_issued_a_paper_can_be_looked_at_and_says_that_it_is_none(name: str) -> None:
    sketch = paper(FACTS[name], ALL[name], number="", code="", link="", seal_mm=0.0)
    text = text_of(press().render(composing.html(sketch)).pdf)
    assert ("草案" if name == "list_edition" else "样稿尚未编号用印") in text
    assert "扫码核验" not in text
    assert "〔2026〕1号" not in text.partition(FACTS[name].title)[0]
