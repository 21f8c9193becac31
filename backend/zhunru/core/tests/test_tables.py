from datetime import date
from pathlib import Path

import pytest

from zhunru.core.tables import Fault, Faults, Row, TableError, checked, read_csv


def table(folder: Path, content: str | bytes, columns: tuple[str, ...] = ("code", "name")) -> tuple[list[Row], Faults]:
    path = folder / "file.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    faults = Faults()
    return read_csv(path, columns, faults), faults


def places(faults: Faults) -> list[tuple[int, str]]:
    return [(fault.row, fault.column) for fault in faults.found]


def test_byte_order_mark_crlf_and_blank_rows_are_no_faults_and_rows_count_as_in_a_spreadsheet(tmp_path: Path) -> None:
    rows, faults = table(tmp_path, "\ufeffcode,name\r\n\r\n１２３,  甲镇\u3000\r\n,\r\n４５6,乙\u200b乡\r\n")
    assert not faults.found
    assert [(row.number, row.digits("code"), row.text("name")) for row in rows] == [
        (3, "123", "甲镇"),
        (5, "456", "乙乡"),
    ]


def test_unusual_line_separators_inside_a_cell_do_not_cut_the_row(tmp_path: Path) -> None:
    rows, faults = table(tmp_path, 'code,name\n1,"甲\u2028乙\n丙"\n2,丁\n')
    assert not faults.found
    assert [(row.number, row.text("name")) for row in rows] == [(2, "甲\u2028乙\n丙"), (3, "丁")]


def test_every_missing_and_every_doubled_column_is_named(tmp_path: Path) -> None:
    _, faults = table(tmp_path, "level,level\n1,2\n")
    assert places(faults) == [(1, "code"), (1, "name"), (1, "level")]


def test_an_empty_file_misses_its_columns(tmp_path: Path) -> None:
    _, faults = table(tmp_path, "")
    assert places(faults) == [(1, "code"), (1, "name")]


def test_a_table_without_a_row_is_a_fault(tmp_path: Path) -> None:
    _, faults = table(tmp_path, "code,name\n,\n\n")
    assert places(faults) == [(0, "")]


def test_a_file_in_another_encoding_is_refused_with_the_first_such_row(tmp_path: Path) -> None:
    _, faults = table(tmp_path, b"code,name\n1,x\n" + "2,甲镇\n".encode("gb18030"))
    assert places(faults) == [(3, "")]
    assert "UTF-8" in faults.found[0].message


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    faults = Faults()
    assert read_csv(tmp_path / "none.csv", ("code",), faults) == []
    assert places(faults) == [(0, "")]


def test_a_stray_quote_is_a_fault_of_its_row(tmp_path: Path) -> None:
    _, faults = table(tmp_path, 'code,name\n1,甲\n2,"乙"丙\n')
    assert places(faults) == [(3, "")]


def test_a_row_with_too_few_or_too_many_cells_is_a_fault_and_empty_cells_beyond_the_header_are_not(
    tmp_path: Path,
) -> None:
    rows, faults = table(tmp_path, "code,name\n1\n2,乙,丙\n3,丁,,\n")
    assert places(faults) == [(2, ""), (3, "")]
    assert [row.text("name") for row in rows] == ["丁"]


def test_what_the_database_cannot_store_is_a_fault_of_its_cell(tmp_path: Path) -> None:
    _, faults = table(tmp_path, "code,name\n1,甲\x00镇\n")
    assert places(faults) == [(2, "name")]


def test_each_reader_files_a_fault_for_a_cell_that_does_not_hold_what_it_should(tmp_path: Path) -> None:
    rows, faults = table(tmp_path, "code,name\n1a,\n")
    row = rows[0]
    row.digits("code")
    row.days("code")
    row.choice("code", ("x", "y"))
    row.text("code", max_length=1)
    row.text("name", required=True)
    assert places(faults) == [(2, "code")] * 4 + [(2, "name")]


def test_days_are_read_and_an_empty_cell_holds_none(tmp_path: Path) -> None:
    rows, faults = table(tmp_path, "code,name\n２０２４-06-28；2018-12-29,\n")
    assert (rows[0].days("code"), rows[0].days("name")) == ([date(2024, 6, 28), date(2018, 12, 29)], [])
    assert not faults.found


def test_all_faults_are_raised_together_each_with_file_row_and_column() -> None:
    found = [Fault("a.csv", 2, "code", "甲"), Fault("b.csv", 3, "", "乙"), Fault("c.csv", 0, "", "丙")]
    with pytest.raises(TableError) as caught, checked() as faults:
        faults.found.extend(found)
    assert caught.value.faults == found
    assert str(caught.value) == "a.csv 第 2 行 code 列：甲\nb.csv 第 3 行：乙\nc.csv：丙"
