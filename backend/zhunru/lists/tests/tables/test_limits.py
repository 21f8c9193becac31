"""Files that are too much, or not what they seem, are answered clearly and in bounded time."""

import os
import time

import pytest

from zhunru.files.sheets.tests.books import rewritten
from zhunru.files.sheets.tests.words import document, table
from zhunru.files.tests import samples
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.services import drafting
from zhunru.lists.tests.tables.sheets import CLERK, HEADER, LAW, committed, plain_book, previewed, sent

pytestmark = pytest.mark.usefixtures("on_county_side")


@pytest.fixture
def draft() -> Edition:
    return drafting.start(ListKind.NEGATIVE, actor=CLERK)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", samples.docx({"xl/vbaProject.bin": b"x"}, main=samples.XLSX_MAIN), "file_active"),
        (
            "a.xlsm",
            samples.docx(main="application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
            "file_active",
        ),
        ("a.docm", samples.docx(main="application/vnd.ms-word.document.macroEnabled.main+xml"), "file_active"),
        ("a.xlsx", samples.docx({"xl/x.xml": b"<a/>" * 30_000_000}, main=samples.XLSX_MAIN), "file_bomb"),
        ("a.zip", samples.archive({"清单.xlsx": b"x"}), "file_type"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file_type"),
        ("a.xlsx", b"", "file_empty"),
    ],
)
def test_macros_bombs_and_other_files_are_refused_with_a_reason(
    draft: Edition, name: str, content: bytes, code: str
) -> None:
    begun = time.monotonic()
    answer = sent(draft, content, name)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert time.monotonic() - begun < 20


def test_a_sheet_that_claims_all_cells_there_are_is_refused(draft: Edition) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    content = rewritten(plain_book((1, "N-1", "", "a", "", LAW)), "xl/worksheets/sheet1.xml", b"</sheetData>", far)
    answer = sent(draft, content)
    assert (answer.status_code, answer.json()["code"]) == (422, "sheet_unreadable")


def test_a_document_padded_to_look_modest_ends_the_child_only(draft: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhunru.files.sheets.grids.SECONDS", 2)
    inside = f"<w:tbl><w:tr>{'<w:tc/>' * 11_000_000}</w:tr></w:tbl>"
    answer = sent(draft, document(inside, picture=os.urandom(1_200_000)), "清单.docx")
    assert (answer.status_code, answer.json()["code"]) == (422, "sheet_unreadable")


@pytest.mark.parametrize("kind", ["xlsx", "docx", "csv"])
def test_five_thousand_rows_are_told_how_many_are_taken(draft: Edition, kind: str) -> None:
    rows = [(str(n), "", "类", f"不得{n}", "无", f"依据：〈通知〉第{n % 90 + 1}条", "") for n in range(5_000)]
    if kind == "xlsx":
        content = plain_book(*rows)
    elif kind == "docx":
        content = document(table(HEADER, *rows))
    else:
        content = "\n".join(",".join(one) for one in (HEADER, *rows)).encode("gb18030")
    begun = time.monotonic()
    shown = previewed(draft, content, f"清单.{kind}")
    assert time.monotonic() - begun < 60
    assert (shown["row_count"], shown["new_count"]) == (5_000, 0)
    assert "5000" in shown["faults"][-1]["message"]
    assert "1000" in shown["faults"][-1]["message"]


def test_three_hundred_rows_are_committed_in_seconds(draft: Edition) -> None:
    rows = [(n, "", "类", f"不得{n}", "", f"《通知》第{n}项", "") for n in range(1, 301)]
    sha256 = previewed(draft, plain_book(*rows))["sha256"]
    begun = time.monotonic()
    assert committed(draft, sha256).json()["new"] == 300
    assert time.monotonic() - begun < 60
