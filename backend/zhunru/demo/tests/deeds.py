"""Every act of the whole admission, done once or more by somebody who may."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from zhunru.admissions.models import Application, Matter, Opinion
from zhunru.admissions.tests import stage as way
from zhunru.admissions.tests.legacy_tables import table
from zhunru.admissions.tests.stage import FORM, the
from zhunru.core.roles import Role
from zhunru.demo.tests.bodies import ENTRY, SETTLED, filled_in
from zhunru.demo.tests.deeds_of_batches import batching
from zhunru.demo.tests.deeds_of_buying import buying
from zhunru.demo.tests.deeds_of_certificates import certifying
from zhunru.demo.tests.deeds_of_papers import papers
from zhunru.demo.tests.deeds_of_sealing import sealing
from zhunru.demo.tests.recorder import Recorder
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.services import commenting, drafting
from zhunru.placements.tests.arrivals import carry, placements
from zhunru.placements.tests.voices import carried_on, case_of, demand
from zhunru.tenancy.context import county_context, township_context

COURSE = (
    ("water-head", "submit"), ("clerk", "return_for_correction"), ("water-head", "submit"), ("clerk", "accept"),
    ("clerk", "first_review"), ("clerk", "review"), ("head", "decline"), ("water-head", "submit"), ("clerk", "accept"),
    ("clerk", "first_review"), ("head", "review"), ("head", "refer"), ("recorder", "endorse"), ("recorder", "approve"),
    ("seal", "issue"),
)  # fmt: skip


def all_deeds(recorder: Recorder) -> None:
    matter = admission(recorder)
    outcomes(recorder, matter)
    meetings(recorder)
    in_the_township(recorder, matter)
    refusals(recorder)
    leaving(recorder, matter)
    lists(recorder)
    settings(recorder)
    accounts(recorder)
    buying(recorder)
    sealing(recorder)
    papers(recorder)
    certifying(recorder)
    batching(recorder)


def admission(r: Recorder) -> int:
    """One matter, by the longest way to its paper; its id."""
    scope = [village.code for village in r.stage.villages(0)]
    id = r.act("water-clerk", "application_create", data={**FORM, "scope": scope})["id"]
    r.act("water-clerk", "application_edit", id, {"version": 1, "frequency": "一季一轮"})
    file = r.act("water-clerk", "attachment_add", id)["id"]
    r.act("water-clerk", "attachment_remove", file)
    for name, step in COURSE:
        if step == "review":
            _hear(r, id)
        data = {"departments": [r.stage.departments["farming"].pk]} if step == "accept" else None
        r.act(name, f"application_{step}", id, data)
    with county_context():
        return Matter.objects.get(application=id).pk


def _hear(r: Recorder, id: int) -> None:
    """Farming objects and is answered; the township and its first village have no objection, like all the rest."""
    with county_context():
        waiting = {(one.party, one.village_id): one for one in Opinion.objects.filter(application=id, answered_at=None)}
    if not waiting:
        return
    first = r.stage.villages(0)[0].pk
    said = {"position": "objection", "text": "与农事培训时间冲突"}
    r.act("farming-head", "opinion_answer", waiting["department", None].pk, said)
    r.act("clerk", "opinion_reply", waiting["department", None].pk)
    r.act("officer", "consultation_answer", waiting["township", None].pk)
    r.act("village", "consultation_answer", waiting["village", first].pk)
    with county_context():
        way.all_answer(Application.objects.get(pk=id))


def _referred(r: Recorder, title: str) -> int:
    with county_context():
        return int(way.referred(r.stage, r.stage.villages(0), title=title).pk)


def outcomes(r: Recorder, into: int) -> None:
    """What else may become of an application."""
    for step in ("reject", "send_back", "convert"):
        r.act("recorder", f"application_{step}", _referred(r, f"演示事项{step}"))
    no = {"resolution_number": "演示9号", "meeting_on": "2026-11-20", "reasons": "内容相同", "matter": into}
    r.act("recorder", "application_merge_into", _referred(r, "灌区设施巡护"), no)
    soon = {
        "resolution_number": "演示9号",
        "meeting_on": "2026-11-20",
        "reasons": "待试点",
        "resubmit_on": "2026-11-21",
    }
    for name, step in (("clerk", "take_up_again"), ("water-head", "bring_new_facts")):
        deferred = _referred(r, f"待试点事项{step}")
        r.act("recorder", "application_defer", deferred, soon)
        r.act(name, f"application_{step}", deferred)
    with county_context():
        filed = [way.filed(r.stage, r.stage.villages(0), title=title).pk for title in ("甲项工作", "乙项工作")]
        draft = way.drafted(r.stage, r.stage.villages(0), title="丙项工作").pk
    r.act("clerk", "application_not_accept", filed[0])
    r.act("water-head", "application_recall", filed[1])
    r.act("water-clerk", "application_discard", draft)
    r.act("water-clerk", "urgent_entry_create", data=filled_in("urgent_entry_create", 0))


def meetings(r: Recorder) -> None:
    id = _referred(r, "牧道养护告知")
    held = r.act("clerk", "meeting_create")
    agenda = {"version": held["version"], "held_on": "2026-11-20", "applications": [id]}
    r.act("head", "meeting_rearrange", held["id"], agenda)
    record = {"number": "第9次", "items": [{"application": id, "outcome": "approve"}]}
    r.act("recorder", "meeting_record", held["id"], record)
    r.act("recorder", "meeting_cancel", r.act("recorder", "meeting_create")["id"])


def in_the_township(r: Recorder, matter: int) -> None:
    with county_context():
        admitted = Matter.objects.get(pk=matter)
    carry(admitted)
    placement = next(one for one in placements(r.stage.townships[0]) if one.matter_id == matter)
    receipt = {"document_code": placement.document_code}
    r.desk("village").ask("GET", f"/documents/{placement.document_id}/file")
    r.act("village", "placement_confirm", placement.pk, receipt)
    r.act("village", "placement_comment", placement.pk)
    r.act("village", "placement_petition", placement.pk)
    short_of_funds = demand(r.stage, placement=placement.pk, reasons=["R3"])
    refusal = r.act("village", "refusal_create", data=short_of_funds)
    r.act("village", "refusal_add_evidence", refusal["id"])
    case = case_of(refusal, r.stage)
    r.act("water-head", "refusalcase_apply", case.pk)
    carried_on(case)
    r.act("village", "placement_take_up_again", placement.pk)
    r.act("village", "refusal_acknowledge", refusal["id"])
    r.act("village", "placement_complete", placement.pk)
    water = r.stage.departments["water"].pk
    r.act("officer", "urgent_report_create", data=filled_in("urgent_report_create", water))


def refusals(r: Recorder) -> None:
    """What a department and the county say to one."""
    for course in (("withdraw_demand",), ("contest", "uphold"), ("contest", "overrule")):
        filed = r.act("village", "refusal_create", data=demand(r.stage))
        for step in course:
            name = "head" if step in ("uphold", "overrule") else "water-head"
            r.act(name, f"refusalcase_{step}", case_of(filed, r.stage).pk)


def leaving(r: Recorder, matter: int) -> None:
    r.act("head", "matter_suspend", matter)
    r.act("head", "matter_resume", matter)
    r.act("water-head", "matter_confirm_year", matter)
    r.act("water-head", "matter_report_completion", matter)
    r.act("head", "matter_order_withdrawal", matter)
    r.act("head", "matter_keep", matter)
    r.act("head", "matter_order_withdrawal", matter, {"reasons": "任务已完成", **SETTLED})
    with county_context():
        asked = Opinion.objects.filter(matter=matter, purpose="withdrawal", answered_at=None, asked_at__isnull=False)
        asked.update(position="no_objection", answered_at=the(asked.first()).asked_at)
    r.act("seal", "matter_withdraw", matter)


def lists(r: Recorder) -> None:
    """The negative list's first edition by the longest way to its paper; of the assist list's a draft in line."""
    edition = r.act("clerk", "edition_create", data={})["id"]
    r.act("clerk", "edition_matters", edition)
    r.act("head", "edition_discard", edition)
    with county_context():
        edition = drafting.start(ListKind.NEGATIVE, actor=r.stage.actor("clerk")).pk
    _draft(r, edition)
    r.act("head", "edition_consult", edition)
    r.act("head", "edition_revise", edition)
    r.act("head", "edition_consult", edition)
    said = [r.act(name, "edition_comment", edition)["id"] for name in ("water-clerk", "farming-head", "officer")]
    for comment in said:
        r.act("clerk", "comment_answer", comment)
    for township in r.stage.townships[1:]:
        actor = r.stage.township_officer(township)
        with township_context(township):
            commenting.comment(
                Edition.objects.get(pk=edition), entry=None, position="no_objection", text="", actor=actor
            )
    r.act("recorder", "edition_approve", edition)
    r.act("seal", "edition_publish", edition, {"effective_on": "2026-12-01"})
    for name in ("water-head", "village"):
        (asked,) = r.desk(name).get("/acknowledgements")
        r.act(name, "acknowledgement_confirm", asked["id"])


def _draft(r: Recorder, edition: int) -> None:
    """An entry is written, rewritten, taken out and put back; a table brings another."""
    entry = r.act("clerk", "entry_create", edition)
    entry = r.act("head", "entry_change", entry["id"], {**ENTRY, "funding": "无", "version": entry["version"]})
    r.act("clerk", "entry_remove", entry["id"])
    r.act("clerk", "entry_restore", entry["id"])
    shown = r.act("clerk", "edition_import_preview", edition)
    r.act("clerk", "edition_import_commit", edition, {"sha256": shown["sha256"], "reason": "按部门意见修订"})
    basis = r.act("clerk", "legal_basis_create")["id"]
    r.act("head", "legal_basis_replace", basis)


def settings(r: Recorder) -> None:
    r.act("admin", "configuration_create")
    r.act("admin", "calendar_set_days")
    r.act("admin", "calendar_back_to_rule")
    r.act("admin", "calendar_enter")
    water = r.stage.departments["water"].name
    file: dict[str, Any] = {"file": SimpleUploadedFile("存量事项.xlsx", table({"部门": water}))}
    shown = r.desk("clerk").send("/legacy/preview", file).json()
    r.act("clerk", "legacy_commit", data={"sha256": shown["sha256"]})
    with county_context():
        existing = the(Matter.objects.filter(status=Matter.Status.LEGACY).last()).pk
    r.act("head", "matter_write_off", existing)


def accounts(r: Recorder) -> None:
    new = {"username": "somebody-new", "name": "演示新账号", "password": "a long enough password"}
    user = r.act("admin", "create_user", data={**new, "posts": [{"role": Role.LEADER}]})
    r.act("admin", "change_user", user["id"], {"version": user["version"], "name": "改名"})
    r.act("admin", "reset_password", user["id"])
