"""The further fields of a form: any values at all are either kept as they are or refused field by field."""

import json
from typing import Any

import pytest
from django.utils.translation import gettext
from hypothesis import given
from hypothesis import strategies as st

from zhunru.configuration.choices import ObjectType
from zhunru.configuration.extras import EARLIEST, extra_schema
from zhunru.configuration.sections import CATALOGUE, Field

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
TYPES = st.sampled_from(ObjectType)
NAMES = sorted({field.name for fields in CATALOGUE.values() for field in fields})


def good(field: Field) -> st.SearchStrategy[Any]:
    """Values that fit a field."""
    plain = st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=["Cs"])
    fitting: dict[str, st.SearchStrategy[Any]] = {
        "text": st.text(plain, min_size=1, max_size=min(field.most, 60)).filter(str.strip),
        "number": st.integers(field.least, field.most),
        "date": st.dates(min_value=EARLIEST).map(str),
        "choice": st.sampled_from([value for value, _label in field.choices] or ["-"]),
        "boolean": st.booleans(),
    }
    return fitting[field.kind]


@given(TYPES, st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=10), ANYTHING, max_size=8))
def test_whatever_comes_in_each_fault_has_a_chinese_sentence_at_its_field(
    object_type: ObjectType, values: dict[str, Any]
) -> None:
    schema = extra_schema(object_type)
    faults = schema.faults(values)
    names = {field.name for field in schema.fields}
    assert set(faults) <= names | set(values)
    assert set(values) - names <= set(faults)
    assert all(isinstance(sentence, str) and "\u4e00" <= sentence[0] <= "\u9fff" for sentence in faults.values())
    assert set(schema.faults(values, complete=False)) <= set(faults)


@given(st.data(), TYPES)
def test_what_fits_is_taken_and_kept(data: st.DataObject, object_type: ObjectType) -> None:
    schema = extra_schema(object_type)
    values = {field.name: data.draw(good(field), label=field.name) for field in schema.fields}
    assert schema.faults(values) == {}
    kept = schema.cleaned(values)
    assert set(kept) == set(values)
    assert schema.faults(kept) == {}
    assert schema.cleaned(kept) == kept
    assert json.loads(json.dumps(kept)) == kept


def test_a_draft_may_be_unfinished_but_not_wrong() -> None:
    schema = extra_schema("inspection")
    assert schema.faults({}, complete=False) == {}
    assert set(schema.faults({})) == {"visits_per_year", "method"}
    assert schema.faults({"visits_per_year": 0}, complete=False) == {"visits_per_year": "应在 1 至 104 之间"}


@pytest.mark.parametrize(
    ("object_type", "field", "value", "sentence"),
    [
        ("ledger", "valid_until", "20261231", "应为日期，如 2026-01-31"),
        ("ledger", "valid_until", "2026-02-30", "应为日期，如 2026-01-31"),
        ("ledger", "valid_until", "0001-01-01", "日期过早，请核对"),
        ("ledger", "form_code", "  ", "此项必填"),
        ("ledger", "form_code", "字" * 51, "最多 50 个字"),
        ("ledger", "form_code", "a\x00", "含有无法保存的字符，请删去后重填"),
        ("ledger", "electronic", "yes", "请选择是或否"),
        ("signboard", "basis_level", "county", "不在可选范围内"),
        ("signboard", "basis_level", ["central"], "不在可选范围内"),
        ("mechanism", "members", True, "请填写整数"),
        ("mechanism", "members", 2.0, "请填写整数"),
        ("work_matter", "members", 2, "没有这一项"),
    ],
)
def test_each_fault_is_told_in_words(object_type: str, field: str, value: Any, sentence: str) -> None:
    assert extra_schema(object_type).faults({field: value})[field] == sentence


@pytest.mark.parametrize("object_type", ["ledger", "survey"])
def test_ledgers_and_surveys_carry_the_four_legal_marks(object_type: str) -> None:
    """统计法: 表号、制定机关、批准或者备案文号、有效期限; a form without them may be refused (reason R7)."""
    fixed = {field.name: str(field.label) for field in CATALOGUE[ObjectType(object_type)] if field.fixed}
    assert list(fixed.values()) == ["表号", "制定机关", "批准（备案）文号", "有效期限"]
    without = extra_schema(object_type, frozenset(fixed))
    assert {field.name for field in without.fields} >= set(fixed)


@pytest.mark.parametrize("object_type", ["mechanism", "signboard"])
def test_mechanisms_and_boards_name_a_basis_of_the_centre_or_the_province(object_type: str) -> None:
    level = next(field for field in CATALOGUE[ObjectType(object_type)] if field.name == "basis_level")
    assert level.fixed
    assert [value for value, _label in level.choices] == ["central", "provincial"]


def test_every_field_is_described() -> None:
    for object_type, fields in CATALOGUE.items():
        assert len({field.name for field in fields}) == len(fields), object_type
        for field in fields:
            assert gettext(str(field.label))
            assert (field.kind == "choice") == bool(field.choices)
            assert field.kind not in ("text", "number") or field.most > field.least
