"""Papers by which a matter rests or leaves the villages (clauses 2.1d-e)."""

from datetime import date, datetime

from django.utils import timezone

from zhunru.admissions.models import Application, Ground, Matter, Opinion, RequestKind
from zhunru.admissions.papers.gathering import decided, earlier, end_papers, issue, of_matter
from zhunru.configuration.grounds import UrgentGround
from zhunru.core.actors import Actor
from zhunru.documents import services as documents
from zhunru.documents.kinds import EXPIRY, LAPSE, PROVISIONAL, RESUMPTION, SUSPENSION, WITHDRAWAL
from zhunru.documents.kinds.expiry import ExpiryFacts
from zhunru.documents.kinds.lapse import LapseFacts
from zhunru.documents.kinds.provisional import ProvisionalFacts
from zhunru.documents.kinds.resumption import ResumptionFacts
from zhunru.documents.kinds.suspension import SuspensionFacts
from zhunru.documents.kinds.withdrawal import Petition, WithdrawalFacts
from zhunru.documents.models import Document

S = Document.Status


def issue_withdrawal(matter: Matter, *, actor: Actor) -> Document:
    """Number, seal and register the withdrawal; the paper that held no longer does."""
    paper = matter.document
    if paper is None:
        raise ValueError("only a matter that was approved on paper can be withdrawn")
    application = _decided_on(matter)
    facts = WithdrawalFacts(
        **of_matter(matter),
        **(decided(application) if application else {}),
        approval_number=paper.number,
        approved_on=paper.issued_on,
        reason=matter.withdrawal_reasons,
        withdrawn_on=timezone.localdate(),
        completion_report=matter.completion_report or None,
        settlement=matter.settlement or None,
        closures=[line for line in matter.closures.splitlines() if line.strip()],
        petition=_petition(matter),
    )
    made = issue(WITHDRAWAL, facts, actor=actor, application=application, matters=[matter])
    end_papers([matter], by=made, actor=actor, status=S.WITHDRAWN)
    return made


def _decided_on(matter: Matter) -> Application | None:
    """The application whose decision is carried out; None where the office has ordered the withdrawal itself."""
    issued = Application.objects.filter(kind=RequestKind.WITHDRAW, status=Application.Status.ISSUED)
    found: Application | None = issued.filter(concerns__contains=[matter.pk]).first()
    return found


def _petition(matter: Matter) -> Petition | None:
    if matter.withdrawal_ground != Ground.PETITION:
        return None
    asked = matter.opinions.filter(purpose=Opinion.Purpose.PETITION).values("village").distinct().count()
    return Petition(villages=asked, of=len(matter.scope)) if asked else None


def issue_expiry(matter: Matter, *, actor: Actor, expired_on: date, owed: list[str]) -> Document:
    """The term is over: the villages no longer carry it, whatever the department still owes."""
    facts = ExpiryFacts(**of_matter(matter), paper=earlier(matter.document), expired_on=expired_on, owed=owed)
    made = issue(EXPIRY, facts, actor=actor, matters=[matter])
    end_papers([matter], by=made, actor=actor, status=S.EXPIRED)
    return made


def issue_provisional(
    matter: Matter,
    application: Application,
    *,
    actor: Actor,
    entered_at: datetime,
    registered_by: str | None,
    apply_by: date | None,
    decide_by: date | None,
    days: tuple[int, int],
    ends_on: date,
) -> Document:
    """Clause 2.1e (先进后批): entered, not yet approved; says until when it may hold at all."""
    facts = ProvisionalFacts(
        **of_matter(matter),
        ground=str(UrgentGround(application.urgent_ground).label),
        entered_at=entered_at,
        registered_at=application.registered_at or timezone.now(),
        registered_by=registered_by,
        asked=[line for line in matter.village_duty.splitlines() if line.strip()],
        apply_working_days=days[0],
        apply_by_on=apply_by,
        decide_working_days=days[1],
        decide_by_on=decide_by,
        ends_on=ends_on,
    )
    return issue(PROVISIONAL, facts, actor=actor, application=application, matters=[matter])


def issue_lapse(matter: Matter, *, actor: Actor, entered_at: datetime, reason: str) -> Document:
    """Not approved in time: every village may stop from today; costs incurred stay payable."""
    facts = LapseFacts(
        **of_matter(matter),
        paper=earlier(matter.document),
        entered_at=entered_at,
        reason=reason,
        lapsed_on=timezone.localdate(),
    )
    made = issue(LAPSE, facts, actor=actor, application=matter.application, matters=[matter])
    end_papers([matter], by=made, actor=actor, status=S.LAPSED)
    return made


def issue_suspension(matter: Matter, *, actor: Actor, reason: str) -> Document:
    facts = SuspensionFacts(
        **of_matter(matter), paper=earlier(matter.document), reason=reason, suspended_on=timezone.localdate()
    )
    return issue(SUSPENSION, facts, actor=actor, matters=[matter])


def issue_resumption(matter: Matter, *, actor: Actor, reason: str) -> Document:
    """Ends the suspension; the matter's own paper holds again."""
    rested = [link.document for link in matter.case_papers.select_related("document") if _is_suspension(link.document)]
    facts = ResumptionFacts(
        **of_matter(matter),
        paper=earlier(matter.document),
        suspension=earlier(rested[-1]),
        reason=reason,
        resumed_on=timezone.localdate(),
    )
    made = issue(RESUMPTION, facts, actor=actor, matters=[matter])
    documents.end(rested[-1], by=made, actor=actor, status=S.WITHDRAWN)
    return made


def _is_suspension(document: Document) -> bool:
    return document.kind == SUSPENSION.name and document.status == S.VALID
