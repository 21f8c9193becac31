"""Every act of buying a service, done once or more by somebody who may: a contract's long life, and two short ones."""

from typing import Any

from zhunru.contracts.tests import samples
from zhunru.contracts.tests.deals import DUTY_DONE, PANEL, PARTLY
from zhunru.demo.tests.recorder import Recorder

PRICE = "300000.00"
WORK = {"clause": 2, "done_on": "2026-11-05", "quantity": "1"}
SIGNED = {"signatory": "演示签字人"}
RESOLVED = {"number": "村议9号", "on": "2026-11-22", "present": 30, "total": 40, "in_favour": 28}
COURSE: tuple[tuple[str, str, Any], ...] = (
    ("water-clerk", "submit", {}), ("water-head", "return", None), ("water-clerk", "submit", {}),
    ("water-head", "offer", {}), ("village", "decline", None), ("water-clerk", "submit", {}),
    ("water-head", "offer", {}), ("village", "agree", RESOLVED), ("water-head", "sign", SIGNED),
    ("village", "decline_signature", None), ("water-clerk", "submit", {}), ("water-head", "offer", {}),
    ("village", "agree", RESOLVED), ("water-head", "sign", SIGNED), ("village", "countersign", SIGNED),
)  # fmt: skip


def buying(r: Recorder) -> None:
    contract = _bought(r)
    _work(r, contract)
    _accepted(r, contract)
    _paid(r, contract)
    for name, step in (("water-clerk", "settle"), ("water-head", "complete"), ("water-clerk", "archive")):
        r.act(name, f"contract_{step}", contract, {})
    _ended_early(r)
    _of_the_office(r)


def _bought(r: Recorder) -> int:
    """Drafted, sent back and forth, signed, published; a supplement is given up."""
    line = r.act("water-head", "budget_line_create", data=_line("400000.00"))
    changed = {"amount": "500000.00", "reason": "追加", "version": line["version"]}
    r.act("water-head", "budget_line_change", line["id"], changed)
    r.act("water-clerk", "purchase_check")
    begun = {
        "village": r.stage.villages(0)[0].pk, "provider_kind": "village_committee", "subject": samples.SUBJECT
    }  # fmt: skip
    contract: int = r.act("water-clerk", "contract_create", data=begun)["id"]
    terms = _read(r, f"/contracts/{contract}")["under_way"]
    text = {"version": _read(r, f"/contract-terms/{terms}")["version"], "text": _text(line["id"])}
    r.act("water-clerk", "terms_edit", terms, text)
    r.act("water-clerk", "terms_simulate", terms)
    file = r.act("water-clerk", "contract_attach", contract)["id"]
    r.act("water-clerk", "contract_file_remove", file)
    for name, step, data in COURSE:
        r.act(name, f"terms_{step}", terms, data)
    for name, step, said in (
        ("water-clerk", "publish", {}), ("water-clerk", "file", {}), ("water-head", "suspend", None),
        ("water-head", "resume", {}),
    ):  # fmt: skip
        r.act(name, f"contract_{step}", contract, said)
    more = r.act("water-clerk", "contract_supplement", contract)["id"]
    r.act("water-head", "terms_discard", more)
    return contract


def _line(amount: str) -> dict[str, Any]:
    return {
        "year": 2026, "function_code": "2130126", "economic_code": "50502", "project": "渠道巡护大额", "amount": amount,
        "reason": "年初预算",
    }  # fmt: skip


def _text(line: int) -> dict[str, Any]:
    """Three periods that have begun, a milestone that is past, and a clause that asks for files."""
    parts = [(1, "2026-11-01", "2026-11-10"), (2, "2026-11-11", "2026-11-20"), (3, "2026-11-21", "2026-12-31")]
    clauses = [one | {"evidence": "file"} if one["number"] == WORK["clause"] else one for one in samples.clauses()]
    due = [
        {"no": no, "title": f"第{no}期", "basis": "acceptance", "period": no, "amount": "90000.00"} for no in (1, 2, 3)
    ]
    early = {"no": 4, "title": "预付款", "basis": "milestone", "milestone_on": "2026-11-15", "amount": "30000.00"}
    return samples.text(
        line, price=PRICE, starts_on="2026-11-01", method="single_source", method_reason="只有本村能巡护",
        awarded_on="2026-11-02", clauses=clauses, instalments=[*due, early], budget=[{"line": line, "amount": PRICE}],
        periods=[{"no": no, "title": f"第{no}期", "from_on": first, "to_on": last} for no, first, last in parts],
    )  # fmt: skip


