"""The sheet for a village's notice board: what it carries that day, and which lists hold."""

from datetime import date
from decimal import Decimal
from typing import Literal

from zhunru.accounts.queries import social_work_office
from zhunru.divisions.models import Village
from zhunru.divisions.queries import public_host
from zhunru.documents import codes
from zhunru.documents import services as documents
from zhunru.documents.kinds import DISCLOSURE
from zhunru.documents.kinds.disclosure import CarriedMatter, DisclosureFacts, ListInForce
from zhunru.lists.models import ListKind
from zhunru.lists.queries import list_on
from zhunru.placements.models import Placement

Size = Literal["A4", "A3"]
MOST = 200
"""Matters on one sheet."""


def disclosure_facts(village: Village, today: date, *, size: Size = "A4") -> DisclosureFacts:
    """To be called where the village lies. No person stands on it."""
    return DisclosureFacts(
        township=village.township.name,
        village=village.name,
        shown_on=today,
        size=size,
        matters=_carried(village, today),
        lists=_lists(today),
        site=f"{codes.public_site(public_host())}/v",
        complain=[f"{village.township.name}人民政府", *social_work_office().values_list("name", flat=True)],
    )


def sheet_of(village: Village, today: date, *, size: Size) -> bytes:
    """PDF on A4 or A3."""
    facts = disclosure_facts(village, today, size=size)
    organisation = f"{village.township.name}{village.name}"
    return documents.drawn(DISCLOSURE, facts, organisation=organisation, today=today)


def _carried(village: Village, today: date) -> list[CarriedMatter]:
    """What the village has signed for and still does (clause 2.1c): nothing that rests, was refused, or is over."""
    rows = Placement.objects.filter(village=village, status=Placement.Status.ENTERED).exclude(ends_on__lt=today)
    return [
        CarriedMatter(
            code=row.matter_code,
            title=row.title,
            department=row.department,
            number=row.document_number,
            ends_on=row.ends_on,
            funding=_yuan(row.funding),
        )
        for row in rows.order_by("starts_on", "id")[:MOST]
    ]


def _yuan(amount: Decimal) -> str:
    return f"{amount:.2f}元" if amount else ""


def _lists(today: date) -> list[ListInForce]:
    found = [(kind, list_on(kind, today)["edition"]) for kind in ListKind]
    return [
        ListInForce(
            name=str(kind.label),
            edition=edition.number,
            number=edition.document_number,
            starts_on=edition.effective_on,
            count=edition.entry_count,
        )
        for kind, edition in found
        if edition and edition.entry_count
    ]
