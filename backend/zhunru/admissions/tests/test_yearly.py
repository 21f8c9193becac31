"""The yearly review (A-27), exit by petition (A-26), and the rest of a matter that is suspended."""

import pytest
from django.utils import timezone

from zhunru.admissions import schemas, todo, yearly
from zhunru.admissions.models import Ground, Matter, Opinion
from zhunru.admissions.tests.entering import fresh
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.nights import department_is_told, night, office_is_told, swept, villages_told
from zhunru.admissions.tests.stage import SETTLED, Stage, admitted, the
from zhunru.admissions.workflow import MATTERS
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.divisions.models import Village
from zhunru.documents.models import Document
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context

M = Matter.Status
pytestmark = pytest.mark.usefixtures("calendar")
TITLES = ("春灌节水入户宣传", "秋收安全提醒", "冬季取暖登记")


def three(stage: Stage) -> list[Matter]:
    """Two of one department, one of another."""
    departments = ("water", "water", "farming")
    return [
        admitted(stage, stage.villages(0), title=title, department=name)
        for title, name in zip(TITLES, departments, strict=True)
    ]


def confirm(stage: Stage, matter: Matter, verdict: str = "keep", *, by: str = "water-head") -> None:
    data = schemas.ConfirmationIn.model_validate({"verdict": verdict, "remark": "仍有必要"})
    yearly.confirm(matter, actor=stage.actor(by), data=data)


def waiting(stage: Stage, who: str, code: str) -> list[str]:
    """What lies before somebody under that heading."""
    groups = {group.code: group for group in todo.for_actor(stage.actor(who))}
    return [item.title for item in groups[code].items] if code in groups else []


# --- the yearly review ---


@pytest.mark.clause("1.3c")
def test_on_the_first_day_every_department_hears_once_what_it_is_to_confirm(stage: Stage, at: At) -> None:
    """动态管理，进退有序 (A-27): from 1 November on; townships and villages are invited, too."""
    with county_context():
        three(stage)
        night(at, "2026-10-31")
        assert not Notice.objects.filter(title__contains="年度复核").exists()
        assert night(at, "2026-11-01")["departments asked to confirm"] == 2 + len(stage.townships)
        asked = "2026 年度复核开始：请于 2026-12-31 前逐项确认本部门 {} 项事项"
        assert department_is_told(stage)[-1] == asked.format(2)
        assert department_is_told(stage, "farming")[-1] == asked.format(1)
        assert "departments asked to confirm" not in swept()
        assert "departments asked to confirm" not in night(at, "2026-11-15")
        invited = Notice.objects.filter(title__contains="可对所承担的事项提出意见").values_list("realm", flat=True)
        assert sorted(invited) == sorted(place.schema_name for place in stage.townships)


@pytest.mark.clause("1.3c")
def test_what_nobody_confirms_is_proposed_to_leave(stage: Stage, at: At) -> None:
    """动态管理，进退有序 (A-27): after 31 December, one notice for each department; then it is the office's to do."""
    with county_context():
        kept, forgotten, others = three(stage)
        at("2026-12-20 10:00")
        confirm(stage, kept)
        assert "unconfirmed matters proposed to leave" not in night(at, "2026-12-31")
        assert waiting(stage, "head", "unconfirmed") == []
        assert night(at, "2027-01-01")["unconfirmed matters proposed to leave"] == 2
        assert department_is_told(stage)[-1] == "2026 年度复核未确认，建议撤销：县水务局，1 项"
        assert [title for title in office_is_told(stage) if "建议撤销" in title] == [
            "2026 年度复核未确认，建议撤销：县水务局，1 项",
            "2026 年度复核未确认，建议撤销：县农业农村局，1 项",
        ]
        assert "unconfirmed matters proposed to leave" not in night(at, "2027-01-02")
        assert waiting(stage, "head", "unconfirmed") == [forgotten.title, others.title]
        order = schemas.WithdrawalOrder(reasons="年度复核未确认", ground=Ground.UNCONFIRMED)
        MATTERS.take("order_withdrawal", forgotten, actor=stage.actor("head"), data=order)
        assert waiting(stage, "head", "unconfirmed") == [others.title]
        MATTERS.take("keep", forgotten, actor=stage.actor("head"), data=schemas.Return(remark="村里要求保留"))
        assert waiting(stage, "head", "unconfirmed") == [others.title]


def test_a_word_said_late_is_still_a_word(stage: Stage, at: At) -> None:
    """A-27: as long as it is only proposed to leave; of what was confirmed nobody asks twice."""
    with county_context():
        late, kept, _others = three(stage)
        at("2026-12-20 10:00")
        confirm(stage, kept)
        at("2027-01-05 10:00")
        with pytest.raises(DomainError) as refused:
            confirm(stage, kept)
        assert refused.value.code == "outside_window"
        confirm(stage, late)
        assert [one.year for one in late.confirmations.all()] == [2026]
        assert waiting(stage, "head", "unconfirmed") == [TITLES[2]]


def test_a_confirmation_puts_the_review_off_by_a_year_and_may_be_said_anew(stage: Stage, at: At) -> None:
    """A-27"""
    with county_context():
        matter, *_rest = three(stage)
        at("2026-11-02 10:00")
        assert str(matter.review_on) == "2026-11-01"
        confirm(stage, matter)
        confirm(stage, matter, "adjust")
        made = matter.confirmations.get()
        assert (made.verdict, made.version, str(fresh(matter).review_on)) == ("adjust", 2, "2027-11-01")
        assert office_is_told(stage)[-1] == f"年度复核，部门拟调整：{matter.title}（{matter.code}）"


