"""The rows of the register that stand behind the articles that a list prints."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, fields
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from zhunru.lists.legal_bases import Basis, Dated, parse
from zhunru.lists.models import LegalBasis

ROOM = {part.name: getattr(LegalBasis._meta.get_field(part.name), "max_length", 0) for part in fields(Basis)}
"""Characters that the register has for each part of a basis."""


def wrong_with(printed: str) -> str:
    """Why it cannot be taken apart, or stands in no column of the register; empty where nothing is wrong."""
    bases = parse(printed)
    if not bases:
        return _("无法分出文件和条款，请写成“《文件》第几条”，多项以分号隔开")
    long = any(len(text) > ROOM[name] for basis in bases for name, text in asdict(basis).items())
    return _("文件名称、文号或条款过长") if long else ""


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
