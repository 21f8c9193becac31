"""Admitted matters join the assist list, through the process only (clause 3.1b, rule L-06), and leave it again."""

from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.admissions.models import Matter
from zhunru.configuration.choices import Category, ObjectType
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.lists import rules
from zhunru.lists.models import Edition, Entry, ListKind
from zhunru.lists.services import drafting


@transaction.atomic
def bring_in_line(edition: Edition, *, actor: Actor) -> int:
    """Add to the draft every regular matter in force that it lacks, take out those that have ended.

    Returns how many entries were added or taken out; called again it finds nothing left to do.
    """
    rules.may_draft(actor)
    if edition.kind != ListKind.ASSIST:
        raise DomainError("assist_only", _("准入事项只列入协助办理事项清单"))
    standing = {entry.matter_code: entry for entry in edition.entries.exclude(matter_code="").filter(removed=False)}
    carried = {matter.code: matter for matter in _carried()}
    for code in sorted(carried.keys() - standing.keys()):
        _add(edition, carried[code], actor)
    for code in sorted(standing.keys() - carried.keys()):
        drafting.remove_entry(standing[code], reason=_reason_to_leave(code), actor=actor)
    return len(carried.keys() ^ standing.keys())


def out_of_line(edition: Edition) -> int:
    """How many admitted matters the draft lacks or still holds though they have ended."""
    standing = set(edition.entries.exclude(matter_code="").filter(removed=False).values_list("matter_code", flat=True))
    return len(standing ^ {matter.code for matter in _carried()})


def _carried() -> list[Matter]:
    """Regular work that villages carry; what ends by itself is no part of a standing list."""
    return list(
        Matter.objects.filter(
            status__in=(Matter.Status.IN_FORCE, Matter.Status.SUSPENDED),
            category=Category.REGULAR,
            object_type=ObjectType.WORK_MATTER,
        ).select_related("department", "document")
    )


def _add(edition: Edition, matter: Matter, actor: Actor) -> Entry:
    basis = "；".join(f"《{one['document'].strip('《》〈〉')}》{one['article']}" for one in matter.legal_bases)
    number = matter.document.number if matter.document else matter.code
    values = {
        "title": matter.title,
        "village_duty": matter.village_duty,
        "lead_department": matter.department.name,
        "legal_basis": basis[:600],
        "funding": _funding(matter),
        "remark": _("准入事项 %(code)s") % {"code": matter.code},
    }
    reason = _("经准入（%(number)s）") % {"number": number}
    return drafting.add_entry(edition, values, reason=reason, actor=actor, matter_code=matter.code)


def _funding(matter: Matter) -> str:
    return _("每村 %(amount)s 元") % {"amount": matter.funding_amount} if matter.funding_amount else ""


def _reason_to_leave(code: str) -> str:
    matter = Matter.objects.filter(code=code).select_related("document").first()
    status = matter.get_status_display() if matter else _("已退出")
    return _("准入事项%(status)s") % {"status": status}
