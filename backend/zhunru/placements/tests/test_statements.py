"""What villages and townships answer, comment and ask for; and that the county learns what, never who."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from zhunru.admissions.models import Opinion
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage, accepted, withdrawing
from zhunru.placements.models import Statement
from zhunru.placements.tests.arrivals import arrived
from zhunru.placements.tests.voices import asked, told
from zhunru.tenancy.context import county_context, township_context


@pytest.fixture
def village_asked(stage: Stage) -> Opinion:
    """The first village of the first township is asked about an application."""
    with county_context():
        application = accepted(stage, stage.villages(0))
    return asked(application, village=stage.villages(0)[0])


def officer_of(stage: Stage, opinion: Opinion) -> Desk:
    assert opinion.village is not None
    return Desk(stage.village_officer(opinion.village))


@pytest.mark.clause("1.3a")
def test_a_village_is_heard_before_a_matter_is_admitted(stage: Stage, village_asked: Opinion) -> None:
    """尊重民意。Rule A-14: the villages sampled are asked and answer on their own host."""
    desk = officer_of(stage, village_asked)
    (question,) = desk.get("/consultations?open=true")["items"]
    assert (question["id"], question["may_answer"]) == (village_asked.pk, True)
    assert question["brief"]["village_duty"] == "引导技术人员入户"
    answer = desk.post(f"/consultations/{question['id']}/answer", {"position": "support", "text": "同意，宜在农闲。"})
    assert (answer["position"], answer["may_answer"], answer["days_left"]) == ("support", False, None)
    heard = told(village_asked)
    assert (heard.position, heard.text, heard.silent) == ("support", "同意，宜在农闲。", False)
    assert heard.answered_at
    assert heard.answered_by == ""
    assert desk.get("/consultations?open=true")["total"] == 0


@pytest.mark.clause("1.3a")
def test_an_objection_says_why(stage: Stage, village_asked: Opinion) -> None:
    """尊重民意。Rule A-14."""
    desk, path = officer_of(stage, village_asked), f"/consultations/{village_asked.pk}/answer"
    answer = desk.ask("POST", path, {"position": "objection"})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": "text", "detail": "不同意的，请说明理由"}]
    desk.post(path, {"position": "objection", "text": "人手不足"})
    assert told(village_asked).position == "objection"
    with township_context(stage.townships[0]):
        assert Statement.objects.get().kind == Statement.Kind.OBJECTION


def test_what_was_answered_is_not_answered_again(stage: Stage, village_asked: Opinion) -> None:
    desk, path = officer_of(stage, village_asked), f"/consultations/{village_asked.pk}/answer"
    desk.post(path, {"position": "support"})
    second = desk.ask("POST", path, {"position": "objection", "text": "反悔"})
    assert (second.status_code, second.json()["code"]) == (409, "answered")
    assert told(village_asked).position == "support"


def test_a_silence_that_counted_as_no_objection_is_said_to_be_over(stage: Stage, village_asked: Opinion) -> None:
    with county_context():
        Opinion.objects.filter(pk=village_asked.pk).update(
            silent=True, position="no_objection", answered_at=village_asked.asked_at
        )
    answer = officer_of(stage, village_asked).ask(
        "POST", f"/consultations/{village_asked.pk}/answer", {"position": "support"}
    )
    assert (answer.status_code, answer.json()["detail"]) == (409, "答复期已过，已按无异议处理")


@pytest.mark.clause("1.3a")
def test_the_township_answers_for_the_township_and_no_village_does(stage: Stage, village_asked: Opinion) -> None:
    """尊重民意。Rule A-14: all townships in scope are asked."""
    with county_context():
        question = Opinion.objects.get(application=village_asked.application, party="township")
    path = f"/consultations/{question.pk}/answer"
    assert officer_of(stage, village_asked).ask("POST", path, {"position": "support"}).status_code == 404
    officer = Desk(stage.township_officer(stage.townships[0]))
    assert officer.get("/consultations")["total"] == 3, "the township's own and, to read, those of two villages"
    ours = f"/consultations/{village_asked.pk}/answer"
    assert officer.ask("POST", ours, {"position": "support"}).status_code == 403
    officer.post(path, {"position": "no_objection"})
    assert told(question).position == "no_objection"


@pytest.mark.parametrize("who", ["neighbour", "foreign", "admin"])
def test_a_question_to_somebody_else_does_not_exist(stage: Stage, village_asked: Opinion, who: str) -> None:
    people = {
        "neighbour": lambda: stage.village_officer(stage.villages(0)[1]),
        "foreign": lambda: stage.township_officer(stage.townships[1]),
        "admin": lambda: stage.township_admin(stage.townships[0]),
    }
    desk = Desk(people[who]())
    assert desk.ask("GET", f"/consultations/{village_asked.pk}").status_code == 404
    answer = desk.ask("POST", f"/consultations/{village_asked.pk}/answer", {"position": "support"})
    assert answer.status_code == 404
    assert told(village_asked).answered_at is None


@pytest.mark.parametrize(
    "text",
    ["请找 13800138000 核实", "138-0013-8000", "身份证540522199001011234", "５４０５２２１９９００１０１１２３Ｘ"],
)
def test_no_person_s_numbers_go_up_to_the_county(stage: Stage, village_asked: Opinion, text: str) -> None:
    path = f"/consultations/{village_asked.pk}/answer"
    answer = officer_of(stage, village_asked).ask("POST", path, {"position": "objection", "text": text})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "text"
    assert "此内容将报送县级" in answer.json()["errors"][0]["detail"]


@pytest.mark.parametrize("text", ["540522100001 村", "2026-11-20 上午9点", "每户3600.00元", "编号540522-SX-0001"])
def test_other_numbers_are_nobody_s(stage: Stage, village_asked: Opinion, text: str) -> None:
    path = f"/consultations/{village_asked.pk}/answer"
    assert officer_of(stage, village_asked).ask("POST", path, {"position": "support", "text": text}).status_code == 200


def test_who_answers_does_not_sign(stage: Stage, village_asked: Opinion) -> None:
    desk = officer_of(stage, village_asked)
    data = {"position": "support", "text": f"同意。{desk.actor.name}"}
    answer = desk.ask("POST", f"/consultations/{village_asked.pk}/answer", data)
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (409, "names_a_person", "text")


@pytest.mark.clause("2.1d")
def test_a_village_may_object_to_a_withdrawal(stage: Stage) -> None:
    """工作完成后撤销。Rule A-25: the villages in scope may object for five working days."""
    matter = arrived(stage, 0)
    with county_context():
        withdrawing(stage, matter)
        question = matter.opinions.get(purpose="withdrawal", village=stage.villages(0)[0])
    desk = Desk(stage.village_officer(stage.villages(0)[0]))
    (shown,) = desk.get("/consultations?purpose=withdrawal")["items"]
    assert shown["brief"]["reasons"] == "任务已完成"
    desk.post(f"/consultations/{question.pk}/answer", {"position": "objection", "text": "经费尚未到账"})
    assert (told(question).position, told(question).text) == ("objection", "经费尚未到账")


# --- the database itself ---

COLUMNS = (
    "kind, opinion_id, matter_id, title, village_id, position, text, attendance, meeting_on, year, said_at, version"
)


def say(place: Any, **changed: Any) -> None:
    """By raw SQL, under the township's role, whatever the application thinks of it."""
    row: dict[str, Any] = {
        "kind": "reply", "opinion_id": None, "matter_id": None, "title": "x", "village_id": None,
        "position": "support", "text": "", "attendance": "", "meeting_on": None, "year": None,
        "said_at": "2026-11-02T00:00Z", "version": 1,
    } | changed  # fmt: skip
    with township_context(place), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO placements_statement ({COLUMNS}) VALUES ({', '.join(['%s'] * len(row))})",
            [row[name] for name in COLUMNS.split(", ")],
        )


