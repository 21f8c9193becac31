"""What the papers on a matter say, gathered from the application and the decision."""

from datetime import date
from itertools import groupby

from django.utils import timezone

from zhunru.accounts.models import Organisation
from zhunru.admissions.models import Application, Matter
from zhunru.core.actors import Actor
from zhunru.divisions.models import Village
from zhunru.divisions.queries import public_host
from zhunru.documents import services as documents
from zhunru.documents.kinds import APPROVAL, WITHDRAWAL, Kind
from zhunru.documents.kinds.approval import ApprovalFacts, Basis
from zhunru.documents.kinds.declaration import PaperFacts, TownshipScope
from zhunru.documents.kinds.withdrawal import WithdrawalFacts
from zhunru.documents.models import Document


def approval_facts(matter: Matter) -> ApprovalFacts:
    """The approval of `matter`: bounds, term, duties and money as the county decided them."""
    application = matter.application
    return ApprovalFacts(
        addressee=matter.department.name,
        matter_title=matter.title,
        matter_code=matter.code,
        scope=_scope(application),
        whole_county=_covers_the_county(application),
        category="新增常规类",
        content=application.objective,
        bases=[
            Basis(document=b["document"], article=b["article"], version=b["version"]) for b in application.legal_bases
        ],
        starts_on=matter.starts_on,
        ends_on=matter.ends_on,
        department_duty=application.department_duty,
        township_duty=application.township_duty,
        village_duty=application.village_duty,
        funding=_funding(application),
        no_cost_reason=None if application.funding_amount else application.no_cost_reason,
        decision_number=application.decision.resolution_number,
        decided_on=application.decision.meeting_on,
    )


def withdrawal_facts(matter: Matter, *, today: date) -> WithdrawalFacts:
    """The withdrawal of `matter`, pointing at the approval that it ends."""
    if matter.document is None:
        raise ValueError("only a matter that was approved on paper can be withdrawn")
    return WithdrawalFacts(
        addressee=matter.department.name,
        matter_title=matter.title,
        matter_code=matter.code,
        scope=_scope(matter.application),
        whole_county=_covers_the_county(matter.application),
        approval_number=matter.document.number,
        approved_on=matter.document.issued_on,
        reason=matter.withdrawal_reasons,
        withdrawn_on=today,
    )


def _funding(application: Application) -> str | None:
    if not application.funding_amount:
        return None
    amount = f"{application.funding_amount:.2f}".removesuffix(".00")
    return f"每村（社区）核定工作经费{amount}元，从{application.budget_line}列支"


def _scope(application: Application) -> list[TownshipScope]:
    villages = Village.objects.filter(code__in=application.scope).select_related("township").order_by("code")
    return [
        TownshipScope(code=township.code, name=township.name, villages=[v.name for v in found])
        for township, found in groupby(villages, key=lambda v: v.township)
    ]


def _covers_the_county(application: Application) -> bool:
    return not Village.objects.filter(ended_on__isnull=True).exclude(code__in=application.scope).exists()


def issue_approval(matter: Matter, *, actor: Actor) -> Document:
    """Number, sign and register the approval, in the caller's transaction."""
    return _issue(APPROVAL, approval_facts(matter), actor=actor)


def issue_withdrawal(matter: Matter, *, actor: Actor) -> Document:
    """Number, sign and register the withdrawal; the approval no longer holds from then on."""
    today = timezone.localdate()
    paper = _issue(WITHDRAWAL, withdrawal_facts(matter, today=today), actor=actor)
    if matter.document:
        documents.end(matter.document, by=paper, actor=actor)
    return paper


def _issue(kind: Kind, facts: PaperFacts, *, actor: Actor) -> Document:
    office = Organisation.objects.get(kind=Organisation.Kind.OFFICE, ended_on__isnull=True)
    return documents.issue(
        kind, facts, actor=actor, today=timezone.localdate(), organisation=office, host=public_host()
    )
