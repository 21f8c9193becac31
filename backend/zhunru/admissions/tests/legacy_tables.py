"""Tables of existing matters to test with."""

from typing import Any

from zhunru.files.sheets.tests.books import book

HEADER = (
    "部门", "事项名称", "对象类型", "工作内容（村职责）", "依据文件", "条款", "版本日期", "频次", "每村每月人日",
    "每村经费（元）", "经费来源", "涉及村", "开始日期", "备注",
)  # fmt: skip
ROW: dict[str, Any] = {
    "部门": "县水务局",
    "事项名称": "河道巡查",
    "对象类型": "工作事项",
    "工作内容（村职责）": "每周沿河走一遍，发现垃圾和险情即报",
    "依据文件": "中华人民共和国防洪法",
    "条款": "第二十一条",
    "版本日期": "2016-07-02",
    "频次": "每周一次",
    "每村每月人日": 4,
    "每村经费（元）": "1200.00",
    "经费来源": "水利专项",
    "涉及村": "全县",
    "开始日期": "2024-03-01",
    "备注": "",
}
"""A row with nothing wrong in it."""


def table(*rows: dict[str, Any]) -> bytes:
    """A workbook of rows that differ from ROW as each says; row 2 of the sheet is the first."""
    return book(HEADER, *([{**ROW, **row}[name] for name in HEADER] for row in rows), name="存量")
