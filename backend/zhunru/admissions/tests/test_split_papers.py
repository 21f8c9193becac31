"""The one paper of a split: its parts rest, change and leave each by itself, and anyone who holds it is told."""

import pytest
from django.test import Client

from zhunru.admissions import schemas
from zhunru.admissions.models import Matter
from zhunru.admissions.tests.kinds import carried_out, part, request
from zhunru.admissions.tests.stage import Stage, admitted, the, withdrawn
from zhunru.admissions.workflow import MATTERS
from zhunru.divisions.models import County
from zhunru.documents.models import Document
from zhunru.tenancy.context import county_context

pytestmark = pytest.mark.usefixtures("calendar")
WHY = schemas.Return(remark="灌区检修")
TITLES = ("入户说明轮灌次序", "登记机井水量")


@pytest.fixture
def parts(stage: Stage) -> list[Matter]:
    """Two matters under one paper."""
    with county_context():
        old = admitted(stage, stage.villages(0, 1))
        wanted = [part(title, stage.villages(place)) for place, title in enumerate(TITLES)]
        application = carried_out(stage, request(stage, "split", old, parts=wanted, title="春灌事项拆分"))
        return list(Matter.objects.filter(application=application).select_related("document").order_by("id"))


def shown(document: Document) -> str:
    """The public page of the paper."""
    with county_context():
        visitor = Client(headers={"host": County.objects.get().host})
    return visitor.get(f"/v/{document.code}").content.decode()


def paper_of(parts: list[Matter]) -> Document:
    return Document.objects.get(pk=the(parts[0].document_id))


@pytest.mark.clause("2.1c")
def test_the_part_that_rests_is_named_with_its_day_and_paper(stage: Stage, parts: list[Matter]) -> None:
    with county_context():
        MATTERS.take("suspend", parts[0], actor=stage.actor("head"), data=WHY)
        paper, rest = paper_of(parts), Document.objects.get(kind="suspension")
    page = shown(paper)
    assert "今日状态：部分有效" in page
    assert f"“{TITLES[0]}”（{parts[0].code}）：自 2026-03-02 起暂停" in page
    assert rest.number in page
    assert f"（{parts[1].code}）：" not in page


def test_resting_altogether_it_is_suspended_and_resumed_it_holds_again(stage: Stage, parts: list[Matter]) -> None:
    with county_context():
        for one in parts:
            MATTERS.take("suspend", one, actor=stage.actor("head"), data=WHY)
        paper = paper_of(parts)
    page = shown(paper)
    assert "今日状态：已暂停" in page
    assert all(f"“{title}”" in page for title in TITLES)
    with county_context():
        for one in parts:
            MATTERS.take("resume", one, actor=stage.actor("head"), data=WHY)
    assert "今日状态：有效" in shown(paper)


def test_of_a_matter_that_rested_before_it_was_split_the_parts_do_not_rest(stage: Stage) -> None:
    with county_context():
        old = admitted(stage, stage.villages(0))
        old = MATTERS.take("suspend", old, actor=stage.actor("head"), data=WHY)
        wanted = [part(title, stage.villages(0)) for title in TITLES]
        application = carried_out(stage, request(stage, "split", old, parts=wanted, title="春灌事项拆分"))
        paper = paper_of(list(application.matters.all()))
    assert "今日状态：有效" in shown(paper)


@pytest.mark.clause("2.1d")
def test_a_part_that_leaves_does_not_take_the_others_with_it(stage: Stage, parts: list[Matter]) -> None:
    """The paper ends with the last of its matters."""
    with county_context():
        notice = the(withdrawn(stage, parts[0]).withdrawal_document)
        paper = paper_of(parts)
        assert paper.status == Document.Status.VALID
    page = shown(paper)
    assert "今日状态：部分有效" in page
    assert f"“{TITLES[0]}”（{parts[0].code}）：自 2026-03-02 起不再以本文书为准" in page
    assert notice.number in page
    with county_context():
        withdrawn(stage, parts[1])
        assert paper_of(parts).status == Document.Status.WITHDRAWN
    assert "今日状态：已撤销" in shown(paper)


def test_a_part_that_is_adjusted_has_its_own_paper(stage: Stage, parts: list[Matter]) -> None:
    with county_context():
        carried_out(stage, request(stage, "adjust", parts[0], village_duty="只需通知农户"))
        own = the(Matter.objects.get(pk=parts[0].pk).document)
        paper = paper_of(parts)
    page = shown(paper)
    assert "今日状态：部分有效" in page
    assert own.number in page
    assert "今日状态：有效" in shown(own)


def test_parts_that_are_merged_again_end_their_paper_once(stage: Stage, parts: list[Matter]) -> None:
    with county_context():
        carried_out(stage, request(stage, "merge", *parts, title="农业用水综合服务"))
        assert paper_of(parts).status == Document.Status.SUPERSEDED
