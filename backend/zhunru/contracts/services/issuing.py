"""Issuing on the county's side what a township's contract has asked for: once, whatever happens in between."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.accounts.models import Organisation
from zhunru.contracts.models import Contract, Paper
from zhunru.contracts.services.approving import Approvals, approvals_of
from zhunru.core.actors import SYSTEM
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Village
from zhunru.divisions.queries import public_host
from zhunru.documents import sealing
from zhunru.documents import services as documents
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Document
from zhunru.tenancy.context import township_context
from zhunru.tenancy.register import schema_of_row


@dataclass(frozen=True)
class Wanted:
    """A paper that has been asked for."""

    contract_id: int
    issued: bool
    kind: str
    facts: dict[str, Any]
    dated_on: date
    purchaser_id: int
    village_id: int
    provider: str
    approvals: Approvals


def issue(paper_id: int) -> int:
    """Read there what is wanted, issue it here, and note its number there. Begun again it goes on where it stopped.

    The contract's id. To be called on the county's side, outside any transaction.
    """
    schema = schema_of_row(paper_id)
    with township_context(schema):
        wanted = _wanted(paper_id)
    if not wanted.issued:
        there = Document.objects.filter(wanted_by=paper_id, kind=wanted.kind)
        document = there.first() or _issued(paper_id, wanted)
        with township_context(schema):
            _note(paper_id, document)
    return wanted.contract_id


def _wanted(paper_id: int) -> Wanted:
    paper = Paper.objects.select_related("contract", "terms", "period").get(pk=paper_id)
    contract: Contract = paper.contract
    return Wanted(
        contract_id=contract.pk,
        issued=paper.status == Paper.Status.ISSUED,
        kind=paper.kind,
        facts=_with_the_originals_number(paper, contract.number),
        dated_on=paper.dated_on,
        purchaser_id=contract.purchaser_id,
        village_id=contract.village_id,
        provider=contract.provider,
        approvals=approvals_of(paper),
    )


def _with_the_originals_number(paper: Paper, number: str) -> dict[str, Any]:
    """A later paper names the contract's own, which may be issued after it was wanted; DomainError until then."""
    if "contract" not in paper.facts:
        return dict(paper.facts)
    if not number:
        raise DomainError("original_not_issued", _("合同文书尚未印发，其后的文书暂不能制发"))
    return {**paper.facts, "contract": {**paper.facts["contract"], "number": number}}


@transaction.atomic
def _issued(paper_id: int, wanted: Wanted) -> Document:
    """Of two at once the second finds the paper taken, and comes again."""
    organisation = Organisation.objects.get(pk=wanted.purchaser_id)
    village = Village.objects.select_related("township").get(pk=wanted.village_id)
    kind, day = KINDS[wanted.kind], wanted.dated_on
    return documents.issue(
        kind,
        kind.facts.model_validate(wanted.facts),
        actor=SYSTEM,
        today=day,
        organisation=organisation,
        host=public_host(),
        seals=[sealing.seal_of(organisation, day), sealing.seal_of(village, day, name=wanted.provider)],
        approvals=wanted.approvals,
        wanted_by=paper_id,
    )


@transaction.atomic
def _note(paper_id: int, document: Document) -> None:
    paper = Paper.objects.select_for_update().get(pk=paper_id)
    if paper.status == Paper.Status.ISSUED:
        return
    paper.document_id, paper.number, paper.code = document.pk, document.number, document.code
    paper.status = Paper.Status.ISSUED
    paper.record(actor=SYSTEM, reason=gettext_lazy("文书已印发"))
    if paper.kind == Paper.Kind.CONTRACT:
        contract = Contract.objects.select_for_update().get(pk=paper.contract_id)
        contract.number = document.number
        contract.record(actor=SYSTEM, reason=gettext_lazy("合同编号"))
