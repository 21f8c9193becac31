"""Amounts in capitals, read back by a reader of its own."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunru.documents.amounts import MOST, capital_amount

DIGITS = {char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}
AMOUNTS = st.decimals(min_value=0, max_value=MOST, places=2)


def read(text: str) -> Decimal:
    """The amount that someone means who writes `text`; knows nothing of how it is written."""
    whole, _, rest = text.rpartition("元")
    value = Decimal(0)
    for unit, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        group, _, whole = whole.partition(unit) if unit in whole and unit else ("", "", whole)
        value += _group(group if unit else whole) * size
    for unit, size in (("角", 10), ("分", 1)):
        if found := re.search(f"(.){unit}", rest):
            value += Decimal(DIGITS[found[1]] * size) / 100
    return value


def _group(text: str) -> int:
    value = digit = 0
    for char in text:
        if char in UNITS:
            value, digit = value + digit * UNITS[char], 0
        else:
            digit = DIGITS[char]
    return value + digit


@given(AMOUNTS)
def test_what_is_written_reads_as_the_amount(amount: Decimal) -> None:
    assert read(capital_amount(amount)) == amount


@given(AMOUNTS)
def test_nothing_can_be_added_behind_it_and_no_zero_stands_idle(amount: Decimal) -> None:
    text = capital_amount(amount)
    assert text[-1] in "整分"
    assert "零零" not in text
    assert not re.search("零[拾佰仟万亿角分]|壹?万亿|亿万|(?<!^)零元", text)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("10", "壹拾元整"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("12300", "壹万贰仟叁佰元整"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("100500", "壹拾万零伍佰元整"),
        ("100000001", "壹亿零壹元整"),
        ("1000010000.07", "壹拾亿零壹万元零柒分"),
        ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_amounts_are_written_as_banks_have_them(amount: str, text: str) -> None:
    assert capital_amount(Decimal(amount)) == text


@pytest.mark.parametrize("amount", ["-0.01", "0.001", "1000000000000"])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="no amount"):
        capital_amount(Decimal(amount))
