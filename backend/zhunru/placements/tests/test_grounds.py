"""What the system can tell by itself of a demand: the reason to refuse, before the village has to argue."""

import pytest

from zhunru.admissions import schemas
from zhunru.admissions.models import Matter
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.kinds import registered
from zhunru.admissions.tests.stage import LONG_AGO, Stage, admitted, listed, the, withdrawn
from zhunru.admissions.workflow import MATTERS
from zhunru.core.actors import SYSTEM
from zhunru.lists.models import ListKind
from zhunru.lists.services import drafting, publishing
from zhunru.placements.tests.arrivals import arrived, carry, ended, placements
from zhunru.placements.tests.moves import adjusted, suspended
from zhunru.tenancy.context import county_context


def told(stage: Stage, village: int = 0, **asked: object) -> dict[str, str]:
    """Code and sentence of each reason that holds, as the village at that place is told."""
    desk = Desk(stage.village_officer(stage.villages(0)[village]))
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return {one["code"]: one["why"] for one in desk.get(f"/refusals/grounds?{query}") if one["holds"]}


@pytest.mark.clause("1.3a", "2.1c")
def test_all_nine_reasons_come_with_their_basis(stage: Stage) -> None:
    """持批准文书进入: the legal basis stands beside each."""
    found = Desk(stage.village_officer(stage.villages(0)[0])).get("/refusals/grounds")
    assert [one["code"] for one in found] == [f"R{n}" for n in range(1, 10)]
    assert all(one["basis"] and one["label"] for one in found)


@pytest.mark.clause("2.1c")
@pytest.mark.parametrize("code", ["", "000000000000", "nonsense"])
def test_no_paper_or_one_that_nobody_issued(stage: Stage, code: str) -> None:
    """持批准文书进入。Rule A-21."""
    assert set(told(stage, document_code=code)) == {"R2"}


@pytest.mark.clause("2.1c")
def test_a_paper_that_holds_for_this_village_and_department_is_no_ground(stage: Stage) -> None:
    """持批准文书进入。Rule A-21."""
    code = the(arrived(stage, 0).document).code
    assert told(stage, document_code=f"{code[:4]}-{code[4:]}", department=stage.departments["water"].pk) == {}
    assert set(told(stage, document_code=code, department=stage.departments["farming"].pk)) == {"R2"}


@pytest.mark.clause("2.1d")
def test_a_paper_that_was_withdrawn_admits_nothing(stage: Stage) -> None:
    """工作完成后撤销"""
    matter = arrived(stage, 0)
    code = the(matter.document).code
    ended(stage, matter)
    assert set(told(stage, document_code=code)) == {"R1"}
    assert set(told(stage, placement=placements(stage.townships[0])[0].pk)) == {"R1"}


@pytest.mark.clause("2.1d")
def test_what_the_county_has_ended_is_a_ground_before_the_delivery_comes(stage: Stage) -> None:
    matter = arrived(stage, 0)
    with county_context():
        withdrawn(stage, matter)
    assert set(told(stage, placement=placements(stage.townships[0])[0].pk)) == {"R1"}


@pytest.mark.clause("2.1d")
def test_a_paper_for_other_villages_is_beyond_its_scope(stage: Stage) -> None:
    """Rule A-21: scope and period match."""
    elsewhere = arrived(stage, 1)
    assert set(told(stage, document_code=the(elsewhere.document).code)) == {"R4"}
    here = arrived(stage, 0, title="草原防火巡查")
    here = adjusted(stage, here, scope=[stage.villages(0)[0].code])
    carry(here)
    assert told(stage, document_code=the(here.document).code) == {}
    assert set(told(stage, village=1, document_code=the(here.document).code)) == {"R4"}


@pytest.mark.clause("2.1d")
def test_before_and_after_its_term_nothing_is_owed(stage: Stage, at: At) -> None:
    """工作完成后撤销。Rule A-21."""
    with county_context():
        matter = admitted(stage, stage.villages(0), category="temporary", starts_on="2026-12-01", ends_on="2026-12-31")
    carry(matter)
    code, id = the(matter.document).code, placements(stage.townships[0])[0].pk
    for day, reasons in (("2026-11-30", {"R4"}), ("2026-12-15", set()), ("2027-01-01", {"R4"})):
        at(day)
        assert set(told(stage, document_code=code)) == reasons
        assert set(told(stage, placement=id)) == reasons


def test_what_rests_is_not_owed_meanwhile(stage: Stage) -> None:
    matter = arrived(stage, 0)
    suspended(stage, matter)
    assert set(told(stage, document_code=the(matter.document).code)) == {"R4"}


@pytest.mark.clause("2.1e")
def test_what_entered_first_and_lapsed_binds_nobody(stage: Stage) -> None:
    """紧急工作先进后批"""
    with county_context():
        matter: Matter = registered(stage)
    carry(matter)
    code = the(matter.document).code
    assert told(stage, document_code=code) == {}
    with county_context():
        MATTERS.perform("lapse", matter, actor=stage.actor("head"), data=schemas.Return(remark="逾期"))
    assert set(told(stage, document_code=code)) == {"R1"}


@pytest.mark.clause("2.2a")
def test_what_the_negative_list_names_may_never_be_asked(stage: Stage) -> None:
    """工作负面事项"""
    with county_context():
        listed(ListKind.NEGATIVE, "招商引资任务指标")
    assert set(told(stage, title="招商引资任务")) == {"R2", "R5"}
    assert set(told(stage, title="春灌节水入户宣传")) == {"R2"}


@pytest.mark.clause("3.2a")
def test_rule_l_05_what_is_forbidden_to_some_departments_is_no_ground_against_others(stage: Stage) -> None:
    """Rule L-05: 工作负面事项 by department; one that is not named yet is taken by the title."""
    water, farming = (stage.departments[name].pk for name in ("water", "farming"))
    with county_context():
        edition = drafting.start(ListKind.NEGATIVE, actor=SYSTEM)
        values = {"title": "不得组织农户点名签到", "legal_basis": "《演示法》第一条", "departments": [water]}
        drafting.add_entry(edition, values, reason="列入", actor=SYSTEM)
        day = LONG_AGO
        publishing.take_over(edition, document_number="演示", published_on=day, effective_on=day, actor=SYSTEM)
    title = "组织农户点名签到"
    assert "R5" in told(stage, title=title)
    assert "R5" in told(stage, title=title, department=water)
    assert "R5" not in told(stage, title=title, department=farming)


def test_only_a_village_asks_and_only_for_itself(stage: Stage) -> None:
    officer = Desk(stage.township_officer(stage.townships[0]))
    assert officer.ask("GET", "/refusals/grounds").status_code == 403
    village = Desk(stage.village_officer(stage.villages(0)[0]))
    assert village.ask("GET", f"/refusals/grounds?village={stage.villages(0)[1].pk}").status_code == 409
