"""The way to each step of both tables: what brings a case so far that only the step itself is missing."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.utils import timezone

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.tests.kinds import agreed, filled_in, legacy, registered, request
from zhunru.admissions.tests.nights import return_it, take
from zhunru.admissions.tests.stage import (
    SETTLED,
    Stage,
    accepted,
    admitted,
    all_answer,
    approved,
    at_leader,
    drafted,
    endorsed,
    filed,
    findings,
    first_reviewed,
    referred,
    resolution,
    reviewed,
    withdrawing,
)
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core.actors import SYSTEM
from zhunru.core.workflow import Remark

Act = Callable[[], Any]


def said(stage: Stage, step: str, ready: Callable[..., Application], by: str, data: Remark | None = None) -> Act:
    application = ready(stage, stage.villages(0))
    return partial(take, stage, step, application, by, data)


def by_itself(stage: Stage, step: str, application: Application) -> Act:
    return partial(APPLICATIONS.perform, step, application, actor=SYSTEM)


def deferred(stage: Stage) -> Application:
    data = schemas.Deferral(**resolution().model_dump(), reasons="待经费落实", resubmit_on=date(2026, 3, 16))
    return take(stage, "defer", referred(stage, stage.villages(0)), "recorder", data)


def answered(stage: Stage) -> Application:
    application = first_reviewed(stage, stage.villages(0))
    all_answer(application)
    return application


def merging(stage: Stage) -> Act:
    into = admitted(stage, stage.villages(0))
    application = referred(stage, stage.villages(0), title="机井水量登记")
    data = schemas.MergedInto(**resolution().model_dump(), reasons="内容相同", matter=into.pk)
    return partial(take, stage, "merge_into", application, "recorder", data)


NO: dict[str, Any] = {"reasons": "与清单重复"}
FACTS = schemas.NewFacts(new_facts="经费已落实")
WHY = schemas.Return(remark="请补充")
APPLICATION_ACTS: dict[str, Callable[[Stage], Act]] = {
    "submit": lambda stage: said(stage, "submit", drafted, "water-head"),
    "return_for_correction": lambda stage: partial(return_it, stage, filed(stage, stage.villages(0))),
    "accept": lambda stage: said(stage, "accept", filed, "clerk"),
    "deem_accepted": lambda stage: by_itself(stage, "deem_accepted", filed(stage, stage.villages(0))),
    "not_accept": lambda stage: said(stage, "not_accept", filed, "clerk", schemas.NotAccepted(**NO)),
    "first_review": lambda stage: said(
        stage, "first_review", accepted, "clerk", schemas.FirstReviewIn(opinion="材料齐全。")
    ),
    "review": lambda stage: partial(take, stage, "review", answered(stage), "clerk", findings()),
    "refer": lambda stage: said(stage, "refer", reviewed, "head"),
    "decline": lambda stage: said(stage, "decline", reviewed, "head", WHY),
    "endorse": lambda stage: said(stage, "endorse", at_leader, "recorder", endorsed()),
    "approve": lambda stage: said(stage, "approve", referred, "recorder", resolution()),
    "reject": lambda stage: said(
        stage, "reject", referred, "recorder", schemas.Rejection(**resolution().model_dump(), **NO)
    ),
    "defer": lambda stage: said(
        stage, "defer", referred, "recorder",
        schemas.Deferral(**resolution().model_dump(), **NO, resubmit_on=date(2026, 4, 1)),
    ),
    "send_back": lambda stage: said(
        stage, "send_back", referred, "recorder", schemas.Rejection(**resolution().model_dump(), **NO)
    ),
    "convert": lambda stage: said(
        stage, "convert", referred, "recorder", schemas.Rejection(**resolution().model_dump(), **NO)
    ),
    "merge_into": merging,
    "take_up_again": lambda stage: partial(take, stage, "take_up_again", deferred(stage), "clerk"),
    "bring_new_facts": lambda stage: partial(take, stage, "bring_new_facts", deferred(stage), "water-head", FACTS),
    "issue": lambda stage: said(stage, "issue", approved, "seal"),
    "recall": lambda stage: said(stage, "recall", filed, "water-head", WHY),
    "discard": lambda stage: said(stage, "discard", drafted, "water-clerk"),
    "lapse": lambda stage: by_itself(stage, "lapse", return_it(stage, filed(stage, stage.villages(0)))),
    "end_with_matter": lambda stage: by_itself(stage, "end_with_matter", filed(stage, stage.villages(0))),
}  # fmt: skip


def in_force(stage: Stage, **changed: Any) -> Matter:
    return admitted(stage, stage.villages(0), **changed)


def ordered(stage: Stage) -> Matter:
    matter = withdrawing(stage, in_force(stage))
    matter.opinions.filter(answered_at=None).update(position="no_objection", answered_at=timezone.now())
    return matter


def merged(stage: Stage) -> Act:
    old = [in_force(stage), in_force(stage, title="机井水量登记")]
    wish = agreed(stage, request(stage, "merge", *old, title="农业用水综合服务"))
    return partial(take, stage, "issue", wish, "seal")


def done_by(stage: Stage, step: str, matter: Matter, by: str, data: Remark | None = None) -> Act:
    return partial(MATTERS.take, step, matter, actor=stage.actor(by), data=data)


def suspended(stage: Stage) -> Matter:
    return MATTERS.take("suspend", in_force(stage), actor=stage.actor("head"), data=WHY)


def changed_by(stage: Stage, kind: str, matter: Matter, **changes: Any) -> Act:
    wish = agreed(stage, request(stage, kind, matter, **changes))
    return partial(take, stage, "issue", wish, "seal")


def ratified(stage: Stage) -> Act:
    wish = agreed(stage, filled_in(stage, registered(stage)))
    return partial(take, stage, "issue", wish, "seal")


SHORT = {"category": "temporary", "ends_on": "2026-06-30"}
MATTER_ACTS: dict[str, Callable[[Stage], Act]] = {
    "take_effect": lambda stage: said(stage, "issue", approved, "seal"),
    "enter_first": lambda stage: partial(registered, stage),
    "ratify": ratified,
    "adjust": lambda stage: changed_by(stage, "adjust", in_force(stage), village_duty="只需通知农户"),
    "extend": lambda stage: changed_by(stage, "extend", in_force(stage, **SHORT), ends_on="2026-09-30"),
    "report_completion": lambda stage: done_by(
        stage, "report_completion", in_force(stage), "water-head", schemas.CompletionIn(**SETTLED)
    ),
    "suspend": lambda stage: done_by(stage, "suspend", in_force(stage), "head", WHY),
    "resume": lambda stage: done_by(stage, "resume", suspended(stage), "head", WHY),
    "order_withdrawal": lambda stage: partial(withdrawing, stage, in_force(stage)),
    "keep": lambda stage: done_by(stage, "keep", ordered(stage), "head", WHY),
    "withdraw": lambda stage: done_by(stage, "withdraw", ordered(stage), "seal"),
    "expire": lambda stage: partial(MATTERS.perform, "expire", in_force(stage, **SHORT), actor=SYSTEM),
    "lapse": lambda stage: partial(MATTERS.perform, "lapse", registered(stage), actor=SYSTEM, data=WHY),
    "supersede": merged,
    "write_off": lambda stage: done_by(stage, "write_off", legacy(stage, "540522-SX-L001", "渠道巡护"), "head", WHY),
}
