"""What a contract's papers say, taken from the text that both have agreed on."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from zhunru.contracts.models import Attachment, Clause, Contract, Terms
from zhunru.contracts.rules.supplements import signed_before
from zhunru.contracts.schemas.texts import ClauseText, InstalmentText, TermsText, whole
from zhunru.contracts.scoring import FORMULA, MeasureKind
from zhunru.contracts.services.differences import difference
from zhunru.divisions.models import Village
from zhunru.documents.kinds.adjustment import Change
from zhunru.documents.kinds.contract import AcceptancePeriod, Band, BudgetShare, ContractFacts, Payment
from zhunru.documents.kinds.declaration import Earlier, TownshipScope
from zhunru.documents.kinds.parties import Anchor, Attached, ClauseLine, Deliberation, Measure, Party
from zhunru.documents.kinds.supplement import SupplementFacts
from zhunru.purchases.choices import Evidence
from zhunru.purchases.models import BudgetLine

ASSEMBLY = "村民代表会议或者居民代表会议"
NONE = "无"


def facts_of(terms: Terms, *, draft: bool = False) -> ContractFacts | SupplementFacts:
    """Of an original the whole contract, of a supplement what it changes. DomainError when something is missing."""
    text = whole(terms.text)
    shared = _shared(terms, text, draft)
    return _supplement(terms, text, shared) if terms.no > 1 else _contract(terms, text, shared)


def parties(contract: Contract, **signed: Any) -> dict[str, Any]:
    """What every paper of the contract says of its sides; `signed` as `_signed` gives it."""
    village: Village = contract.village
    return {
        "scope": TownshipScope.of([village]),
        "subject": contract.subject,
        "purchaser": Party(name=contract.purchaser, **signed.get("purchaser", {})),
        "provider": Party(name=contract.provider, **signed.get("provider", {})),
    }


def _shared(terms: Terms, text: TermsText, draft: bool) -> dict[str, Any]:
    signed = {} if draft else _signed(terms)
    names = {"subject": text.subject}
    return (
        parties(terms.contract, **signed)
        | names
        | {
            "draft": draft,
            "deliberation": _deliberation(terms),
            "attachments": attached(terms.contract.attachments.filter(deliverable=None, verdict=None, removed_at=None)),
        }
    )


def _signed(terms: Terms) -> dict[str, dict[str, Any]]:
    on = timezone.localdate(terms.purchaser_signed_at) if terms.purchaser_signed_at else None
    return {
        "purchaser": {"signatory": terms.purchaser_signatory, "signed_on": on},
        "provider": {"signatory": terms.provider_signatory, "signed_on": terms.signed_on},
    }


def _deliberation(terms: Terms) -> Deliberation | None:
    if terms.deliberated_on is None or not terms.deliberation_present or not terms.deliberation_total:
        return None
    return Deliberation(
        number=terms.deliberation_number,
        on=terms.deliberated_on,
        body=ASSEMBLY,
        present=terms.deliberation_present,
        total=terms.deliberation_total,
        result=f"同意（{terms.deliberation_for}人）",
    )


def attached(files: Iterable[Attachment]) -> list[Attached]:
    return [Attached(name=file.name, sha256=file.sha256) for file in files]


def _contract(terms: Terms, text: TermsText, shared: dict[str, Any]) -> ContractFacts:
    return ContractFacts(
        **shared,
        service_code=terms.contract.service_code or NONE,
        service_name=terms.contract.service_name or text.subject,
        content=text.content,
        basis=text.basis,
        method=str(text.method.label),
        from_on=text.starts_on,
        to_on=text.ends_on,
        term_reason=text.term_reason or None,
        price=text.price,
        budget=_budget(text),
        payments=[_payment(one, text) for one in text.instalments],
        periods=[AcceptancePeriod(no=one.no, from_on=one.from_on, to_on=one.to_on) for one in text.periods],
        panel=text.acceptance_plan,
        clauses=[_clause(one) for one in text.clauses],
        bands=[Band(label=str(one["label"].label), least=one["from"]) for one in text.bands],
        formula=f"第{FORMULA}版",
    )


def _budget(text: TermsText) -> list[BudgetShare]:
    lines = BudgetLine.objects.in_bulk([part.line for part in text.budget])
    return [
        BudgetShare(
            year=lines[part.line].year,
            function_code=lines[part.line].function_code,
            economic_code=lines[part.line].economic_code,
            project=lines[part.line].project,
            amount=part.amount,
        )
        for part in text.budget
        if part.line in lines
    ]


def _payment(one: InstalmentText, text: TermsText) -> Payment:
    days = f"之日起{text.payment_days}日内"
    if one.milestone_on:
        bound, due = f"达到约定节点（{one.milestone_on.isoformat()}）", f"节点达成{days}"
    else:
        bound, due = f"第{one.period}期验收合格", f"验收合格{days}"
    return Payment(no=one.no, bound_to=bound, amount=one.amount, due=due)


def _clause(clause: ClauseText) -> ClauseLine:
    return ClauseLine(
        number=str(clause.number),
        kind=str(clause.kind.label),
        side=clause.side.value,
        heading=clause.heading,
        text=clause.text,
        measure=_measure(clause) if clause.assessable else None,
    )


def _measure(clause: ClauseText) -> Measure:
    kind = MeasureKind(clause.measure)
    steps = "，".join(f"逾期{step['days']}天以内按{step['result'] * 100:f}%计" for step in clause.steps)
    return Measure(
        words=str(kind.label),
        target=aim(clause),
        tolerance=f"{plain(clause.tolerance)}{clause.unit}" if clause.tolerance else "",
        grace=f"{clause.grace_days}天" if clause.grace_days else steps,
        weight=clause.weight,
        must_pass=clause.must_pass,
        evidence="" if clause.evidence == Evidence.NONE else str(clause.evidence.label),
        measured_by=str(clause.measured_by.label),
        anchors=[Anchor(level=one["level"], text=one["anchor"]) for one in clause.levels],
    )


def aim(clause: Clause | ClauseText) -> str:
    """`12次`, `90%`, `按期完成`: what its measure asks for in full."""
    kind = MeasureKind(clause.measure)
    if kind in (MeasureKind.COUNT, MeasureKind.RATIO) and clause.target is not None:
        return f"{plain(clause.target)}{clause.unit}"
    if kind == MeasureKind.SCALE:
        return f"最高{max(level['level'] for level in clause.levels)}级"
    return _AIMS.get(kind, str(kind.label))


def standard(clause: Clause) -> str:
    """The same with what is still let pass."""
    if clause.tolerance:
        return f"{aim(clause)}（允许偏差{plain(clause.tolerance)}{clause.unit}）"
    return f"{aim(clause)}（宽限{clause.grace_days}天）" if clause.grace_days else aim(clause)


_AIMS = {
    MeasureKind.BOOLEAN: "完成",
    MeasureKind.DEADLINE: "按期完成",
    MeasureKind.SAMPLE: "抽查全部合格",
    MeasureKind.SURVEY: "全部满意",
}


def plain(number: Decimal) -> str:
    """Without zeros behind the point."""
    return f"{number.normalize():f}"


def _supplement(terms: Terms, text: TermsText, shared: dict[str, Any]) -> SupplementFacts:
    contract: Contract = terms.contract
    former = signed_before(terms)
    before = whole(former.text) if former else text
    named = [Change(what=one.what, before=one.before or NONE, after=one.after or NONE) for one in difference(terms)]
    return SupplementFacts(
        **shared,
        contract=Earlier(number=contract.number or NONE, issued_on=contract.signed_on or date.min),
        no=terms.no - 1,
        reason=terms.reason,
        changes=named,
        price_before=_money(before.price),
        price=_money(text.price),
        ended_on=before.ends_on,
        to_on=text.ends_on,
    )


def _money(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))
