"""How long a paper's file is kept, and how it goes: by the rule of its kind alone, written down, the row staying.

`erase` is the only caller of `storage.erase_paper`. The record comes first: cut off in between, the file is still there
and marked as erased, and the next sweep takes it away.
"""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.configuration import queries as configuration
from zhunru.core.errors import DomainError
from zhunru.documents import storage
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Document, Erasure

LEAP = 366
"""Days of a year, whatever leap days fall into it."""


def kept_days(kind: str) -> int | None:
    """None: for good. Papers of a purchase are kept for as many years as the county says (rule P-14), if more."""
    days = KINDS[kind].keeps_days
    if days is None or KINDS[kind].validity_days is not None:
        return days
    return max(days, configuration.current().values.purchases.archive_years * LEAP)


def due_on(paper: Document) -> date | None:
    """The first day on which its file may go; None where it stays for good."""
    days = kept_days(paper.kind)
    return None if days is None else _counted_from(paper) + timedelta(days=days)


def _counted_from(paper: Document) -> date:
    """The day of issue; of a purchase the last day of the contract, or of any paper that belongs to it."""
    if KINDS[paper.kind].validity_days is not None:
        return paper.issued_on
    number = (paper.facts.get("contract") or {}).get("number") or paper.number
    family = Document.objects.filter(Q(number=number) | Q(facts__contract__number=number) | Q(pk=paper.pk))
    return max(day for one in family for day in _days_of(one))


def _days_of(paper: Document) -> list[date]:
    written = paper.facts.get("to_on")
    named = [date.fromisoformat(written)] if written else []
    return [day for day in (paper.issued_on, paper.ended_on, *named) if day is not None]


def overdue(today: date) -> QuerySet[Document]:
    """Those whose time may be over; `erase` looks at each."""
    kinds = {name: kept_days(name) for name in KINDS}
    old = Q(pk__in=[])
    for name, days in kinds.items():
        if days is not None:
            old |= Q(kind=name, issued_on__lte=today - timedelta(days=days))
    found: QuerySet[Document] = Document.objects.filter(old, erasure=None)
    return found


def erase(paper: Document, *, today: date) -> bool:
    """Erase the files of a locked paper, duplicates' too, if their time is over; whether it was."""
    due = due_on(paper)
    if due is None or due > today or Erasure.objects.filter(document=paper).exists():
        return False
    Erasure.objects.create(document=paper, rule=_rule(paper), due_on=due, erased_at=timezone.now(), sha256=paper.sha256)
    transaction.on_commit(partial(remove_files, paper))
    return True


def _rule(paper: Document) -> str:
    """In the county's words, as it is kept."""
    said = {"kind": KINDS[paper.kind].label, "days": kept_days(paper.kind)}
    return _("%(kind)s的电子文件保管%(days)s天") % said


def remove_files(paper: Document) -> int:
    """How many were still there. ValueError for a paper whose erasure is not written down."""
    if not Erasure.objects.filter(document=paper).exists():
        raise ValueError(f"{paper.number} is kept")
    files = (paper.sha256, *paper.duplicates.values_list("sha256", flat=True))
    return sum(storage.erase_paper(sha256) for sha256 in files)


def left_behind() -> QuerySet[Document]:
    """Papers marked as erased; where the removal was cut off their files are still there."""
    found: QuerySet[Document] = Document.objects.exclude(erasure=None)
    return found


def file_of(paper: Document, sha256: str = "") -> Path:
    """Where its file lies, or that of a duplicate, for whoever reads it.

    DomainError: erased when its time was over, or lost.
    """
    path = storage.paper_path(sha256 or paper.sha256)
    if path.exists():
        return path
    erasure = Erasure.objects.filter(document=paper).first()
    if erasure is None:
        raise DomainError("file_missing", _("文书文件不在存储中，请联系系统管理员"))
    sentence = _("该文书的电子文件保管期满，已于%(day)s按规则销毁；文号、核验码和校验值仍保留，可继续核验")
    raise DomainError("file_erased", sentence % {"day": timezone.localdate(erasure.erased_at).isoformat()})
