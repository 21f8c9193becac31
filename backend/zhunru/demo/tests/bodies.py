"""A well-formed body for each act that needs one; whether it fits the moment is for the rules to say."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from zhunru.certificates.tests.counter import ASKED
from zhunru.configuration.schema import Settings
from zhunru.core.roles import Role
from zhunru.demo.tests.routes import ABSENT, Operation
from zhunru.divisions.models import Village
from zhunru.documents.tests.pictures import scanned
from zhunru.files.tests import samples
from zhunru.tenancy.context import county_context

Json = dict[str, Any]

_FINDINGS = [
    {"aspect": aspect, "favourable": True, "opinion": "已核对。"}
    for aspect in ("legality", "feasibility", "reasonableness")
]
RESOLUTION: Json = {"resolution_number": "演示县委常委会〔2026〕9号", "meeting_on": "2026-11-20"}
_NO: Json = {**RESOLUTION, "reasons": "与清单重复"}
_NEW_USER: Json = {"username": "somebody-new", "name": "演示新账号", "password": "a long enough password"}
_REMARK: Json = {"remark": "请补充"}
_RULED: Json = {"ruling": "要求未经准入，拒绝成立。"}
SETTLED: Json = {"completion_report": "已完成", "settlement": "经费已结清", "closures": "未建台账，未挂牌"}
URGENT: Json = {
    "title": "汛期堤段巡查",
    "village_duty": "发现险情立即报告",
    "scope": ["540522100001"],
}

ENTRY: Json = {"title": "不得要求村（社区）代收费用", "legal_basis": "《甲法》第一条", "reason": "按法律新列"}
LINE: Json = {
    "year": 2027,
    "function_code": "2130135",
    "economic_code": "30227",
    "project": "保洁",
    "amount": "10000.00",
}
CLAUSE: Json = {"kind": "safety", "heading": "作业安全", "text": "穿戴反光标识。", "reason": "新列"}

TEMPLATE = '{% extends "page.html" %}{% block body %}<p>同意。</p>{% endblock %}'
_SIGNED: Json = {"signatory": "演示签字人"}
_SAID: Json = {"items": [{"clause": 2, "text": "大雪未能巡护"}]}
DELIVERABLE: Json = {"clause": 2, "done_on": "2026-01-05", "quantity": "1"}
PANEL: Json = {
    "members": [{"name": "演示甲", "capacity": "农户代表", "recipient": True}],
    "recipients_opinion": "比往年通畅",
    "result": "accepted",
    "accepted_amount": "100.00",
}

SEAL: Json = {"name": "演示印章", "rank": "department", "diameter_mm": "42"}

BODIES: dict[str, Json] = {
    "template_save": {"source": TEMPLATE},
    "template_check": {"source": TEMPLATE},
    "template_preview": {"source": TEMPLATE},
    "template_publish": {"version": 1},
    "configuration_create": {
        "based_on": 1,
        "note": "缩短补正期限",
        "settings": Settings(correction_days=7).model_dump(mode="json"),
    },
    "calendar_set_days": {"days": [{"date": "2026-08-12", "working": False, "name": "雪顿节"}], "reason": "自治区通知"},
    "calendar_back_to_rule": {"dates": ["2026-08-12"]},
    "calendar_enter": {"source": "国务院办公厅通知", "confirmed": True},
    "application_edit": {"version": 1},
    "application_return_for_correction": {"defects": ["请补充完成标准"]},
    "application_not_accept": {"reasons": "不属于准入范围"},
    "application_first_review": {"opinion": "材料齐全。"},
    "application_review": {"findings": _FINDINGS},
    "application_decline": _REMARK,
    "application_endorse": {"reference": "演示批8号", "given_on": "2026-11-20", "opinion": "同意提请研究"},
    "application_approve": RESOLUTION,
    "application_reject": _NO,
    "application_defer": {**_NO, "resubmit_on": "2099-01-04"},
    "application_send_back": _NO,
    "application_convert": _NO,
    "application_merge_into": {**_NO, "matter": 1},
    "application_bring_new_facts": {"new_facts": "试点已总结"},
    "application_recall": _REMARK,
    "matter_order_withdrawal": {"reasons": "任务已完成", **SETTLED},
    "matter_report_completion": SETTLED,
    "matter_confirm_year": {"verdict": "keep"},
    **dict.fromkeys(["matter_suspend", "matter_resume", "matter_keep", "matter_write_off", "meeting_cancel"], _REMARK),
    "legacy_commit": {"sha256": ABSENT},
    "meeting_create": {"body": "committee", "held_on": "2026-11-20"},
    "meeting_rearrange": {"version": 1, "held_on": "2026-11-20", "applications": []},
    "meeting_record": {"number": "第9次", "items": [{"application": 1, "outcome": "approve"}]},
    "opinion_answer": {"position": "no_objection"},
    "opinion_reply": {"reply": "已采纳"},
    "refusalcase_withdraw_demand": {"answer": "收回要求"},
    "refusalcase_apply": {"answer": "依程序申请"},
    "refusalcase_contest": {"answer": "已经准入"},
    "refusalcase_uphold": _RULED,
    "refusalcase_overrule": _RULED,
    "placement_confirm": {"document_code": "000000000000"},
    "placement_petition": {"meeting_on": "2026-11-02", "attendance": "应到68户，实到56户", "reason": "入户过多"},
    "placement_comment": {"position": "no_objection"},
    "certificate_create": ASKED,
    "certificate_refuse": {"remark": "村里不了解这件事"},
    "consultation_answer": {"position": "no_objection"},
    "entry_create": ENTRY,
    "entry_change": {**ENTRY, "version": 1},
    **dict.fromkeys(["entry_remove", "entry_restore", "edition_revise", "edition_discard"], _REMARK),
    "edition_comment": {"position": "proposal", "text": "请写明由谁通知"},
    "comment_answer": {"answer": "已采纳"},
    "edition_approve": {"resolution_number": "演示9号", "decided_on": "2026-01-05", "decided_by": "committee"},
    "edition_publish": {"effective_on": "2099-01-01"},
    "edition_import_commit": {"sha256": ABSENT, "reason": "按部门意见修订"},
    "legal_basis_create": {"document": "量测法", "article": "第一条"},
    "legal_basis_replace": {"ended_on": "2026-01-01"},
    "purchase_check": {"subject": "村内道路保洁", "provider_kind": "collective", "provider": "刘琼村股份经济合作社"},
    "budget_line_create": {**LINE, "reason": "年初预算"},
    "budget_line_change": {"amount": "5000.00", "reason": "追加", "version": 1},
    "purchase_clause_create": CLAUSE,
    "purchase_clause_change": {**CLAUSE, "version": 1},
    "purchase_waiver_end": {"reason": "认定有误", "version": 1},
    "contract_supplement": {"reason": "冬季加巡"},
    **dict.fromkeys(["contract_suspend", "contract_ask_termination", "instalment_deny"], _REMARK),
    "contract_terminate": {**_REMARK, "ending": "breach"},
    "contract_confirm_deliverables": {"ids": [1]},
    "terms_edit": {"version": 1, "text": {}},
    "terms_simulate": {
        "events": [{"number": 2, "actual": "6"}, {"number": 3, "done": True}, {"number": 4, "days_late": 5}]
    },
    **dict.fromkeys(["terms_return", "terms_decline", "terms_decline_signature", "terms_discard"], _REMARK),
    **dict.fromkeys(["terms_sign", "terms_countersign", "period_countersign"], _SIGNED),
    "terms_agree": {"number": "村议9号", "on": "2026-01-05", "present": 30, "total": 40, "in_favour": 28},
    "deliverable_correct": DELIVERABLE,
    "deliverable_change": {**DELIVERABLE, "version": 1},
    "deliverable_query": _REMARK,
    "period_verdicts": {"version": 0, "items": [{"clause": 2, "actual": "12"}]},
    "period_report": {"report": "本期按约定完成。"},
    **dict.fromkeys(["period_defend", "period_answer"], _SAID),
    "period_propose": {"proposal": "建议按实际天数计"},
    "period_conclude": {"opinion": "按乡镇意见办理", "version": 0},
    "period_sign_panel": PANEL,
    "instalment_pay": {"paid_on": "2026-01-05", "voucher": "演付1"},
    "document_void": {"reason": "发文对象有误"},
    "document_duplicate": {"receiver": "吉雄镇人民政府", "reason": "原件遗失"},
    "seal_appoint": {"keeper": None, "approver": None, "version": 1},
    "seal_revoke": {"reason": "印章遗失"},
    "seal_grant": {"kinds": ["approval"], "ground": "县委授权"},
    "sealuse_refuse": _REMARK,
    "draft_create": {"kind": "rectification"},
    "draft_save": {"version": 1, "facts": {"subject": "未经准入要求填报报表"}},
    "batch_archive": {"year": 2026},
    "batch_disclosure": {"size": "A4"},
    "batch_satisfaction": {"year": 2026},
    "change_user": {"version": 1, "name": "演示改名"},
    "reset_password": {"password": "another long password"},
}


def body(operation: Operation, role: Role, *, department: int = 0) -> Json | None:
    """What somebody of `role` sends with an operation, `department` where one is named; None for a read."""
    if not operation.unsafe:
        return None
    if operation.id == "choose_role":
        return {"role": role}
    if operation.id == "create_user":
        post = {"role": Role.LEADER if operation.api == "county" else Role.TOWNSHIP_OFFICER}
        return {**_NEW_USER, "posts": [post]}
    return filled_in(operation.id, department) if operation.id in _MADE else BODIES.get(operation.id, {})


def filled_in(operation: str, department: int) -> Json:
    """A body that tells the time or names the department."""
    return _MADE[operation](department)


def form(operation: Operation, department: int = 0) -> Json:
    """The form of an operation that takes a file; a seal is that of the department."""
    if operation.id == "seal_register":
        return {**SEAL, "organisation": department, "image": SimpleUploadedFile("公章.png", scanned())}
    return {"kind": "plan", "not_secret": True, "file": TABLES.get(operation.id, a_picture)()}


def a_table() -> SimpleUploadedFile:
    """One entry of a list."""
    text = "事项名称,法律依据\n不得要求村（社区）代为收费,《甲法》第一条\n"
    return SimpleUploadedFile("清单.csv", text.encode())


TABLES = {
    "legacy_preview": lambda: SimpleUploadedFile("存量.csv", b"x"),
    "edition_import_preview": a_table,
}


def a_picture() -> SimpleUploadedFile:
    """A file that may be handed in."""
    return SimpleUploadedFile("现场.png", samples.picture("png"))


def _an_hour_ago() -> str:
    return (timezone.now() - timedelta(hours=1)).isoformat()


def _urgent_entry(_department: int) -> Json:
    contact = {"contact_name": "演示联系人", "contact_phone": "0893-0000000", "not_secret": True}
    return {**URGENT, **contact, "urgent_ground": "natural_disaster", "entered_at": _an_hour_ago()}


def _urgent_report(department: int) -> Json:
    return {**URGENT, "department": department, "ground": "natural_disaster", "entered_at": _an_hour_ago()}


def _refusal(department: int) -> Json:
    said = {"demand": "每周上报入户台账", "form": "phone", "demanded_on": "2026-11-02", "reasons": ["R1"]}
    return {**said, "department": department}


def _waiver(department: int) -> Json:
    return {"department": department, "subject": "劳务派遣服务", "reason": "是家政服务"}


def _contract(_department: int) -> Json:
    with county_context():
        village = Village.objects.order_by("code").values_list("pk", flat=True)[0]
    return {"village": village, "provider_kind": "village_committee", "subject": "渠道巡护"}


_MADE = {
    "contract_create": _contract,
    "deliverable_create": lambda _department: {**DELIVERABLE, "done_on": timezone.localdate().isoformat()},
    "urgent_entry_create": _urgent_entry,
    "refusal_create": _refusal,
    "urgent_report_create": _urgent_report,
    "purchase_waiver_grant": _waiver,
}
