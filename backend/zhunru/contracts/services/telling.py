"""What everybody may know of a contract: read where it lies, told by the county. No score and no person."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from zhunru.contracts.models import Contract, Instalment, Paper, Period, Terms
from zhunru.contracts.schemas.texts import whole
from zhunru.contracts.scoring import Met
from zhunru.contracts.services import assessing
from zhunru.contracts.services.differences import difference
from zhunru.purchases.choices import Method
from zhunru.purchases.ocds import contract as public

S = Contract.Status
STANDING = {
    S.SIGNED: public.Standing.ACTIVE,
    S.PERFORMING: public.Standing.ACTIVE,
    S.SUSPENDED: public.Standing.ACTIVE,
    S.SETTLEMENT: public.Standing.ACTIVE,
    S.COMPLETED: public.Standing.TERMINATED,
    S.ARCHIVED: public.Standing.TERMINATED,
}
CONCLUDED = {
    Period.Status.ACCEPTED: public.Progress.MET,
    Period.Status.PARTLY: public.Progress.PARTLY_MET,
    Period.Status.NOT_ACCEPTED: public.Progress.NOT_MET,
}
FOUND = {
    Met.MET: public.Progress.MET,
    Met.PARTLY: public.Progress.PARTLY_MET,
    Met.NOT_MET: public.Progress.NOT_MET,
}
PAPERS = {
    Paper.Kind.CONTRACT: public.PaperKind.CONTRACT,
    Paper.Kind.SUPPLEMENT: public.PaperKind.SUPPLEMENT,
    Paper.Kind.ACCEPTANCE: public.PaperKind.ACCEPTANCE,
}


def public_contract(id: int) -> public.PublicContract | None:
    """To be called where the contract lies; None until it has been published and has its number."""
    contract = Contract.objects.select_related("village__township").get(pk=id)
    if contract.published_on is None or not contract.number:
        return None
    if not (contract.price and contract.original_price and contract.starts_on and contract.ends_on):
        raise ValueError("a published contract has its price and its term")
    signed = list(contract.versions.filter(status=Terms.Status.SIGNED).order_by("no"))
    first = signed[0].text
    return public.PublicContract(
        number=contract.number,
        subject=contract.subject,
        description=first["content"],
        buyer=public.Party(id=f"department-{contract.purchaser_id}", name=contract.purchaser),
        supplier=_supplier(contract),
        method=Method(first["method"]),
        service_code=contract.service_code,
        service_name=contract.service_name,
        original_price=contract.original_price,
        price=contract.price,
        starts_on=contract.starts_on,
        ends_on=contract.ends_on,
        standing=_standing(contract),
        awarded_on=whole(first).awarded_on,
        signed_on=contract.signed_on,
        milestones=tuple(_milestones(contract)),
        instalments=tuple(_instalment(row) for row in contract.instalments.order_by("no")),
        supplements=tuple(_supplement(terms) for terms in signed[1:]),
        papers=tuple(_papers(contract)),
    )


def _supplier(contract: Contract) -> public.Party:
    village = contract.village
    return public.Party(
        id=f"{contract.provider_kind.replace('_', '-')}-{village.code}",
        name=contract.provider,
        township=village.township.name,
        village=village.name,
    )


def _standing(contract: Contract) -> public.Standing:
    """Ended before its time it is no longer in force, though something is still to be paid."""
    ended_early = contract.ending and contract.ending != Contract.Ending.COMPLETED
    return public.Standing.TERMINATED if ended_early else STANDING[S(contract.status)]


def _milestones(contract: Contract) -> Iterator[public.Milestone]:
    """Each period, and once it is concluded each clause that was assessed in it."""
    for period in contract.periods.order_by("no"):
        progress = CONCLUDED.get(Period.Status(period.status), public.Progress.SCHEDULED)
        found_on = timezone.localdate(period.countersigned_at) if period.countersigned_at else None
        concluded = progress != public.Progress.SCHEDULED
        yield public.Milestone(
            code=str(period.no),
            title=period.title,
            progress=progress,
            due_on=period.to_on,
            met_on=found_on if progress == public.Progress.MET else None,
            found_on=found_on if concluded else None,
        )
        if concluded:
            yield from _clauses(period, found_on)


def _clauses(period: Period, found_on: date | None) -> Iterator[public.Milestone]:
    found = assessing.assessment(period)
    headings = dict(period.verdicts.values_list("clause__number", "clause__heading"))
    for line in found.lines if found else ():
        if line.state in FOUND:
            yield public.Milestone(
                code=f"{period.no}/{line.clause.number}",
                title=headings.get(line.clause.number, ""),
                progress=FOUND[line.state],
                due_on=period.to_on,
                met_on=found_on if line.state == Met.MET else None,
                found_on=found_on,
            )


def _instalment(row: Instalment) -> public.Instalment:
    return public.Instalment(
        no=row.no, title=row.title, amount=row.paid or row.amount, due_on=row.due_on, paid_on=row.paid_on
    )


def _supplement(terms: Terms) -> public.Supplement:
    changes = "；".join(change.what for change in difference(terms))
    if terms.signed_on is None:
        raise ValueError("a signed version has its day")
    return public.Supplement(no=terms.no - 1, signed_on=terms.signed_on, reason=terms.reason, changes=changes)


def _papers(contract: Contract) -> Iterator[public.Paper]:
    for paper in contract.papers.filter(status=Paper.Status.ISSUED).order_by("id"):
        kind = Paper.Kind(paper.kind)
        yield public.Paper(code=paper.code, kind=PAPERS[kind], title=str(kind.label), published_on=paper.dated_on)
