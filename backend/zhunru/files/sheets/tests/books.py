"""Tables to test with."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook, load_workbook

from zhunru.files import sheets
from zhunru.files.checks import Checked, checked
from zhunru.files.sheets import Column, Kind
from zhunru.files.types import SHEETS

MB = 1 << 20
COLUMNS = (
    Column("code", "事项编号", required=True, max_length=20, aliases=("编号",)),
    Column("title", "事项名称", required=True, max_length=30),
    Column("kind", "类别", Kind.CHOICE, choices={"work_matter": "工作事项", "ledger": "台账报表"}),
    Column("villages", "承接村（社区）", Kind.CODES, max_length=12),
    Column("since", "开始日期", Kind.DATE),
    Column("funds", "经费（元）", Kind.NUMBER),
    Column("times", "每月次数", Kind.NUMBER, places=0, at_most=31),
)
HEADER = ("事项编号", "事项名称", "类别", "承接村（社区）", "开始日期", "经费（元）", "每月次数")
GOOD = ("S-001", "报送台账", "台账报表", "540522100001、540522100002", date(2026, 1, 31), 3600.5, 2)


def book(*rows: Sequence[Any], name: str = "现有事项", hidden: Iterable[str] = ()) -> bytes:
    made = Workbook()
    for title in hidden:
        made.create_sheet(title, 0).sheet_state = "hidden"
    sheet = made["Sheet"]
    sheet.title = name
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def taken(content: bytes, name: str = "现有事项.xlsx") -> Checked:
    return checked(name, content, max_bytes=20 * MB, types=SHEETS)


def read(*rows: Sequence[Any], columns: Sequence[Column] = COLUMNS) -> sheets.Preview:
    return sheets.read_sheet(taken(book(*rows)), columns)


def rewritten(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The workbook with something in one of its parts said otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                assert old in text
                text = text.replace(old, new)
            made.writestr(name, text)
    return out.getvalue()


def opened(content: bytes) -> Any:
    """The first sheet as an office program sees it."""
    return load_workbook(io.BytesIO(content)).worksheets[0]
