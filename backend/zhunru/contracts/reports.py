"""履约满意度报告 in one go: a numbered, sealed paper for each contract of which a period was accepted in a year.

However often it is asked for or cut off, a contract has one report that holds for a year: one that says the same is
taken as it is, one that says something else is superseded by the new one.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, BinaryIO

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field

from zhunru.accounts.queries import social_work_office
from zhunru.contracts.models import Contract
from zhunru.contracts.services import reporting
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import OFFICE_ROLES
from zhunru.divisions.queries import public_host
from zhunru.documents import services as documents
from zhunru.documents.archiving.packages import write_package
from zhunru.documents.batching.jobs import Job, Made, Params, Planned, register
from zhunru.documents.kinds import SATISFACTION
from zhunru.documents.kinds.satisfaction import SatisfactionFacts
from zhunru.documents.models import Batch, BatchItem, Document
from zhunru.purchases.models import ContractFact, PeriodFact
from zhunru.tenancy.context import township_context
from zhunru.tenancy.register import schema_of_row


class ReportParams(Params):
    """The year in which the periods ended."""

    year: Annotated[int, Field(ge=2000, le=2100)]


def _planned(params: ReportParams, _actor: Actor) -> Iterator[Planned]:
    """From the county's facts: a contract's place in the plan changes with each period that is accepted."""
    rows = PeriodFact.objects.filter(status__in=reporting.FINAL, to_on__year=params.year).order_by("contract", "no")
    periods: dict[int, list[str]] = {}
    for of, no, status in rows.values_list("contract_id", "no", "status"):
        periods.setdefault(of, []).append(f"{no}{status}")
    found = ContractFact.objects.filter(pk__in=periods).select_related("village").order_by("number", "pk")
    for contract in found:
        yield Planned(f"{contract.village.name}：{contract.subject}", contract.pk, " ".join(periods[contract.pk]))


def _told(batch: Batch, items: Sequence[BatchItem]) -> list[SatisfactionFacts | DomainError]:
    """Read where each contract lies."""
    return [_of_one(item.ref or 0, batch.params["year"]) for item in items]


def _of_one(id: int, year: int) -> SatisfactionFacts | DomainError:
    with township_context(schema_of_row(id)):
        contract = Contract.objects.select_related("village__township").get(pk=id)
        try:
            return reporting.report_of(contract, year)
        except DomainError as error:
            return error


def _issued(item: BatchItem, facts: SatisfactionFacts) -> Made:
    """In the transaction of the item. Whoever makes another report of this contract waits at its original."""
    Document.objects.select_for_update(of=("self",)).filter(number=facts.contract.number).first()
    before = _before(facts)
    if before is not None and before.facts == facts.kept():
        return Made(before.sha256)
    office = social_work_office().get()
    made = documents.issue(
        SATISFACTION, facts, actor=SYSTEM, today=timezone.localdate(), organisation=office, host=public_host()
    )
    if before is not None:
        documents.end(before, by=made, actor=SYSTEM, status=Document.Status.SUPERSEDED)
    return Made(made.sha256, made)


def _before(facts: SatisfactionFacts) -> Document | None:
    """The report of the same contract and year that still holds."""
    rows = Document.objects.filter(
        kind=SATISFACTION.name, status=Document.Status.VALID, facts__contract__number=facts.contract.number
    )
    year = facts.periods[0].to_on.year
    return next((row for row in rows.order_by("-id") if _year_of(row) == year), None)


def _year_of(report: Document) -> int:
    return date.fromisoformat(report.facts["periods"][0]["to_on"]).year


def _pack(batch: Batch, out: BinaryIO) -> None:
    papers = Document.objects.filter(sha256__in=batch.items.values("sha256"))
    write_package(papers, batch.title, out)


def _title(params: Any) -> str:
    return _("%(year)s年度履约满意度报告") % {"year": params.year}


REPORTS = register(
    Job(
        name="satisfaction",
        label=gettext_lazy("年度履约满意度报告"),
        about=gettext_lazy("为当年有验收结果的每份合同各出具一份报告，编号、用印，只列本合同的条款"),
        by=OFFICE_ROLES,
        params=ReportParams,
        title=_title,
        plan=_planned,
        gather=_told,
        make=_issued,
        finish=_pack,
        file_name=lambda batch: f"履约满意度报告_{batch.params['year']}.zip",
    )
)
