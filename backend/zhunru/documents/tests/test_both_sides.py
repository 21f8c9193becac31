"""Papers of a purchase in the register: whose seals they bear, who may read them, what anyone is told of them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from zhunru.accounts.models import Organisation
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import Role
from zhunru.divisions.models import Village
from zhunru.documents import checking, queries, sealing, services, signing, storage, verification
from zhunru.documents.checking import FileAnswer
from zhunru.documents.kinds import ACCEPTANCE, CONTRACT, SUPPLEMENT
from zhunru.documents.kinds.declaration import TownshipScope
from zhunru.documents.models import Document, Seal, Sealing
from zhunru.documents.tests import purchases
from zhunru.documents.tests.purchases import PROVIDER, PURCHASER
from zhunru.documents.tests.samples import OFFICE, TODAY
from zhunru.documents.tests.test_agreements import as_the_first_left_it
from zhunru.documents.tests.test_kinds import text_of
from zhunru.documents.verification import Standing

HOST = "gongga.example"


@pytest.fixture
def village(village_seal: Seal) -> Village:
    assert village_seal.village
    return village_seal.village


@pytest.fixture
def issued(office: Organisation, seal: Seal, village_seal: Seal, village: Village, keeper: Actor) -> list[Document]:
    """A contract of the village, its supplement and its acceptance."""
    shared: dict[str, Any] = {"scope": TownshipScope.of([village])}
    papers = (
        (CONTRACT, purchases.contract(**shared)),
        (SUPPLEMENT, purchases.supplement(**shared)),
        (ACCEPTANCE, purchases.acceptance(**shared)),
    )
    return [
        services.issue(
            kind,
            facts,
            actor=keeper,
            today=TODAY,
            organisation=office,
            host=HOST,
            seals=[sealing.seal_in_use(office), village_seal],
        )
        for kind, facts in papers
    ]


def test_a_contract_bears_both_seals_and_the_register_keeps_whose(
    issued: list[Document], seal: Seal, village_seal: Seal
) -> None:
    contract = issued[0]
    assert [paper.number for paper in issued] == ["演社工购〔2026〕1号", "演社工购补〔2026〕1号", "演社工验〔2026〕1号"]
    assert contract.seal == seal
    assert list(contract.sealings.values_list("seal", "place")) == [(village_seal.pk, 2)]
    assert contract.specimen
    found = signing.verify(storage.paper_path(contract.sha256).read_bytes())
    assert found.holds
    assert found.signers == (OFFICE, PROVIDER)
    assert contract.facts["price"] == "36000"


def test_a_seal_on_an_issued_paper_is_never_changed(issued: list[Document], seal: Seal) -> None:
    for deed in (lambda: Sealing.objects.update(seal=seal), lambda: Sealing.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()


def test_a_paper_of_two_sides_is_never_issued_with_one_seal(office: Organisation, seal: Seal, keeper: Actor) -> None:
    with pytest.raises(ValueError, match="sealed by 2, not by 1"):
        services.issue(CONTRACT, purchases.contract(), actor=keeper, today=TODAY, organisation=office, host=HOST)
    draft = purchases.contract(draft=True)
    with pytest.raises(ValueError, match="drawn, not issued"):
        services.issue(CONTRACT, draft, actor=keeper, today=TODAY, organisation=office, host=HOST)
    assert not Document.objects.exists()


def test_a_village_has_one_seal_in_use_and_it_bears_its_providers_name(
    village_seal: Seal, village: Village, keeper: Actor
) -> None:
    again = sealing.register_specimen_seal(village, actor=keeper, today=TODAY, name="x")
    assert again == village_seal == sealing.seal_in_use(village)
    assert village_seal.name == PROVIDER
    assert "样章" in village_seal.image
    with pytest.raises(DatabaseError), transaction.atomic():
        Seal(village=village, name="x", diameter_mm=42, image="<svg/>", registered_on=TODAY).record(
            actor=keeper, reason="test"
        )
    other = Village.objects.exclude(pk=village.pk).select_related("township")[0]
    with pytest.raises(DomainError, match="没有可用的印章"):
        sealing.seal_in_use(other)
    bare = sealing.register_specimen_seal(other, actor=keeper, today=TODAY)
    assert bare.name == f"{other.township.name}{other.name}"


def test_a_seal_has_exactly_one_holder(office: Organisation, village: Village, keeper: Actor) -> None:
    for holders in ({}, {"organisation": office, "village": village}):
        seal = Seal(**holders, name="x", diameter_mm=42, image="<svg/>", registered_on=TODAY, revoked_on=TODAY)
        with pytest.raises(DatabaseError, match="seal_has_one_holder"), transaction.atomic():
            seal.record(actor=keeper, reason="test")


def reads(actor: Actor) -> set[str]:
    return set(queries.visible_to(actor).values_list("kind", flat=True))


def test_what_an_acceptance_found_is_told_to_its_sides_and_those_who_mediate(
    issued: list[Document], office: Organisation, village: Village
) -> None:
    """Rule P-15: nobody else could even compare."""
    public, every = {"contract", "supplement"}, {"contract", "supplement", "acceptance"}
    county = Actor(user_id=9, name="演示", role=Role.LEADER, realm=COUNTY, organisation_id=office.pk)
    for role in (Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD):
        assert reads(replace(county, role=role)) == every
        assert reads(replace(county, role=role, organisation_id=office.pk + 1)) == public
        assert reads(replace(county, role=role, organisation_id=None)) == public
    for role in (Role.SOCIAL_WORK_CLERK, Role.SOCIAL_WORK_HEAD):
        assert reads(replace(county, role=role, organisation_id=office.pk + 1)) == every
    assert reads(SYSTEM) == every
    assert reads(county) == public
    assert reads(replace(county, role=Role.COUNTY_ADMIN)) == set()
    here = Actor(user_id=3, name="演示", role=Role.TOWNSHIP_OFFICER, realm=f"t_{village.township.code}")
    assert reads(here) == every
    assert reads(replace(here, realm="t_540522999")) == set()
    officer = replace(here, role=Role.VILLAGE_OFFICER)
    neighbour = Village.objects.filter(township=village.township).exclude(pk=village.pk)[0]
    assert reads(replace(officer, village_ids=frozenset({village.pk}))) == every
    assert reads(replace(officer, village_ids=frozenset({neighbour.pk}))) == public
    assert reads(officer) == public


def test_anyone_is_told_what_the_paper_is_and_who_sealed_it(issued: list[Document]) -> None:
    visitor = Client(HTTP_HOST="gongga.localhost")
    contract, supplement, acceptance = (visitor.get(f"/v/{paper.code}").content.decode() for paper in issued)
    for page in (contract, supplement, acceptance):
        assert "今日状态：有效" in page
        assert f"{OFFICE}、{PROVIDER}" in page
        assert PURCHASER in page
        assert "主送单位" not in page
    assert "只按合同条款提供服务" in contract
    assert "2026-03-10 — 2027-03-09" in contract
    assert "只说明所载验收期内合同条款的履行情况" in acceptance
    assert "87.35" not in acceptance, "P-15: a score stands on the paper only"


def test_a_contract_holds_until_another_paper_ends_it(issued: list[Document], keeper: Actor) -> None:
    contract, supplement, _ = issued
    assert verification.standing(contract, date(2030, 1, 1)) == Standing.VALID
    ended = services.end(contract, by=supplement, actor=keeper, status=Document.Status.SUPERSEDED, on=date(2026, 5, 1))
    assert verification.standing(ended, date(2026, 4, 30)) == Standing.VALID
    assert verification.standing(ended, date(2026, 5, 1)) == Standing.SUPERSEDED


def test_a_file_that_lost_the_villages_signature_is_no_issued_paper(issued: list[Document]) -> None:
    content = storage.paper_path(issued[0].sha256).read_bytes()
    assert checking.check(content).answer == FileAnswer.SAME
    assert checking.check(as_the_first_left_it(content)).answer == FileAnswer.CHANGED


def test_a_draft_is_shown_and_leaves_no_trace(office: Organisation) -> None:
    facts = purchases.contract(draft=True, deliberation=None)
    shown = text_of(services.preview(CONTRACT, facts, organisation=office.name, today=TODAY))
    assert "草稿未签订" in shown
    assert "大写：叁万陆仟元整" in shown
    assert not Document.objects.exists()
    with pytest.raises(ValueError, match="final"):
        services.preview(CONTRACT, purchases.contract(), organisation=office.name, today=TODAY)
