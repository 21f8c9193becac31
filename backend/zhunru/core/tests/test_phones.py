import pytest

from zhunru.core.text import masked_phone


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("13812345678", "138****5678"),
        ("0893-0000000", "089*-***0000"),
        ("+86 138 1234 5678", "+86 1** **** 5678"),
        ("110", "*10"),
        ("7654321", "*****21"),
        ("转 8 号分机", "转 8 号分机"),
        ("", ""),
    ],
)
def test_a_telephone_number_in_a_list_cannot_be_rung_up(number: str, shown: str) -> None:
    assert masked_phone(number) == shown
