"""Slips that a village hands over: what it does not take on, and that it has received a paper."""

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.configuration import queries as configuration
from zhunru.core.errors import DomainError
from zhunru.documents import services as documents
from zhunru.documents.kinds import RECEIPT, REFUSAL
from zhunru.documents.kinds.declaration import Earlier
from zhunru.documents.kinds.receipt import ReceiptFacts
from zhunru.documents.kinds.refusal import RefusalFacts
from zhunru.documents.models import Document
from zhunru.placements.models import Placement, Refusal
from zhunru.placements.refusing import refused_on


def slip_of(refusal: Refusal) -> bytes:
    """不予承接告知单, PDF; it names the village, never a person."""
    township = refusal.village.township
    facts = RefusalFacts(
        addressee=refusal.department,
        matter_title=refusal.title or refusal.demand[:60],
        village=refusal.village.name,
        township=township.name,
        asked=refusal.demand,
        asked_by=refusal.get_form_display(),
        asked_on=refusal.demanded_on,
        refused_on=refused_on(refusal),
        reasons=refusal.reasons,
        answer_working_days=configuration.current().values.refusal_reply_days,
    )
    return documents.draw(
        REFUSAL, facts, organisation=f"{township.name}{refusal.village.name}", today=refused_on(refusal)
    )


def receipt_of(placement: Placement, document: Document) -> bytes:
    """签收回执, PDF: `document`, its paper, came and was signed for. DomainError where it was not, or not by this."""
    if placement.entered_at is None:
        raise DomainError("not_received", _("该事项尚未签收，签收后再下载回执"))
    if placement.entered_at < placement.notified_at:
        raise DomainError("received_before", _("该事项承接了原事项的签收，请在原事项页面下载回执"))
    village, township = placement.village.name, placement.village.township.name
    facts = ReceiptFacts(
        addressee=document.organisation.name,
        paper=Earlier(number=document.number, issued_on=document.issued_on),
        paper_title=document.title,
        township=township,
        village=village,
        way="系统送达",
        delivered_at=placement.notified_at,
        received_at=placement.entered_at,
        received_by="村（社区）工作人员",
    )
    day = timezone.localdate(placement.entered_at)
    return documents.drawn(RECEIPT, facts, organisation=f"{township}{village}", today=day)
