"""A village that speaks: what it sends, and how it is heard, on the hosts of the townships."""

from typing import Any

from django.utils import timezone

from zhunru.admissions.models import Application, Opinion, RefusalCase
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage, accepted
from zhunru.placements.models import Placement, Refusal
from zhunru.placements.tasks import follow_case
from zhunru.tenancy.context import county_context, township_context

Json = dict[str, Any]
PETITION = {
    "meeting_on": "2026-11-02",
    "attendance": "应到68户，实到56户",
    "reason": "农忙时节入户过多，居民普遍不接受。",
}


def demand(stage: Stage, **changed: Any) -> Json:
    """A refusal of what the water department has demanded over the telephone."""
    usual = {
        "department": stage.departments["water"].pk,
        "demand": "每周上报入户台账并上传工作照片",
        "form": "phone",
        "demanded_on": "2026-11-02",
        "reasons": ["R1"],
    }
    return usual | changed


def refuse(stage: Stage, desk: Desk, **changed: Any) -> Json:
    """The refusal as the village's host answers it."""
    filed: Json = desk.post("/refusals", demand(stage, **changed))
    return filed


def case_of(filed: Json, stage: Stage, place: int = 0) -> RefusalCase:
    """The county's side of a refusal filed in the township at `place`."""
    with township_context(stage.townships[place]):
        id = Refusal.objects.get(pk=filed["id"]).case_id
    with county_context():
        return RefusalCase.objects.select_related("village", "township").get(pk=id)


def carried_on(case: RefusalCase) -> None:
    """As the worker does after each word on the case."""
    follow_case(township=case.realm, case_id=case.pk)


def asked(application: Application, **where: Any) -> Opinion:
    """The one question of this kind that the application has raised."""
    with county_context():
        return Opinion.objects.select_related("village__township", "township").get(application=application, **where)


def told(opinion: Opinion) -> Opinion:
    """As the county reads it now."""
    with county_context():
        return Opinion.objects.get(pk=opinion.pk)


def now(stage: Stage, placement: Placement) -> Placement:
    """The placement as it stands, of the first township."""
    with township_context(stage.townships[0]):
        return Placement.objects.select_related("village").get(pk=placement.pk)


def said_in(stage: Stage, kind: str) -> dict[str, int]:
    """The id of one more of the first village's questions or refusals, or its township's report, by kind.

    Under `county ...` the id by which the county knows it.
    """
    village = stage.villages(0)[0]
    if kind == "consultations":
        with county_context():
            question = accepted(stage, stage.villages(0), title="牲畜疫病入户排查").opinions.get(village=village)
        return {kind: question.pk}
    if kind == "refusals":
        filed = refuse(stage, Desk(stage.village_officer(village)))
        return {kind: filed["id"], f"county {kind}": case_of(filed, stage).pk}
    data = {
        "department": stage.departments["water"].pk,
        "title": "山洪险段值守",
        "ground": "natural_disaster",
        "entered_at": timezone.now().isoformat(),
        "village_duty": "发现险情立即报告",
        "scope": [village.code],
    }
    officer = Desk(stage.township_officer(stage.townships[0]))
    return {kind: officer.post("/urgent-reports", data)["id"]}