def test_the_database_takes_an_answer_only_from_the_place_that_was_asked(stage: Stage, village_asked: Opinion) -> None:
    """Another township's role, another village, a second answer: PostgreSQL itself refuses."""
    mine, neighbours = stage.villages(0)
    refused = pytest.raises(IntegrityError, match="was not put to this place or has been answered")
    for place, village in (
        (stage.townships[1], mine.pk),
        (stage.townships[1], stage.villages(1)[0].pk),
        (stage.townships[0], neighbours.pk),
        (stage.townships[0], None),
    ):
        with pytest.raises(IntegrityError):
            say(place, opinion_id=village_asked.pk, village_id=village)
    say(stage.townships[0], opinion_id=village_asked.pk, village_id=mine.pk)
    with refused:
        say(stage.townships[0], opinion_id=village_asked.pk + 1000, village_id=mine.pk)
    with pytest.raises(IntegrityError, match="a_question_is_answered_once"):
        say(stage.townships[0], opinion_id=village_asked.pk, village_id=mine.pk)


def test_the_database_takes_no_word_for_a_village_of_another_township(stage: Stage) -> None:
    matter = arrived(stage, 0)
    foreign = stage.villages(1)[0].pk
    with pytest.raises(IntegrityError, match="village of another township"):
        say(stage.townships[0], kind="comment", matter_id=matter.pk, village_id=foreign, year=2026)
    with pytest.raises(IntegrityError, match="matter that there is not"):
        say(stage.townships[0], kind="comment", matter_id=2**40, village_id=stage.villages(0)[0].pk, year=2026)


@pytest.mark.parametrize(
    ("constraint", "changed"),
    [
        ("a_statement_answers_or_concerns_a_matter", {"kind": "reply"}),
        ("a_statement_answers_or_concerns_a_matter", {"kind": "comment", "year": 2026}),
        ("said_with_its_reasons", {"kind": "objection", "opinion_id": 1, "position": "objection"}),
        ("a_petition_comes_from_a_meeting", {"kind": "petition", "matter_id": 1, "position": "objection", "text": "x"}),
        ("a_comment_has_its_year", {"kind": "comment", "matter_id": 1}),
    ],
)
def test_the_database_refuses_half_a_statement(stage: Stage, constraint: str, changed: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        say(stage.townships[0], **changed)
