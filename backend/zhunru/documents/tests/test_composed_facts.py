"""Papers written by hand: a form is made from their facts, so each field says what it is and how long it may be."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from zhunru.core.errors import DomainError
from zhunru.documents.kinds import KINDS, SLIPS
from zhunru.documents.kinds.declaration import ComposedFacts, PaperFacts
from zhunru.documents.tests.composed import MEETS_AT
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.satisfied import PERIODS, satisfaction
from zhunru.documents.tests.villages import PERSON, certificate, receipt

COMPOSED = [name for name, kind in KINDS.items() if kind.composed]
NOT_IN_A_FORM = {"matter_title", "matter_code", "scope", "whole_county"}
"""Set by whoever offers the form: about which matter it is, and whose readers find it."""


def schema(facts: type[PaperFacts]) -> dict[str, Any]:
    return facts.model_json_schema()


def fields(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Each field of the form, those of small objects as `rows.place`, with what its type comes to."""
    whole = schema(KINDS[name].facts)
    return [
        found
        for field, told in whole["properties"].items()
        if field not in NOT_IN_A_FORM
        for found in _unfolded(field, told, whole["$defs"])
    ]


def _unfolded(name: str, told: dict[str, Any], parts: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    kind = next(one for one in told.get("anyOf", [told]) if one.get("type") != "null")
    items = kind.get("items", kind)
    if "$ref" not in items:
        return [(name, {**kind, **told})]
    inner = parts[items["$ref"].rpartition("/")[2]]["properties"]
    return [
        (name, {**kind, **told}),
        *(one for key, sub in inner.items() for one in _unfolded(f"{name}.{key}", sub, parts)),
    ]


def test_the_office_composes_corrections_and_supervision() -> None:
    assert COMPOSED == ["erratum", "rectification", "interview_notice", "interview_record", "circular"]
    assert all(issubclass(KINDS[name].facts, ComposedFacts) for name in COMPOSED)
    assert all(KINDS[name].voidable for name in COMPOSED)


@pytest.mark.parametrize("name", COMPOSED)
def test_every_field_of_a_form_has_a_chinese_title(name: str) -> None:
    told = fields(name)
    assert len(told) >= 6
    assert [field for field, said in told if not any("一" <= char <= "鿿" for char in said["title"])] == []


@pytest.mark.parametrize("name", COMPOSED)
def test_every_field_of_a_form_is_of_a_simple_type_and_has_its_limit(name: str) -> None:
    for field, told in fields(name):
        kind = told.get("type", "object")
        assert kind in {"string", "array", "object"}, field
        if kind == "array":
            assert told["maxItems"] <= 50, field
        if kind == "string" and "format" not in told:
            assert told["maxLength"] <= 4000, field
        assert told.get("format") in {None, "date", "date-time"}, field


def test_titles_follow_the_readers_language_where_it_is_translated() -> None:
    """Asked for when the form is made, not when the program starts."""
    with translation.override("zh-hans"):
        assert schema(KINDS["erratum"].facts)["properties"]["readings"]["title"] == "更正内容"


@pytest.mark.parametrize("name", COMPOSED)
def test_no_form_asks_for_a_persons_name(name: str) -> None:
    """People stand on these papers by their posts alone; only a village's certificate names one."""
    assert not [field for field, told in fields(name) if "姓名" in told["title"]]
    assert "姓名" in str(schema(KINDS["certificate"].facts))


def changed(name: str, **values: Any) -> PaperFacts:
    return (KINDS | SLIPS)[name].facts.model_validate({**dict(FACTS[name]), **values})


@pytest.mark.parametrize(
    ("name", "values", "field"),
    [
        ("erratum", {"readings": []}, "readings"),
        ("erratum", {"paper": None}, "paper"),
        ("rectification", {"findings": []}, "findings"),
        ("rectification", {"subject": "报" * 61}, "subject"),
        ("interview_notice", {"invited": []}, "invited"),
        ("interview_notice", {"meets_at": MEETS_AT.replace(tzinfo=None)}, "meets_at"),
        ("interview_record", {"agreed": []}, "agreed"),
        ("interview_record", {"present": []}, "present"),
        ("circular", {"approval_number": None}, "approval_number"),
        ("satisfaction", {"periods": []}, "periods"),
        ("satisfaction", {"periods": [PERIODS[0], PERIODS[0]]}, "periods"),
        ("disclosure", {"size": "A5"}, "size"),
        ("receipt", {"received_by": " "}, "received_by"),
    ],
)
def test_what_is_missing_or_does_not_fit_is_told_with_its_field(name: str, values: dict[str, Any], field: str) -> None:
    with pytest.raises(DomainError) as refused:
        changed(name, **values)
    assert (refused.value.code, refused.value.field) == ("paper_incomplete", field)


def test_nothing_is_received_before_it_was_delivered() -> None:
    with pytest.raises(DomainError, match="签收时间不能早于送达时间"):
        receipt(received_at=receipt().delivered_at - timedelta(minutes=1))


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("text", "身份证号540522199001011234", "证明中不写身份证件号码"),
        ("text", "身份证号54052219900101123X，系我村村民", "证明中不写身份证件号码"),
        ("person", "演示甲 540522900101123", "证明中不写身份证件号码"),
        ("text", "藏族，系我村村民", "不写民族、宗教信仰"),
        ("text", "系我村信教群众", "不写民族、宗教信仰"),
    ],
)
def test_a_certificate_says_no_more_of_a_person_than_it_must(field: str, words: str, sentence: str) -> None:
    with pytest.raises(DomainError) as refused:
        certificate(**{field: words})
    assert refused.value.field == field
    assert sentence in refused.value.message


