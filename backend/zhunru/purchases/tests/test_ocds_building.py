"""What a release says of a contract, and what kind of news it is. No database."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from zhunru.purchases.choices import Method
from zhunru.purchases.ocds import contract as shapes
from zhunru.purchases.ocds.building import METHODS, content
from zhunru.purchases.ocds.contract import Instalment, Milestone, Paper, PaperKind, Progress, PublicContract, Standing
from zhunru.purchases.ocds.contract import Supplement as Sup
from zhunru.purchases.ocds.packages import record
from zhunru.purchases.ocds.releasing import digest, release, tags
from zhunru.purchases.tests.ocds_samples import contracts, sample

OCID = "ocds-213czf-68719476737"
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
CLOSED = ("score", "rating", "rank", "band", "weight", "verdict", "person", "contactpoint", "phone", "member")
"""No word of a field may hold one of these (rule P-15)."""


def said(contract: PublicContract) -> dict[str, Any]:
    return content(contract, ocid=OCID, site="https://gongga.example.org")


def names(value: Any) -> set[str]:
    """Of every field, however deep."""
    if isinstance(value, list):
        return {name for one in value for name in names(one)}
    if not isinstance(value, dict):
        return set()
    return set(value) | {name for one in value.values() for name in names(one)}


def test_a_contract_names_its_sides_its_price_its_subject_and_its_paper() -> None:
    body = said(sample())
    (contract,), (award,) = body["contracts"], body["awards"]
    assert body["buyer"] == {"id": "540522-department-7", "name": "县交通运输局"}
    assert award["suppliers"] == [{"id": "540522100001-committee", "name": "甲村村民委员会"}]
    assert body["parties"][1]["address"] == {"locality": "甲村", "region": "吉雄镇"}
    assert contract["value"] == {"amount": 60000, "currency": "CNY"}
    assert contract["period"] == {"startDate": "2026-03-01T00:00:00+08:00", "endDate": "2027-02-28T00:00:00+08:00"}
    assert contract["items"][0]["classification"]["id"] == "C16010000"
    assert contract["documents"][0]["url"] == "https://gongga.example.org/v/7K3MQ9XW2F4T"
    assert (contract["status"], award["status"]) == ("active", "active")
    assert (body["tender"]["procurementMethod"], body["tender"]["procurementMethodDetails"]) == (
        "direct",
        "单一来源采购",
    )
    assert set(METHODS) == set(Method)


def test_acceptances_are_milestones_and_what_was_paid_is_a_transaction() -> None:
    day = date(2026, 9, 5)
    found = (
        Milestone("1", "上半年验收", Progress.MET, due_on=day, met_on=day, found_on=day),
        Milestone("2", "下半年验收", Progress.PARTLY_MET, found_on=day),
        Milestone("3", "尾验", Progress.NOT_MET, found_on=day),
        Milestone("4", "余下验收"),
    )
    paid = (
        Instalment(1, "首付款", Decimal("30000.10"), paid_on=day),
        Instalment(2, "尾款", Decimal("29999.90"), dropped=True),
    )
    paper = Paper("8K3MQ9XW2F4T", PaperKind.ACCEPTANCE, "履约验收书", day)
    done = said(sample(milestones=found, instalments=paid, papers=(paper,)))["contracts"][0]["implementation"]
    assert [row["status"] for row in done["milestones"]] == [
        "met", "partiallyMet", "notMet", "scheduled", "met", "notMet",
    ]  # fmt: skip
    assert done["milestones"][0]["dateMet"] == "2026-09-05T00:00:00+08:00"
    assert [(row["id"], row["value"]["amount"]) for row in done["transactions"]] == [("1", 30000.10)]
    assert done["transactions"][0]["payee"]["name"] == "甲村村民委员会"
    assert done["documents"][0]["documentType"] == "completionCertificate"


@given(contracts())
def test_rule_p_15_nothing_that_is_published_holds_a_score_or_a_person(contract: PublicContract) -> None:
    """Rule P-15: no figure by which villages could be put in an order, and nobody's name."""
    body = release(said(contract), seq=1, at=NOW, before=None)
    for name in names(record(body, [body])):
        assert not any(word in name.lower() for word in CLOSED), name


def test_rule_p_15_there_is_no_field_through_which_a_score_could_get_in() -> None:
    kinds = [kind for kind in vars(shapes).values() if isinstance(kind, type) and is_dataclass(kind)]
    assert len(kinds) == 6
    for field in (field.name for kind in kinds for field in fields(kind)):
        assert not any(word in field for word in CLOSED), field


@given(contracts())
def test_the_same_contract_says_the_same(contract: PublicContract) -> None:
    assert digest(said(contract)) == digest(said(replace(contract)))
    assert digest(said(contract)) != digest(said(replace(contract, price=contract.price + 1)))


@pytest.mark.parametrize(
    ("before", "after", "news"),
    [
        ({}, {"description": "改正错字"}, ["contractUpdate"]),
        ({"standing": Standing.PENDING}, {"standing": Standing.ACTIVE}, ["contractUpdate"]),
        ({}, {"supplements": (Sup(2, date(2026, 5, 1), "增加巡查"),)}, ["contractAmendment"]),
        ({}, {"milestones": (Milestone("1", "验收", Progress.MET),)}, ["implementation"]),
        (
            {"milestones": (Milestone("1", "验收", Progress.MET),)},
            {"milestones": (Milestone("1", "验收", Progress.NOT_MET),)},
            ["implementationUpdate"],
        ),
        ({}, {"standing": Standing.TERMINATED}, ["contractTermination"]),
        ({}, {"milestones": (Milestone("1", "改期", due_on=date(2026, 9, 1)),)}, ["contractUpdate"]),
    ],
)
def test_the_tag_says_what_is_new(before: dict[str, Any], after: dict[str, Any], news: list[str]) -> None:
    first = release(said(sample(**before)), seq=1, at=NOW, before=None)
    assert first["tag"][0] == "contract"
    assert tags(said(sample(**(before | after))), first) == news


def test_an_amendment_names_the_releases_between_which_it_was_made_and_keeps_them() -> None:
    one, two = Sup(2, date(2026, 5, 1), "增加巡查"), Sup(3, date(2026, 6, 1), "延长期限")
    bodies: list[dict[str, Any]] = []
    for no, supplements in enumerate([(), (one,), (one, two)], 1):
        before = bodies[-1] if bodies else None
        bodies.append(release(said(sample(supplements=supplements)), seq=no, at=NOW, before=before))
    ties = [(row["amendsReleaseID"], row["releaseID"]) for row in bodies[2]["contracts"][0]["amendments"]]
    assert ties == [(f"{OCID}-001", f"{OCID}-002"), (f"{OCID}-002", f"{OCID}-003")]
    late = release(said(sample(supplements=(one,))), seq=1, at=NOW, before=None)
    assert "releaseID" not in late["contracts"][0]["amendments"][0]
