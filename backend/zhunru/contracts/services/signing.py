"""Agreeing and signing: what each step of a version writes besides its status (clauses 2.2b, 2.4b; P-01, P-02)."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.configuration import queries as configuration
from zhunru.contracts.models import Clause, Contract, Instalment, Period, Terms
from zhunru.contracts.rules.money import procurement_law_applies
from zhunru.contracts.rules.supplements import signed_before
from zhunru.contracts.schemas.contracts import Because, Concluded
from zhunru.contracts.schemas.terms import Deliberation, Signing
from zhunru.contracts.schemas.texts import TermsText, whole
from zhunru.contracts.services import checking, papers, publishing
from zhunru.contracts.workflow.contracts import CONTRACTS
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError
from zhunru.core.history import create_many
from zhunru.core.workflow import Remark
from zhunru.purchases import reserving
from zhunru.workdays import clocks

Money = dict[int, Decimal]


def submit(terms: Terms, *, actor: Actor, data: Remark) -> None:
    """The contract's columns follow the original's text; the eligibility check is kept with it as it is today."""
    text = whole(terms.text)
    terms.price = text.price
    checking.keep(_contract(terms), text, actor=actor, original=terms.no == 1)


def offer(terms: Terms, *, actor: Actor, data: Remark) -> None:
    """Checked anew: lists may have changed since the text was submitted."""
    checking.keep(_contract(terms), whole(terms.text), actor=actor, original=terms.no == 1)


def record_deliberation(terms: Terms, *, actor: Actor, data: Deliberation) -> None:
    """Clause 2.2b: the village's own assembly agrees, and only so does the village agree. No name is kept."""
    if data.on > timezone.localdate():
        raise InvalidError("day", _("议决日期不能晚于今天"), field="on")
    if data.present > data.total:
        raise InvalidError("people", _("到会人数不能超过应到人数"), field="present")
    if data.in_favour > data.present:
        raise InvalidError("people", _("同意人数不能超过到会人数"), field="in_favour")
    if data.present * 2 <= data.total:
        raise DomainError("no_quorum", _("到会人数未过半数，议决无效，请重新议决"), field="present")
    if data.in_favour * 2 <= data.present:
        raise DomainError("no_majority", _("同意人数未过到会人数的半数，视为不同意，请登记不同意"), field="in_favour")
    terms.deliberation_number = data.number
    terms.deliberated_on = data.on
    terms.deliberation_present = data.present
    terms.deliberation_total = data.total
    terms.deliberation_for = data.in_favour


def sign_for_purchaser(terms: Terms, *, actor: Actor, data: Signing) -> None:
    """The department's head signs, and the money is bound in the same moment (rule P-02)."""
    contract = _contract(terms)
    reserving.reserve(contract.pk, _budget(whole(terms.text)), actor=actor)
    terms.purchaser_signatory = data.signatory
    terms.purchaser_signed_at = timezone.now()


def take_back(terms: Terms, *, actor: Actor, data: Remark) -> None:
    """The village does not sign: what was bound is free again, and what it agreed to is deliberated on anew."""
    _free(terms, actor)
    terms.purchaser_signatory = ""
    terms.purchaser_signed_at = None


def discard(terms: Terms, *, actor: Actor, data: Because) -> None:
    """Given up; an original takes its contract with it."""
    _free(terms, actor)
    if terms.no == 1:
        CONTRACTS.perform("abandon", terms.contract, actor=actor, data=Because(remark=data.remark))


def _free(terms: Terms, actor: Actor) -> None:
    """Only what this version has bound beyond the one in force."""
    if terms.status != Terms.Status.OFFERED:
        return
    former = signed_before(terms)
    reserving.reserve(terms.contract_id, _budget(whole(former.text)) if former else {}, actor=actor)


def countersign(terms: Terms, *, actor: Actor, data: Signing) -> None:
    """Both have signed: the text becomes clauses, periods and instalments, and a paper is asked for (clause 2.4c)."""
    text, today = whole(terms.text), timezone.localdate()
    terms.provider_signatory = data.signatory
    terms.provider_signed_at = timezone.now()
    terms.signed_on = today
    contract = _contract(terms)
    _write_rows(terms, contract, text, actor)
    if terms.no == 1:
        columns = _columns(text, today)
        CONTRACTS.perform("conclude", contract, actor=actor, data=Concluded(columns=columns))
    else:
        contract.supplemented = text.price - (contract.original_price or Decimal(0))
        contract.price = text.price
        contract.ends_on = text.ends_on
        contract.record(actor=actor, reason=gettext_lazy("签订补充合同"))
        publishing.publish_later(contract)
    terms.contract = contract
    papers.want_terms(terms, actor=actor)


def _columns(text: TermsText, today: date) -> dict[str, Any]:
    limits = configuration.current().values.purchases
    lawful = procurement_law_applies(text.price)
    return {
        "price": text.price,
        "original_price": text.price,
        "starts_on": text.starts_on,
        "ends_on": text.ends_on,
        "signed_on": today,
        "procurement_law": lawful,
        "publication_due_on": clocks.due(today, limits.publication_days),
        "filing_due_on": clocks.due(today, limits.filing_days) if lawful else None,
    }


def _write_rows(terms: Terms, contract: Contract, text: TermsText, actor: Actor) -> None:
    """All clauses of this version; of periods and instalments those that it adds."""
    reason = _("双方签订")
    clauses = [Clause(terms=terms, **clause.model_dump(mode="python")) for clause in text.clauses]
    for clause in clauses:
        clause.steps = [{"days": step["days"], "result": str(step["result"])} for step in clause.steps]
    create_many(Clause, clauses, actor=actor, reason=reason)
    shared = {"contract": contract, "terms": terms, "department_id": contract.purchaser_id}
    there = set(contract.periods.values_list("no", flat=True))
    create_many(
        Period,
        [Period(**shared, **period.model_dump()) for period in text.periods if period.no not in there],
        actor=actor,
        reason=reason,
    )
    periods = {period.no: period for period in contract.periods.all()}
    there = set(contract.instalments.values_list("no", flat=True))
    create_many(
        Instalment,
        [
            Instalment(**shared, period=periods.get(one.period or 0), **one.model_dump(exclude={"period"}))
            for one in text.instalments
            if one.no not in there
        ],
        actor=actor,
        reason=reason,
    )


def _budget(text: TermsText) -> Money:
    return {part.line: part.amount for part in text.budget}


def _contract(terms: Terms) -> Contract:
    """The contract of `terms`, locked."""
    found: Contract = (
        Contract.objects.select_for_update(of=("self",)).select_related("village__township").get(pk=terms.contract_id)
    )
    return found
