import pytest

from zhunru.files.office import check_archive
from zhunru.files.refusals import RefusedError
from zhunru.files.tests import samples
from zhunru.files.types import FileType

BILLION = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'a'><!ENTITY b '&a;&a;'>]><x>&b;</x>"


def refused(content: bytes) -> str:
    with pytest.raises(RefusedError) as caught:
        check_archive(content)
    return caught.value.code


@pytest.mark.parametrize(
    "content",
    [
        samples.docx({"word/vbaProject.bin": b"x"}),
        samples.docx({"word/vbaData.xml": "<x/>"}),
        samples.docx({"word/activeX/activeX1.xml": "<x/>"}),
        samples.docx({"xl/macrosheets/sheet1.xml": "<x/>"}),
        samples.docx(main="application/vnd.ms-word.document.macroEnabled.main+xml"),
        samples.docx(main="application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        samples.docx(
            {"[Content_Types].xml": samples.content_types(samples.DOCX_MAIN, "application/vnd.ms-office.vbaProject")}
        ),
        samples.docx({"word/_rels/document.xml.rels": samples.relations("vbaProject", "other.bin", "Internal")}),
    ],
    ids=["vba", "vba data", "control", "old macro", "docm", "xlsm", "vba by its type", "vba by a link"],
)
def test_macros_are_refused_under_any_name(content: bytes) -> None:
    assert refused(content) == "file_active"


@pytest.mark.parametrize("kind", ["attachedTemplate", "oleObject", "frame", "subDocument", "package"])
def test_what_would_be_fetched_from_elsewhere_is_refused(kind: str) -> None:
    link = samples.relations(kind, "http://evil.example/x.dotm")
    assert refused(samples.docx({"word/_rels/settings.xml.rels": link})) == "file_embedded"
    hidden = link.replace(kind, "".join(f"&#{ord(char)};" for char in kind))
    assert refused(samples.docx({"word/_rels/settings.xml.rels": hidden})) == "file_embedded"
    assert refused(samples.docx({"word/_rels/settings.xml.rels": link.encode("utf-16")})) in (
        "file_embedded",
        "file_damaged",
    )


def test_links_to_click_on_and_parts_of_the_document_itself_are_no_fault() -> None:
    links = {
        "word/_rels/document.xml.rels": samples.relations("hyperlink", "https://example.org"),
        "word/_rels/settings.xml.rels": samples.relations("attachedTemplate", "a.dotx", "Internal"),
    }
    assert check_archive(samples.docx(links)) is FileType.DOCX


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"])
def test_declarations_of_entities_are_refused(part: str, encoding: str) -> None:
    assert refused(samples.docx({part: BILLION.encode(encoding)})) == "file_active"


def test_a_declaration_far_from_the_beginning_of_a_part_that_is_parsed_is_refused() -> None:
    late = BILLION.replace("<!DOCTYPE", "<!--" + "x" * 5000 + "--><!DOCTYPE")
    assert refused(samples.docx({"word/_rels/document.xml.rels": late})) == "file_active"


@pytest.mark.parametrize(
    "content",
    [
        samples.archive({"a.txt": "x"}),
        samples.archive({"word/document.xml": "<x/>"}),
        samples.docx(main="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
        samples.docx(main="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        samples.archive({"[Content_Types].xml": samples.content_types(samples.DOCX_MAIN, samples.XLSX_MAIN)}),
        samples.archive({"mimetype": "application/vnd.oasis.opendocument.text"}),
    ],
    ids=["zip", "no types", "pptx", "dotx", "two in one", "odt"],
)
def test_any_other_archive_is_refused(content: bytes) -> None:
    assert refused(content) == "file_type"


def test_a_part_that_should_be_small_and_is_not_is_refused() -> None:
    assert refused(samples.docx({"word/_rels/document.xml.rels": b"<x>" + b" " * (1 << 20)})) == "file_bomb"


def test_a_broken_list_of_types_is_refused() -> None:
    assert refused(samples.docx({"[Content_Types].xml": "<Types><x"})) == "file_damaged"
