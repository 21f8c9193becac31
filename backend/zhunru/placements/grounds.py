"""Which of the nine reasons to refuse the system can tell by itself (clauses 1.3a, 2.1c, rule A-21)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions.models import Delivery
from zhunru.divisions.models import Village
from zhunru.documents import codes
from zhunru.documents.kinds import KINDS, PROVISIONAL
from zhunru.documents.kinds.refusal.reasons import REASONS
from zhunru.documents.models import Document
from zhunru.lists import queries as lists
from zhunru.placements import queries
from zhunru.placements.models import Placement
from zhunru.placements.schemas import GroundOut

Found = Iterator[tuple[str, str]]
"""Code of a reason and the sentence that says why it holds."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What is known of it, and the village that it is asked of."""

    village: Village
    department_id: int | None = None
    placement: Placement | None = None
    document_code: str = ""
    title: str = ""


def grounds_of(demand: Demand) -> list[GroundOut]:
    """All nine, those that hold with the reason why; of several sentences for one reason the first."""
    today = timezone.localdate()
    found: dict[str, str] = {}
    for code, why in (*_by_paper(demand, today), *_by_list(demand)):
        found.setdefault(code, why)
    return [
        GroundOut(code=code, label=str(one.label), basis=one.basis, holds=code in found, why=found.get(code, ""))
        for code, one in REASONS.items()
    ]


def _by_paper(demand: Demand, today: date) -> Found:
    """Clause 2.1c (持批准文书进入): no paper, none that holds, none for this village, this time, this department."""
    if demand.placement:
        yield from _by_placement(demand.placement, today)
        return
    code = codes.normalise(demand.document_code)
    document = Document.objects.filter(code=code).first() if code else None
    if not demand.document_code:
        yield "R2", _("没有出示可以核验的批准文书")
    elif document is None or not (KINDS[document.kind].admits or document.kind == PROVISIONAL.name):
        yield "R2", _("核验码查不到批准文书")
    elif document.status != Document.Status.VALID:
        yield "R1", _("%(number)s%(status)s") % {"number": document.number, "status": document.get_status_display()}
    else:
        yield from _by_document(document, demand, today)


def _by_document(document: Document, demand: Demand, today: date) -> Found:
    placement = _carried_by(demand.village, document)
    if placement is None:
        yield "R4", _("%(number)s的范围不包括本村（社区）") % {"number": document.number}
        return
    if demand.department_id and demand.department_id != placement.department_id:
        yield "R2", _("%(number)s是%(name)s的批准文书") % {"number": document.number, "name": placement.department}
    yield from _by_placement(placement, today)


def _carried_by(village: Village, document: Document) -> Placement | None:
    placements = Placement.objects.filter(village=village, document_id=document.pk)
    found: Placement | None = placements.exclude(status=Placement.Status.CLOSED).first()
    return found


def _by_placement(placement: Placement, today: date) -> Found:
    """Clause 2.1d: what has left, what is over, what has not begun, what rests."""
    number = {"number": placement.document_number, "closing": placement.closing_number}
    if placement.status == Placement.Status.CLOSED:
        yield "R1", _("%(number)s已由%(closing)s撤销") % number
    elif placement.ends_on and today > placement.ends_on:
        yield "R4", _("%(number)s的期限已于%(day)s届满") % {**number, "day": placement.ends_on}
    elif today < placement.starts_on:
        yield "R4", _("%(number)s自%(day)s起才开始") % {**number, "day": placement.starts_on}
    elif queries.is_resting(placement.matter_id):
        yield "R4", _("该事项已暂停，恢复前可以不办")
    elif _is_withdrawn(placement):
        yield "R1", _("该事项已撤销或者失效，撤销文书送达中")


def _is_withdrawn(placement: Placement) -> bool:
    return queries.deliveries_of(placement.matter_id).filter(kind=Delivery.Kind.WITHDRAW).exists()


def _by_list(demand: Demand) -> Found:
    """Clause 3.2a: what the negative list names may never be asked."""
    entry = lists.forbidding(demand.title, department_id=demand.department_id) if demand.title else None
    if entry:
        yield "R5", _("属于工作负面事项清单 %(code)s“%(title)s”") % {"code": entry.code, "title": entry.title}