def test_long_numbers_that_are_no_identity_numbers_may_stand_in_a_certificate() -> None:
    assert certificate(text="合同编号2026030100000000123456，面积1.5亩").text.startswith("合同编号")


@pytest.mark.clause("2.3d")
def test_the_register_forgets_for_whom_a_certificate_was() -> None:
    facts = certificate()
    kept = facts.kept()
    assert not {"person", "text"} & set(kept)
    assert PERSON not in str(kept)
    assert facts.text not in str(kept)
    assert PERSON not in facts.title
    assert (kept["certificate"], kept["addressee"], kept["use"]) == (facts.certificate, facts.addressee, facts.use)
    assert kept["scope"][0]["villages"] == ["甲日村委会"]


def test_a_certificate_holds_and_is_kept_for_thirty_days_and_a_contracts_papers_for_fifteen_years() -> None:
    """Rule P-14; everything else stays for good."""
    kept = {name: kind.keeps_days for name, kind in KINDS.items() if kind.keeps_days}
    start = date(2026, 3, 2)
    assert kept.pop("certificate") == KINDS["certificate"].validity_days == 30
    assert set(kept) == {"contract", "supplement", "acceptance", "satisfaction"}
    assert all(start + timedelta(days=days) >= start.replace(year=2041) for days in kept.values())


def test_papers_about_one_village_or_one_person_are_restricted() -> None:
    assert {name for name, kind in KINDS.items() if kind.restricted} == {"acceptance", "satisfaction", "certificate"}


@pytest.mark.clause("2.4d")
def test_a_report_on_a_contract_names_one_village_and_ranks_none() -> None:
    with pytest.raises(DomainError):
        satisfaction(scope=[])
    names = set(schema(KINDS["satisfaction"].facts)["properties"])
    assert not names & {"rank", "place", "average", "others", "percentile"}


def test_who_seals_is_said_by_every_kind() -> None:
    sealed = {name: kind.sealed_by for name, kind in (KINDS | SLIPS).items() if kind.sealed_by != "office"}
    assert sealed == {
        "contract": "parties",
        "supplement": "parties",
        "acceptance": "parties",
        "certificate": "village",
        "refusal": "nobody",
        "list_difference": "nobody",
        "receipt": "nobody",
        "disclosure": "nobody",
    }
