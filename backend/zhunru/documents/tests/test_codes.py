import pytest

from zhunru.documents import codes


def test_a_code_has_twelve_characters_of_crockfords_alphabet() -> None:
    code = codes.new_code()
    assert len(code) == 12
    assert set(code) <= set(codes.ALPHABET)
    assert codes.normalise(code) == code


def test_codes_do_not_repeat() -> None:
    assert len({codes.new_code() for _ in range(2000)}) == 2000


def test_every_single_wrong_character_is_found() -> None:
    code = codes.new_code()
    wrong = [code[:i] + c + code[i + 1 :] for i in range(12) for c in codes.ALPHABET if c != code[i]]
    assert [w for w in wrong if codes.normalise(w)] == []


def test_every_swapped_pair_is_found() -> None:
    code = "0123456789A"
    whole = next(code + c for c in codes.ALPHABET if codes.normalise(code + c))
    swapped = [whole[:i] + whole[i + 1] + whole[i] + whole[i + 2 :] for i in range(11) if whole[i] != whole[i + 1]]
    assert [s for s in swapped if codes.normalise(s)] == []


def test_what_people_type_is_understood() -> None:
    code = next(c for c in iter(codes.new_code, "") if "0" in c and "1" in c)
    typed = codes.grouped(code).lower().replace("0", "o", 1).replace("1", "l", 1)
    assert codes.normalise(f"  {typed}\u3000") == code
    assert codes.normalise("".join(chr(ord(c) + 0xFEE0) for c in code)) == code


@pytest.mark.parametrize(
    "typed", ["", "ABC", "U" * 12, "7K3M-Q9XW-2F4T-1", "'; --", "\x00" * 12, "查无此码查无此码查无此码"]
)
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert codes.normalise(typed) is None
