"""What villages have said reaches the county once; what was lost on the way is found and mended, nothing is undone."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from zhunru.admissions.models import Application, Matter, Opinion, RefusalCase
from zhunru.admissions.models import UrgentReport as Inbox
from zhunru.admissions.tests.stage import Stage, set_stage
from zhunru.core.actors import SYSTEM
from zhunru.divisions.models import Township
from zhunru.placements.models import Refusal, Statement, UrgentReport
from zhunru.tenancy.context import county_context, township_context

Owner = Callable[[], AbstractContextManager[Any]]
NOW = "2026-11-02T00:00Z"


def command(*options: str) -> str:
    out = StringIO()
    call_command("rebuild_facts", *options, stdout=out)
    return out.getvalue()


def raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def speak(stage: Stage, township: Township, matter: int, question: int) -> None:
    """An answer, a comment, a petition, a refusal and a report."""
    village, water = township.villages.all()[0].pk, stage.departments["water"]
    common: dict[str, Any] = {"title": "x", "village_id": village, "said_at": NOW}
    with township_context(township):
        words = (
            Statement(kind="reply", opinion_id=question, position="support", **common),
            Statement(kind="comment", matter_id=matter, position="support", year=2026, **common),
            Statement(
                kind="petition", matter_id=matter, position="objection", text="x", meeting_on="2026-11-02",
                attendance="x", **common,
            ),
            Refusal(
                village_id=village, department_id=water.pk, department=water.name, demand="x", form="phone",
                demanded_on="2026-11-02", reasons=["R1"], filed_at=NOW, case_id=7,
            ),
            UrgentReport(
                department_id=water.pk, department=water.name, title="x", ground="accident", entered_at=NOW,
                village_duty="x", scope=["540522100001"], reported_at=NOW,
            ),
        )  # fmt: skip
        for word in words:
            word.record(actor=SYSTEM, reason="x")


@pytest.fixture
def spoken(transactional_db: None, var: Any, settings: Any) -> Stage:
    """The first township has spoken; everything has reached the county."""
    settings.VAR = var
    with county_context():
        stage = set_stage()
        township = stage.townships[0]
        water = stage.departments["water"]
        application = Application(department=water, title="x", drafted_by_id=stage.actor("water-clerk").person)
        application.record(actor=SYSTEM, reason="x")
        matter = Matter(code="x", title="x", department=water, application=application, starts_on="2026-01-01")
        matter.record(actor=SYSTEM, reason="x")
        village = stage.villages(0)[0]
        question = Opinion.objects.create(
            purpose="admission", application=application, title="x", party="village", realm=township.schema_name,
            township=township, village=village, asked_at=NOW,
        )  # fmt: skip
    speak(stage, township, matter.pk, question.pk)
    return stage


def heard() -> tuple[Any, ...]:
    """What the county holds of it."""
    with county_context():
        opinions = Opinion.objects.order_by("purpose").values_list(
            "purpose", "position", "text", "answered_at", "village_id", "party", "realm", "township_id"
        )
        cases = RefusalCase.objects.values_list("id", "demand", "reasons", "village_id", "status", "realm")
        histories = RefusalCase.history.values_list("id", "history_type", "actor_name")
        reports = Inbox.objects.values_list("id", "title", "scope", "status")
        return tuple(list(rows) for rows in (opinions, cases, histories, reports))


@pytest.mark.django_db(transaction=True)
def test_what_has_reached_the_county_is_found_there(spoken: Stage, owner: Owner) -> None:
    with owner():
        assert "0 differences." in command("--check")
    assert [len(rows) for rows in heard()] == [3, 1, 1, 1]


@pytest.mark.django_db(transaction=True)
def test_what_was_lost_is_named_and_brought_back(spoken: Stage, owner: Owner) -> None:
    before = heard()
    with owner():
        raw("UPDATE admissions_opinion SET position = '', text = '', answered_at = NULL WHERE purpose = 'admission'")
        raw("DELETE FROM admissions_opinion WHERE purpose <> 'admission'")
        raw("DELETE FROM admissions_refusalcase; DELETE FROM admissions_historicalrefusalcase")
        raw("DELETE FROM admissions_urgentreport")
        out = StringIO()
        with pytest.raises(CommandError, match="5 facts differ"):
            call_command("rebuild_facts", "--check", stdout=out)
        told = sorted(line.split(": ")[1].rsplit(" ", 3)[0] for line in out.getvalue().splitlines())
        assert told == ["answer", "comment or petition", "comment or petition", "refusal", "urgent report"]
        command()
        assert "0 differences." in command("--check")
    assert heard() == before


@pytest.mark.django_db(transaction=True)
def test_what_the_county_has_answered_since_stays(spoken: Stage, owner: Owner) -> None:
    with owner():
        raw("UPDATE admissions_refusalcase SET status = 'contested', answer = 'x', answered_at = now()")
        raw("UPDATE admissions_opinion SET reply = 'x'")
        raw("UPDATE admissions_urgentreport SET status = 'declined', reason = 'x', done_at = now()")
    before = heard()
    with owner():
        command()
    assert heard() == before
    with county_context():
        assert set(Opinion.objects.values_list("reply", flat=True)) == {"x"}