def test_what_a_department_lets_go_lies_before_the_office_at_once(stage: Stage, at: At) -> None:
    """A-27"""
    with county_context():
        matter, *_rest = three(stage)
        at("2026-11-02 10:00")
        confirm(stage, matter, "cancel")
        assert waiting(stage, "head", "unconfirmed") == [matter.title]
        assert waiting(stage, "water-head", "confirm") == [TITLES[1]]


@pytest.mark.parametrize("who", ["water-clerk", "farming-head", "head", "clerk", "leader"])
def test_only_the_departments_own_head_confirms(stage: Stage, at: At, who: str) -> None:
    """A-27"""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        at("2026-11-02 10:00")
        with pytest.raises(NotAllowedError):
            confirm(stage, matter, by=who)


def test_what_came_during_the_window_is_reviewed_next_year(stage: Stage, at: At) -> None:
    """A-27"""
    with county_context():
        at("2026-11-20 10:00")
        matter = admitted(stage, stage.villages(0))
        assert str(matter.review_on) == "2027-11-01"
        assert "unconfirmed matters proposed to leave" not in night(at, "2027-01-01")


# --- petitions ---


def petition(matter: Matter, village: Village) -> None:
    """As the trigger behind the village's own statement writes it."""
    Opinion.objects.create(
        purpose="petition", matter=matter, title=matter.title, party="village", realm=village.township.schema_name,
        township=village.township, village=village, position="objection", text="村民会议不认可",
        answered_at=timezone.now(),
    )  # fmt: skip


@pytest.mark.clause("1.3a")
def test_a_third_of_the_villages_bring_a_matter_before_the_office(stage: Stage, at: At) -> None:
    """尊重民意 (A-26): one of six is no petition, two are; told once."""
    with county_context():
        matter = admitted(stage, stage.villages())
        villages = stage.villages()
        assert len(villages) == 6
        petition(matter, villages[0])
        assert "petitions heard" not in night(at, "2026-03-03")
        assert refused_for(stage, matter) == ("no_petition", "ground")
        petition(matter, villages[3])
        assert night(at, "2026-03-04")["petitions heard"] == 1
        said = f"村（社区）要求退出，请研究：{matter.title}（{matter.code}）"
        assert office_is_told(stage).count(said) == department_is_told(stage).count(said) == 1
        assert waiting(stage, "head", "petition") == [matter.title]
        assert "petitions heard" not in swept()
        petition(matter, villages[5])
        assert "petitions heard" not in night(at, "2026-03-05")


def refused_for(stage: Stage, matter: Matter) -> tuple[str, str | None] | None:
    order = schemas.WithdrawalOrder(reasons="村（居）民普遍不认可", ground=Ground.PETITION, **SETTLED)
    try:
        MATTERS.take("order_withdrawal", matter, actor=stage.actor("head"), data=order)
    except DomainError as error:
        return error.code, error.field
    return None


@pytest.mark.clause("1.3a")
def test_a_petition_leads_to_a_withdrawal_that_says_so(stage: Stage, at: At) -> None:
    """尊重民意 (A-26): the paper names how many villages of how many asked for it."""
    with county_context():
        matter = admitted(stage, stage.villages())
        for village in stage.villages(1):
            petition(matter, village)
        assert refused_for(stage, matter) is None
        matter.opinions.filter(answered_at=None).update(position="no_objection", answered_at=timezone.now())
        at("2026-03-03 09:00")
        MATTERS.take("withdraw", matter, actor=stage.actor("seal"))
        paper = the(fresh(matter).withdrawal_document)
        assert paper.facts["petition"] == {"villages": 2, "of": 6}


def test_what_was_heard_in_a_procedure_is_no_petition_afterwards(stage: Stage, at: At) -> None:
    """A-26: the office kept the matter; only what villages say from then on counts."""
    with county_context():
        matter = admitted(stage, stage.villages())
        for village in stage.villages(1):
            petition(matter, village)
        assert refused_for(stage, matter) is None
        at("2026-03-04 09:00")
        MATTERS.take("keep", matter, actor=stage.actor("head"), data=schemas.Return(remark="另有村（社区）需要"))
        assert waiting(stage, "head", "petition") == []
        assert "petitions heard" not in night(at, "2026-03-05")
        for village in stage.villages(2):
            petition(matter, village)
        assert night(at, "2026-03-06")["petitions heard"] == 1


# --- suspension ---


@pytest.mark.clause("1.3c")
def test_a_matter_rests_with_its_paper_and_goes_on_with_another(stage: Stage, at: At) -> None:
    """动态管理，进退有序: villages hear of both, with the reason; the matter's own clocks stand still."""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        why, again = schemas.Return(remark="汛期暂缓"), schemas.Return(remark="汛期已过")
        MATTERS.take("suspend", matter, actor=stage.actor("head"), data=why)
        at("2026-03-20 09:00")
        MATTERS.take("resume", matter, actor=stage.actor("head"), data=again)
        assert [paper.kind for paper in matter.papers] == ["approval", "suspension", "resumption"]
        assert [paper.status for paper in Document.objects.order_by("id")] == ["valid", "withdrawn", "valid"]
        assert villages_told("changed") == dict.fromkeys(matter.scope, 2)
        said = Notice.objects.filter(effect="changed", organisation=stage.departments["water"]).order_by("id")
        assert [one.text for one in said] == ["汛期暂缓", "汛期已过"]


def test_a_resting_matter_is_confirmed_like_any_other(stage: Stage, at: At) -> None:
    """A-27"""
    with county_context():
        matter = admitted(stage, stage.villages(0))
        MATTERS.take("suspend", matter, actor=stage.actor("head"), data=schemas.Return(remark="汛期暂缓"))
        assert night(at, "2026-11-01")["departments asked to confirm"] == 1 + len(stage.townships)
        confirm(stage, matter)
        assert "unconfirmed matters proposed to leave" not in night(at, "2027-01-01")
