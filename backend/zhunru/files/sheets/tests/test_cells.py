from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunru.files.sheets.cells import Cell, FaultyError, text_of, value_of
from zhunru.files.sheets.columns import Column, Kind
from zhunru.files.sheets.previews import letters

TEXT = Column("t", "文字")
DATE = Column("d", "日期", Kind.DATE)
MONEY = Column("m", "经费", Kind.NUMBER)
COUNT = Column("n", "次数", Kind.NUMBER, places=0)
CHOICE = Column("c", "类别", Kind.CHOICE, choices={"a": "甲类（重要）", "b": "乙类"})
CODES = Column("k", "村", Kind.CODES, choices={"1": "一村", "2": "二村"})


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (" \u3000甲\u200b乙\ufeff ", "甲乙"),
        (540522100001.0, "540522100001"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (1e20, "1e+20"),
        (True, "是"),
        (datetime(2026, 1, 31), "2026-01-31"),
        (datetime(2026, 1, 31, 8, 5), "2026-01-31 08:05"),
        ("'=1", "=1"),
        ("''=1", "'=1"),
        ("'甲'", "'甲'"),
        ("一\r\n二", "一\n二"),
    ],
)
def test_a_cell_is_read_as_people_see_it(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize(
    "cell",
    [
        "2026-01-31",
        "2026/1/31",
        "2026.1.31",
        "2026年1月31日",
        "２０２６-０１-３１",
        "20260131",
        20260131.0,
        datetime(2026, 1, 31),
    ],
)
def test_a_day_is_understood_as_people_write_it(cell: Cell) -> None:
    assert value_of(cell, DATE) == date(2026, 1, 31)


@pytest.mark.parametrize(
    "cell", [46053.0, "2026-02-30", "1月31日", "明天", "0000-01-01", "31/1/2026", True, "2026-01-31 08:00"]
)
def test_what_is_no_single_day_is_refused(cell: Cell) -> None:
    with pytest.raises(FaultyError, match="应为日期"):
        value_of(cell, DATE)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("3,600.50", "3600.50"),
        ("３６００．５", "3600.50"),
        (0.30000000000000004, "0.30"),
        (12, "12.00"),
        ("+5", "5.00"),
    ],
)
def test_a_number_is_understood_as_people_write_it(cell: Cell, number: str) -> None:
    assert str(value_of(cell, MONEY)) == number


@pytest.mark.parametrize(
    "cell",
    ["1,2", "1,00", "壹", "1e5", "NaN", "Infinity", "--1", "1.2.3", "１个", 0.005, -1, 1e13, 1e300, "9" * 30, True],
)
def test_what_is_no_amount_is_refused(cell: Cell) -> None:
    with pytest.raises(FaultyError):
        value_of(cell, MONEY)


def test_a_count_is_whole() -> None:
    assert value_of(3.0, COUNT) == Decimal(3)
    with pytest.raises(FaultyError, match="整数"):
        value_of("1.5", COUNT)


def test_a_choice_is_known_by_its_word_or_its_value_in_either_width() -> None:
    assert [value_of(cell, CHOICE) for cell in ("甲类（重要）", "甲类(重要)", "b", None)] == ["a", "a", "b", ""]


def test_codes_are_parted_by_any_sign_and_doubled_ones_counted_once() -> None:
    assert (
        value_of("一村、二村", CODES) == value_of("1，2；1", CODES) == value_of("一村\n二村 一村", CODES) == ("1", "2")
    )
    with pytest.raises(FaultyError, match="三村"):
        value_of("一村、三村", CODES)


@pytest.mark.parametrize("cell", ["甲\x00乙", "甲\x1b乙", "甲\ud800"])
def test_what_cannot_be_stored_is_refused(cell: str) -> None:
    with pytest.raises(FaultyError, match="无法保存"):
        value_of(cell, TEXT)


@given(
    st.one_of(st.text(st.characters(codec=None)), st.floats(), st.integers(), st.datetimes(), st.booleans(), st.none()),
    st.sampled_from([TEXT, DATE, MONEY, COUNT, CHOICE, CODES]),
)
def test_any_cell_has_a_value_or_a_sentence(cell: Cell, column: Column) -> None:
    try:
        value_of(cell, column)
    except FaultyError as error:
        sentence = str(error)
    else:
        sentence = "it has a value"
    assert sentence


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
