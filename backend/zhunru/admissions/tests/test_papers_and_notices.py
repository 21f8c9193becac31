"""Every step over both tables: which paper it makes, and who is told of it under which heading.

A new step has no line here, and the test fails until somebody has thought about its paper and its notice.
"""

from typing import NamedTuple

import pytest

from zhunru.admissions.models import Matter
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.admissions.tests.ways import APPLICATION_ACTS, MATTER_ACTS, Act
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.documents.models import Document
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.usefixtures("calendar")


class Line(NamedTuple):
    """The kinds of paper a step makes, and who is told: `department`, `office`, `village`, `township`, with what."""

    papers: list[str]
    told: set[str]


DEPARTMENT, OFFICE = "department told", "office told"
NOTHING: set[str] = set()

OF_APPLICATIONS: dict[str, Line] = {
    "submit": Line([], {OFFICE}),
    "return_for_correction": Line(["correction"], {DEPARTMENT}),
    "accept": Line([], {DEPARTMENT, "village told", "township told"}),
    "deem_accepted": Line([], {DEPARTMENT, OFFICE, "village told", "township told"}),
    "not_accept": Line(["not_accepted"], {DEPARTMENT}),
    "first_review": Line([], NOTHING),
    "review": Line([], NOTHING),
    "refer": Line([], NOTHING),
    "decline": Line([], {DEPARTMENT}),
    "endorse": Line([], {DEPARTMENT}),
    "approve": Line([], {DEPARTMENT}),
    "reject": Line(["rejection"], {DEPARTMENT}),
    "defer": Line(["deferral"], {DEPARTMENT}),
    "send_back": Line([], {DEPARTMENT}),
    "convert": Line(["conversion"], {DEPARTMENT}),
    "merge_into": Line(["consolidation"], {DEPARTMENT}),
    "take_up_again": Line([], {DEPARTMENT}),
    "bring_new_facts": Line([], {OFFICE}),
    "issue": Line(["approval"], {DEPARTMENT}),
    "recall": Line([], {OFFICE}),
    "discard": Line([], NOTHING),
    "lapse": Line([], {DEPARTMENT, OFFICE}),
    "end_with_matter": Line([], {DEPARTMENT}),
}
"""What is said on the application itself; what becomes of its matter stands in the other table."""


def both(effect: str, *more: str) -> set[str]:
    return {f"department {effect}", f"village {effect}", *more}


OF_MATTERS: dict[str, Line] = {
    "take_effect": Line(["approval"], both("added")),
    "enter_first": Line(["provisional"], both("added")),
    "ratify": Line(["approval"], both("changed")),
    "adjust": Line(["adjustment"], both("changed")),
    "extend": Line(["extension"], both("changed")),
    "report_completion": Line([], {OFFICE}),
    "suspend": Line(["suspension"], both("changed")),
    "resume": Line(["resumption"], both("changed")),
    "order_withdrawal": Line([], both("told")),
    "keep": Line([], both("told")),
    "withdraw": Line(["withdrawal"], both("removed")),
    "expire": Line(["expiry"], both("removed", "office removed")),
    "lapse": Line(["lapse"], both("removed", "office removed")),
    "supersede": Line(["merger"], both("removed")),
    "write_off": Line([], both("removed")),
}
PAGES = {"applications": "applications", "opinions": "applications", "matters": "matters", "placements": "matters"}


def test_every_step_has_its_line() -> None:
    """Clause 1.3c: nothing happens to an application or a matter that nobody has thought to tell."""
    assert set(OF_APPLICATIONS) == set(APPLICATIONS.steps)
    assert set(OF_MATTERS) == set(MATTERS.steps)


def test_what_removes_is_told_to_the_villages_as_what_adds_is() -> None:
    """Clause 1.3c: each way in has its paper and its notice to the villages, each way out as well."""
    ways_in = [s for s in MATTERS if s.target == Matter.Status.IN_FORCE and Matter.Status.PENDING in s.source]
    ways_out = [s for s in MATTERS if s.target in Matter.ENDED]
    assert len(ways_out) == 5
    assert all(OF_MATTERS[s.name].papers and "village added" in OF_MATTERS[s.name].told for s in ways_in)
    assert all("village removed" in OF_MATTERS[s.name].told for s in ways_out)
    assert [s.name for s in ways_out if not OF_MATTERS[s.name].papers] == ["write_off"]  # no paper had let it in


# --- what each leaves behind ---


def audience(notice: Notice, stage: Stage) -> str:
    if notice.village_id:
        who = "village"
    elif notice.realm != "county":
        who = "township"
    else:
        who = "office" if notice.organisation_id == stage.office.pk else "department"
    return f"{who} {notice.effect}"


def left_behind(stage: Stage, act: Act) -> tuple[list[str], dict[str, set[str]]]:
    """The kinds of paper that the act made, and who was told, by the table that the notices belong to."""
    papers, notices = set(Document.objects.values_list("pk")), set(Notice.objects.values_list("pk", flat=True))
    act()
    made = [paper.kind for paper in Document.objects.order_by("pk") if (paper.pk,) not in papers]
    told: dict[str, set[str]] = {"applications": set(), "matters": set()}
    for notice in Notice.objects.exclude(pk__in=notices):
        told[PAGES[notice.page]].add(audience(notice, stage))
    return made, told


@pytest.mark.parametrize("step", OF_APPLICATIONS)
def test_each_step_of_an_application_has_its_paper_and_its_notice(stage: Stage, step: str, at: At) -> None:
    """Domain 3.1: every step has its paper where one is due, and whoever waits for it hears of it."""
    with county_context():
        act = APPLICATION_ACTS[step](stage)
        if step == "take_up_again":
            at("2026-03-16 09:00")
        papers, told = left_behind(stage, act)
    assert (papers, told["applications"]) == OF_APPLICATIONS[step]


@pytest.mark.clause("1.3c")
@pytest.mark.parametrize("step", OF_MATTERS)
def test_each_step_of_a_matter_has_its_paper_and_its_notice(stage: Stage, step: str) -> None:
    """动态管理，进退有序: what was removed is announced as clearly as what was added."""
    with county_context():
        papers, told = left_behind(stage, MATTER_ACTS[step](stage))
    line = OF_MATTERS[step]
    if step == "supersede":  # the merged matter comes in the same act
        assert (papers, told["matters"]) == (line.papers, line.told | both("added"))
    else:
        assert (papers, told["matters"]) == line
