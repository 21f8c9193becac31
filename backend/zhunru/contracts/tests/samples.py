"""Contracts made by the services themselves, as far as a test needs them.

Everything here is said on the first Monday of March 2026, by the water department and the first village of all.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from zhunru.accounts.models import Organisation
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract, Terms
from zhunru.contracts.schemas.contracts import ContractIn, Filing
from zhunru.contracts.schemas.terms import Deliberation, Signing, TermsEdit
from zhunru.contracts.schemas.texts import TermsDraft
from zhunru.contracts.services import drafting
from zhunru.contracts.workflow.contracts import CONTRACTS
from zhunru.contracts.workflow.terms import TERMS
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.workflow import Remark
from zhunru.divisions.models import Village
from zhunru.purchases.choices import ProviderKind
from zhunru.purchases.models import BudgetLine
from zhunru.tenancy.context import county_context, township_context

SUBJECT = "农田灌溉渠道巡护宣传"
PRICE = Decimal("20000.00")
TEXTS = {
    "service_content": "每月巡护本村灌溉渠道并向农户说明用水次序。",
    "quantity": "每期巡护渠道十二次。",
    "quality": "渠道畅通，农户知晓用水次序。",
    "rights_duties": "双方按约定行使权利、履行义务。",
    "acceptance": "每期结束后由验收小组逐条验收。",
    "breach": "一方违约的，承担继续履行、采取补救措施等责任。",
    "disputes": "协商不成的，向合同履行地人民法院起诉。",
    "data_protection": "不收集与服务无关的个人信息。",
}


def clause(number: int, kind: str, **more: Any) -> dict[str, Any]:
    return {"number": number, "kind": kind, "heading": f"条款{number}", "text": TEXTS.get(kind, "按约定履行。"), **more}


def assessed(number: int, kind: str, measure: str, weight: str, **more: Any) -> dict[str, Any]:
    return clause(number, kind, assessable=True, measure=measure, weight=weight, **more)


def clauses() -> list[dict[str, Any]]:
    """Three that are assessed on the provider's side, one on the purchaser's, and the rest of what must be there."""
    return [
        clause(1, "service_content"),
        assessed(2, "quantity", "count", "50", unit="次", target="12"),
        assessed(3, "quality", "boolean", "30", must_pass=True),
        assessed(4, "timeliness", "deadline", "20", grace_days="10"),
        assessed(5, "purchaser_duty", "boolean", "100", side="purchaser", measured_by="village"),
        clause(6, "rights_duties"),
        clause(7, "acceptance"),
        clause(8, "breach"),
        clause(9, "disputes"),
        clause(10, "data_protection"),
    ]


def text(line: int, **changed: Any) -> dict[str, Any]:
    """A text that passes every rule, unless `changed` says otherwise."""
    whole = {
        "subject": SUBJECT,
        "content": "巡护灌溉渠道，向农户说明用水次序。",
        "service_code": "",
        "provider_kind": "village_committee",
        "provider": "演示村村民委员会",
        "basis": "清单以外的服务事项，列入本年度部门预算。",
        "method": "direct",
        "starts_on": "2026-03-16",
        "ends_on": "2026-12-31",
        "price": "20000.00",
        "payment_days": "30",
        "retention_percent": "0",
        "acceptance_plan": "验收小组三人，含服务对象代表一人。",
        "clauses": clauses(),
        "periods": [
            {"no": 1, "title": "上半年", "from_on": "2026-03-16", "to_on": "2026-06-30"},
            {"no": 2, "title": "下半年", "from_on": "2026-07-01", "to_on": "2026-12-31"},
        ],
        "instalments": [
            {"no": 1, "title": "第一期", "basis": "acceptance", "period": 1, "amount": "10000.00"},
            {"no": 2, "title": "第二期", "basis": "acceptance", "period": 2, "amount": "10000.00"},
        ],
        "budget": [{"line": line, "amount": "20000.00"}],
        "bands": [{"from": "90", "label": "satisfied"}, {"from": "60", "label": "to_be_remedied"}],
    }
    return {**whole, **changed}


def budget_line(
    department: Organisation, year: int = 2026, amount: str = "50000.00", project: str = "渠道巡护"
) -> BudgetLine:
    """Made, or as it is; on the county's side."""
    with county_context():
        named = {"department": department, "year": year, "project": project}
        found: BudgetLine | None = BudgetLine.objects.filter(**named).first()
        if found:
            return found
        made = BudgetLine(**named, function_code="2130126", economic_code="50502", amount=Decimal(amount))
        made.record(actor=SYSTEM, reason="列入预算")
        return made


