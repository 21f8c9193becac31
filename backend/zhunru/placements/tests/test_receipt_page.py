"""The village's pages on a phone: plain HTML, forms that work without JavaScript."""

import re

import pytest
from django.test import Client

from zhunru.admissions.models import Matter
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.kinds import registered
from zhunru.admissions.tests.stage import Stage
from zhunru.placements.models import Placement
from zhunru.placements.tests.arrivals import arrived, carry, confirm, ended, placements
from zhunru.placements.tests.moves import suspended
from zhunru.tenancy.context import county_context, township_context


@pytest.fixture
def placement(stage: Stage) -> Placement:
    """Told to the first village of the first township."""
    arrived(stage, 0)
    return placements(stage.townships[0])[0]


@pytest.fixture
def desk(stage: Stage, placement: Placement) -> Desk:
    """The village's officer, logged in on the township's host."""
    return Desk(stage.village_officer(placement.village))


def now(stage: Stage, placement: Placement) -> str:
    with township_context(stage.townships[0]):
        return str(Placement.objects.get(pk=placement.pk).status)


def act(desk: Desk, placement: Placement, **form: str) -> tuple[int, str]:
    answer = desk.submit(f"/m/{placement.pk}", form)
    return answer.status_code, answer.content.decode()


def test_what_waits_for_a_receipt_stands_first_and_leads_to_its_page(desk: Desk, placement: Placement) -> None:
    page = desk.page("/m").content.decode()
    assert "待签收（1）" in page
    assert f'href="/m/{placement.pk}"' in page


@pytest.mark.clause("2.1c")
def test_the_receipt_is_given_with_the_paper_seen_and_its_code(desk: Desk, placement: Placement, stage: Stage) -> None:
    page = desk.page(f"/m/{placement.pk}").content.decode()
    link = re.search(r'href="([^"]+/paper/approval)"', page)
    assert link
    paper = desk.page(link[1])
    assert paper["Content-Type"] == "application/pdf"
    assert b"".join(paper.streaming_content).startswith(b"%PDF-")
    status, _ = act(desk, placement, step="confirm", document_code=placement.document_code)
    assert (status, now(stage, placement)) == (302, "entered")


@pytest.mark.clause("2.1c")
@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"step": "confirm", "document_code": "000000000000"}, "核验码与批准文书不符"),
        ({"step": "confirm", "document_code": "x" * 300}, "格式不对"),
        ({"step": "complete"}, "不能“办结”"),
        ({"step": "close"}, "没有这一步操作"),
        ({}, "没有这一步操作"),
    ],
)
def test_a_receipt_that_lacks_something_is_refused_in_words(
    desk: Desk, placement: Placement, stage: Stage, form: dict[str, str], sentence: str
) -> None:
    desk.page(f"/m/{placement.pk}/paper/approval")
    status, page = act(desk, placement, **form)
    assert status == 409
    assert sentence in page
    assert now(stage, placement) == "notified"


def test_what_was_confirmed_can_be_reported_done(desk: Desk, placement: Placement, stage: Stage) -> None:
    confirm(stage, placement)
    assert act(desk, placement, step="complete")[0] == 302
    assert now(stage, placement) == "completed"


@pytest.mark.clause("2.1d")
def test_what_was_withdrawn_shows_its_paper_and_reason_and_asks_nothing(
    desk: Desk, placement: Placement, stage: Stage
) -> None:
    with county_context():
        matter = Matter.objects.select_related("application", "document", "department").get(pk=placement.matter_id)
    ended(stage, matter)
    page = desk.page(f"/m/{placement.pk}").content.decode()
    assert "任务已完成" in page
    assert 'name="step"' not in page
    assert desk.page(f"/m/{placement.pk}/paper/withdrawal")["Content-Type"] == "application/pdf"


@pytest.mark.clause("2.1e")
def test_what_entered_before_it_was_approved_says_so_on_both_pages(stage: Stage) -> None:
    """紧急工作先进后批"""
    with county_context():
        matter = registered(stage)
    carry(matter)
    placement = placements(stage.townships[0])[0]
    desk = Desk(stage.village_officer(placement.village))
    for path in ("/m", f"/m/{placement.pk}"):
        assert "先行进入，尚未批准" in desk.page(path).content.decode()


@pytest.mark.clause("1.3c")
def test_what_rests_asks_nothing_of_the_village(stage: Stage, desk: Desk, placement: Placement) -> None:
    """动态管理"""
    with county_context():
        matter = Matter.objects.get(pk=placement.matter_id)
    carry(suspended(stage, matter))
    page = desk.page(f"/m/{placement.pk}").content.decode()
    assert "已暂停，可以不办" in page
    assert 'name="step"' not in page


def test_a_stranger_is_sent_to_log_in_and_comes_back(stage: Stage, placement: Placement) -> None:
    host = stage.townships[0].domains.get().domain
    answer = Client(headers={"host": host}).get(f"/m/{placement.pk}")
    assert answer.status_code == 302
    assert answer["Location"] == f"/login?next=%2Fm%2F{placement.pk}"


@pytest.mark.clause("2.1c")
def test_nobody_signs_for_a_paper_that_was_never_opened(desk: Desk, placement: Placement, stage: Stage) -> None:
    status, page = act(desk, placement, step="confirm", document_code=placement.document_code)
    assert status == 409
    assert "请先点“查看批准文书”打开文书，再签收" in page
    assert now(stage, placement) == "notified"


@pytest.mark.parametrize("path", ["/m/{id}", "/m/{id}/paper/approval", "/m/{id}/paper/withdrawal"])
def test_the_neighbours_pages_do_not_exist(stage: Stage, placement: Placement, path: str) -> None:
    neighbour = Desk(stage.village_officer(stage.villages(0)[1]))
    foreign = Desk(stage.village_officer(stage.villages(1)[0]))
    for desk in (neighbour, foreign):
        assert desk.page(path.format(id=placement.pk)).status_code == 404


@pytest.mark.parametrize("path", ["/m/1", "/m/0", "/m/99999999999999999999999", "/m/1/paper/other"])
def test_what_is_not_there_is_not_found(desk: Desk, path: str) -> None:
    assert desk.page(path).status_code == 404


def test_a_receipt_needs_its_token(desk: Desk, placement: Placement, stage: Stage) -> None:
    form = {"step": "confirm", "document_code": placement.document_code}
    assert desk.client.post(f"/m/{placement.pk}", form).status_code == 403
    assert now(stage, placement) == "notified"


def test_the_pages_load_no_script(desk: Desk, placement: Placement) -> None:
    for path in ("/m", f"/m/{placement.pk}"):
        assert "<script" not in desk.page(path).content.decode()


def test_a_failure_is_told_in_the_pages_own_words(desk: Desk, placement: Placement) -> None:
    assert "没有找到，或您无权查看" in desk.page("/m/1").content.decode()
    refused = desk.client.post(f"/m/{placement.pk}", {"step": "confirm"})
    assert refused.status_code == 403
    assert "页面已过期，请刷新后再试" in refused.content.decode()
