"""A list as a file: the rows of its page, in its order, cut where it would be too much, and nothing ever computed."""

import io
from typing import Any, Literal

import pytest
from django.db.models import F
from django.http import HttpResponse
from openpyxl import load_workbook
from pydantic import BaseModel, computed_field

from zhunru.core.errors import InvalidError
from zhunru.divisions.models import Village
from zhunru.files import exports
from zhunru.files.exports import Export, export
from zhunru.files.sheets import Column, Kind
from zhunru.tenancy.context import county_context

COLUMNS = (Column("name", "名称"), Column("township", "乡镇"), Column("length", "字数", Kind.NUMBER))


class Row(BaseModel):
    name: str
    township: str

    @computed_field
    def length(self) -> int:
        return len(self.name)


def exported(format: Literal["xlsx", "csv"] = "xlsx", **asked: Any) -> HttpResponse:
    with county_context():
        villages = Village.objects.order_by("code").values("name").annotate(township=F("township__name"))
        return export(
            villages, Row, Export(format=format, **asked), columns=COLUMNS, orderable=("name",), name="村（社区）"
        )


def cells(answer: HttpResponse) -> list[list[Any]]:
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_workbook_has_the_rows_of_the_list_under_headers_in_chinese(db: None) -> None:
    header, first, *_rest = found = cells(exported())
    assert header == ["名称", "乡镇", "字数"]
    assert first == ["扎庆居委会", "吉雄镇", 5]
    assert len(found) == 7


def test_csv_says_the_same_with_the_mark_that_office_programs_want(db: None) -> None:
    answer = exported("csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.content.decode("utf-8-sig").splitlines()[1] == "扎庆居委会,吉雄镇,5"
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


def test_the_file_is_named_after_the_list_and_the_day_and_only_saved(db: None) -> None:
    answer = exported()
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%E6%9D%91")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_order_is_that_of_the_list(db: None) -> None:
    names = [row[0] for row in cells(exported(ordering="-name"))[1:]]
    assert names == sorted(names, reverse=True)
    with pytest.raises(InvalidError):
        exported(ordering="code")


def test_what_is_cut_off_is_told_in_the_last_row(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "MOST", 4)
    found = cells(exported())
    assert len(found) == 1 + 4 + 1
    assert found[-1][0] == "最多导出 4 条，另有 2 条未导出，请缩小范围后再导出"
    monkeypatch.setattr(exports, "MOST", 6)
    assert len(cells(exported())) == 1 + 6
