"""Requests of every kind about matters that are there, and the way of any request to its paper."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from zhunru.admissions import schemas, urgent
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.parameters import bodies_of
from zhunru.admissions.services import drafts
from zhunru.admissions.tests.stage import (
    FORM,
    SETTLED,
    Stage,
    all_answer,
    drafted,
    endorsed,
    findings,
    resolution,
    the,
)
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.workflow import Remark
from zhunru.divisions.models import Village
from zhunru.workdays import seeding


def request(stage: Stage, kind: str, *matters: Matter, **changed: Any) -> Application:
    """A draft about `matters` that passes every rule, unless `changed` says otherwise."""
    scope = sorted({code for matter in matters for code in matter.scope})
    said: dict[str, Any] = {
        "kind": kind,
        "category": matters[0].category,
        "object_type": matters[0].object_type,
        "concerns": [matter.pk for matter in matters],
        "scope": scope,
    }
    if kind in ("adjust", "extend", "withdraw"):
        said["title"] = matters[0].title
    if kind == "withdraw":
        said |= SETTLED
    villages = list(Village.objects.filter(code__in=scope))
    return drafted(stage, villages, **{**_ends(matters), **said, **changed})


def _ends(matters: tuple[Matter, ...]) -> dict[str, Any]:
    ends_on = matters[0].ends_on
    return {"ends_on": ends_on.isoformat(), "starts_on": matters[0].starts_on.isoformat()} if ends_on else {}


def part(title: str, villages: list[Village], **more: Any) -> dict[str, Any]:
    """One of the matters that a split leads to."""
    said = {"title": title, "village_duty": f"协助{title}", "scope": [village.code for village in villages]}
    return {**said, "person_days": "0.5", **more}


def submitted(stage: Stage, draft: Application) -> Application:
    return APPLICATIONS.take("submit", draft, actor=stage.actor("water-head"))


def considered(
    stage: Stage, application: Application, *, similar: tuple[schemas.SimilarJudged, ...] = ()
) -> Application:
    """From the office's desk through both reviews; everybody asked has no objection."""
    clerk = stage.actor("clerk")
    APPLICATIONS.take("accept", application, actor=clerk)
    opinion = schemas.FirstReviewIn(opinion="材料齐全。", similar=list(similar))
    APPLICATIONS.take("first_review", application, actor=clerk, data=opinion)
    all_answer(application)
    return APPLICATIONS.take("review", application, actor=clerk, data=findings())


def before_who_decides(stage: Stage, application: Application) -> Application:
    """A draft, brought before the body that decides on it; those before it have endorsed it."""
    considered(stage, submitted(stage, application))
    referred = APPLICATIONS.take("refer", application, actor=stage.actor("head"))
    for _ in bodies_of(referred)[:-1]:
        referred = APPLICATIONS.take("endorse", referred, actor=stage.actor("recorder"), data=endorsed())
    return referred


def agreed(stage: Stage, application: Application) -> Application:
    """A draft, brought to its approval."""
    before_who_decides(stage, application)
    return APPLICATIONS.take("approve", application, actor=stage.actor("recorder"), data=resolution())


def carried_out(stage: Stage, application: Application) -> Application:
    """A draft, brought to its sealed paper."""
    agreed(stage, application)
    return APPLICATIONS.take("issue", application, actor=stage.actor("seal"))


def legacy(stage: Stage, code: str, title: str, *, department: str = "water") -> Matter:
    """One that villages of the first township carried before the platform came."""
    matter = Matter(
        code=code,
        title=title,
        department=stage.departments[department],
        scope=[village.code for village in stage.villages(0)],
        starts_on="2024-01-01",
        readmit_by="2027-05-31",
        legacy=True,
        status=Matter.Status.LEGACY,
    )
    matter.record(actor=stage.actor("clerk"), reason="导入存量事项")
    return matter


def registered(stage: Stage) -> Matter:
    """Flood: entered an hour ago, registered now."""
    seeding.seed()
    data = schemas.UrgentIn(
        title="汛期堤段巡查",
        urgent_ground="natural_disaster",
        entered_at=timezone.now() - timedelta(hours=1),
        village_duty="发现险情立即报告",
        contact_name="演示联系人",
        contact_phone="0893-0000000",
        not_secret=True,
        scope=[village.code for village in stage.villages(0)],
    )
    return urgent.register(actor=stage.actor("water-clerk"), data=data)


def filled_in(stage: Stage, matter: Matter) -> Application:
    """Its form, complete."""
    application = the(matter.application)
    kept = {"title": matter.title, "starts_on": matter.starts_on, "category": "urgent", "scope": matter.scope}
    patch = schemas.ApplicationPatch(**{**FORM, **kept, "version": application.version})
    return drafts.edit_application(application, actor=stage.actor("water-clerk"), data=patch)


def refusal(stage: Stage, draft: Application) -> DomainError:
    """Why it cannot be filed."""
    with pytest.raises(DomainError) as refused:
        submitted(stage, draft)
    return refused.value


def refused(code: str, step: str, application: Application, who: Actor, data: Remark | None = None) -> None:
    """The step cannot be taken, for this reason."""
    with pytest.raises(DomainError) as error:
        APPLICATIONS.take(step, application, actor=who, data=data)
    assert error.value.code == code
