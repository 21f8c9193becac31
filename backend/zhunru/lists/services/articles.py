"""The rows of the register that stand behind the articles that a list prints."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from django.db.models import F

from zhunru.lists.legal_bases import Basis, Dated
from zhunru.lists.models import LegalBasis


def rests_on(printed: Sequence[Dated]) -> list[LegalBasis]:
    """What stands behind printed articles: the version that is named, or else the newest that the register knows."""
    newest = {one: row for one in printed if one[1] is None and (row := _newest(one[0]))}
    named = rows_of([one for one in printed if one not in newest])
    return [newest.get(one) or named[one] for one in printed]


def rows_of(wanted: Collection[Dated], **told: Any) -> dict[Dated, LegalBasis]:
    """The row of each article in exactly that version; one that is not there is entered, with what is `told` of it."""
    rows = [LegalBasis(**asdict(basis), version=version, **told) for basis, version in wanted]
    LegalBasis.objects.bulk_create(rows, ignore_conflicts=True)
    found = LegalBasis.objects.filter(document__in={row.document for row in rows})
    return {(Basis(row.document, row.document_number, row.article), row.version): row for row in found}


def _newest(basis: Basis) -> LegalBasis | None:
    """Of those that hold, where there is one."""
    last = F("ended_on").desc(nulls_first=True), F("version").desc(nulls_last=True)
    return LegalBasis.objects.filter(**asdict(basis)).order_by(*last).first()