def _read(r: Recorder, path: str) -> Any:
    return r.desk("water-clerk").get(path)


def _work(r: Recorder, contract: int) -> None:
    """One record is queried and corrected, one confirmed by itself and one with others."""
    first = _record(r, contract)
    r.act("water-clerk", "deliverable_query", first)
    anew = r.act("village", "deliverable_correct", first, WORK)["id"]
    _handed_over(r, anew)
    r.act("water-clerk", "deliverable_confirm", anew)
    r.act("water-clerk", "contract_confirm_deliverables", contract, {"ids": [_record(r, contract)]})


def _record(r: Recorder, contract: int) -> int:
    made = r.act("village", "deliverable_create", contract, WORK)
    r.act("village", "deliverable_change", made["id"], {**WORK, "version": made["version"]})
    _handed_over(r, made["id"])
    return int(made["id"])


def _handed_over(r: Recorder, deliverable: int) -> None:
    r.act("village", "deliverable_attach", deliverable)
    r.act("village", "deliverable_submit", deliverable, {})


def _accepted(r: Recorder, contract: int) -> None:
    """One period is settled by the township's proposal, one by the county's word, one without a dispute."""
    first, second, third = [one["id"] for one in _read(r, f"/contracts/{contract}/periods")]
    _disputed(r, first)
    r.act("village", "period_settle", first, {})
    _certified(r, first)
    _disputed(r, second)
    r.act("village", "period_escalate", second, {})
    r.act("head", "period_conclude", second, {"opinion": "按乡镇意见办理"})
    _certified(r, second)
    _assessed(r, third)
    r.act("village", "period_agree", third, {})
    _certified(r, third)


def _assessed(r: Recorder, period: int) -> None:
    r.act("village", "period_report", period)
    _judge(r, "water-clerk", period, PARTLY)
    _judge(r, "village", period, DUTY_DONE)
    r.act("water-clerk", "period_assess", period, {})


def _judge(r: Recorder, name: str, period: int, items: Any) -> None:
    r.act(name, "period_verdicts", period, {"version": _read(r, f"/periods/{period}")["version"], "items": items})


def _disputed(r: Recorder, period: int) -> None:
    _assessed(r, period)
    for name, step in (("village", "defend"), ("water-head", "answer")):
        r.act(name, f"period_{step}", period)
    r.act("village", "period_mediate", period, {})
    r.act("officer", "period_propose", period)


def _certified(r: Recorder, period: int) -> None:
    payable = _read(r, f"/periods/{period}")["payable"]
    concluded = {
        "members": PANEL, "recipients_opinion": "比往年通畅", "result": "accepted", "accepted_amount": payable
    }  # fmt: skip
    r.act("water-head", "period_sign_panel", period, concluded)
    r.act("village", "period_countersign", period, SIGNED)


def _paid(r: Recorder, contract: int) -> None:
    """The first payment does not arrive at once."""
    first, *others, early = [one["id"] for one in _read(r, f"/contracts/{contract}/instalments")]
    r.act("water-head", "instalment_release", early, {})
    _pay(r, first)
    r.act("village", "instalment_deny", first)
    for one in (first, *others, early):
        _pay(r, one)
        r.act("village", "instalment_arrive", one, {})


def _pay(r: Recorder, instalment: int) -> None:
    r.act("water-head", "instalment_pay", instalment, {"paid_on": "2026-11-23", "voucher": f"演付{instalment}"})


def _ended_early(r: Recorder) -> None:
    agreed, ended = (samples.performing(r.stage).pk for _ in range(2))
    r.act("village", "contract_ask_termination", agreed)
    r.act("water-head", "contract_agree_termination", agreed, {})
    r.act("water-head", "contract_terminate", ended)


def _of_the_office(r: Recorder) -> None:
    granted = {
        "department": r.stage.departments["water"].pk, "subject": "渠道巡护用工", "reason": "经核实不属于劳务派遣"
    }  # fmt: skip
    waiver = r.act("head", "purchase_waiver_grant", data=granted)
    ended = {"reason": "认定有误", "version": waiver["version"]}
    r.act("head", "purchase_waiver_end", waiver["id"], ended)
    clause = r.act("clerk", "purchase_clause_create")
    same = {"kind": "safety", "heading": "作业安全", "text": "穿戴反光标识和手套。", "reason": "补充"}
    r.act("clerk", "purchase_clause_change", clause["id"], {**same, "version": clause["version"]})