def begun(stage: Stage, village: Village | None = None, *, by: str = "water-clerk") -> Contract:
    """A contract with an empty first version."""
    village = village or stage.villages()[0]
    data = ContractIn(village=village.pk, provider_kind=ProviderKind.VILLAGE_COMMITTEE, subject=SUBJECT)
    actor = stage.actor(by)
    with township_context(village.township):
        return drafting.draft_contract(village, actor=actor, data=data, client_key=None)


def written(stage: Stage, contract: Contract, *, by: str = "water-clerk", **changed: Any) -> Terms:
    """The version under way with a whole text, or one that `changed` breaks."""
    line = budget_line(stage.departments[by.partition("-")[0]])
    actor = stage.actor(by)
    with township_context(contract.village.township):
        terms = last_version(contract)
        data = TermsEdit(version=terms.version, text=TermsDraft(**text(line.pk, **changed)))
        return drafting.write_text(terms, actor=actor, data=data)


def drafted(stage: Stage, village: Village | None = None, *, by: str = "water-clerk", **changed: Any) -> Contract:
    contract = begun(stage, village, by=by)
    written(stage, contract, by=by, **changed)
    return contract


def last_version(contract: Contract) -> Terms:
    """To be called where the contract lies."""
    return Terms.objects.select_related("contract__village__township").filter(contract=contract).latest("no")


def take(stage: Stage, contract: Contract, step: str, by: str | Actor, data: Remark | None = None) -> Terms:
    """One step of the version under way; `by` is `village` or someone of the county's."""
    actor = who(stage, contract, by)
    with township_context(contract.village.township):
        return TERMS.take(step, last_version(contract), actor=actor, data=data)


def live(stage: Stage, contract: Contract, step: str, by: str | Actor, data: Remark | None = None) -> Contract:
    """One step of the contract itself."""
    actor = who(stage, contract, by)
    with township_context(contract.village.township):
        return CONTRACTS.take(step, contract, actor=actor, data=data)


def who(stage: Stage, contract: Contract, by: str | Actor) -> Actor:
    if isinstance(by, Actor):
        return by
    return stage.village_officer(contract.village) if by == "village" else stage.actor(by)


def deliberation(**changed: Any) -> Deliberation:
    told = {"number": "村议〔2026〕3号", "on": date(2026, 3, 2), "present": 30, "total": 40, "in_favour": 28}
    return Deliberation(**{**told, **changed})


def agreed(stage: Stage, contract: Contract, *, by: str = "water", **told: Any) -> Terms:
    """From a draft to the village's agreement."""
    take(stage, contract, "submit", f"{by}-clerk")
    take(stage, contract, "offer", f"{by}-head")
    return take(stage, contract, "agree", "village", deliberation(**told))


def signed(stage: Stage, contract: Contract | None = None, *, by: str = "water") -> Contract:
    """Both have signed."""
    contract = contract or drafted(stage, by=f"{by}-clerk")
    agreed(stage, contract, by=by)
    take(stage, contract, "sign", f"{by}-head", Signing(signatory="演示负责人"))
    take(stage, contract, "countersign", "village", Signing(signatory="演示主任"))
    return fresh(contract)


def performing(stage: Stage, village: Village | None = None, *, by: str = "water", **changed: Any) -> Contract:
    """Signed by both and published: what is to be done can be done from the 16th of March on."""
    contract = signed(stage, drafted(stage, village, by=f"{by}-clerk", **changed), by=by)
    live(stage, contract, "publish", f"{by}-clerk", Filing())
    return fresh(contract)


def fresh(contract: Contract) -> Contract:
    """As it stands now."""
    with township_context(contract.village.township):
        return Contract.objects.select_related("village__township").get(pk=contract.pk)
