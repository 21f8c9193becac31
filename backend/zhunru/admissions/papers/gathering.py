"""What the papers on a case have in common, and how one is issued and filed with its case."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.utils import timezone

from zhunru.accounts.queries import social_work_office
from zhunru.admissions.models import Application, CasePaper, Matter
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Village
from zhunru.divisions.queries import public_host
from zhunru.documents import services as documents
from zhunru.documents.kinds import Kind
from zhunru.documents.kinds.declaration import Earlier, MatterName, PaperFacts, TownshipScope
from zhunru.documents.models import Document
from zhunru.documents.uses import Approval


def issue(
    kind: Kind,
    facts: PaperFacts,
    *,
    actor: Actor,
    application: Application | None = None,
    matters: list[Matter] | None = None,
) -> Document:
    """Number, seal, sign and register a paper of the office in the caller's transaction, and file it."""
    paper = documents.issue(
        kind,
        facts,
        actor=actor,
        today=timezone.localdate(),
        organisation=social_work_office().get(),
        host=public_host(),
        approvals=[_approval(application, actor)],
    )
    cases: list[Matter | None] = [*matters] if matters else [None]
    filed = [CasePaper(document=paper, application=application, matter=matter) for matter in cases]
    CasePaper.objects.bulk_create(filed)
    return paper


def _approval(application: Application | None, actor: Actor) -> Approval | None:
    """What was decided may be sealed; without a decision the seal's standing grants must cover the paper.

    So they must where the county lets one person record and seal: that one's own record is nobody else's approval.
    """
    decision = application.decision if application else None
    if decision is None or decision.recorder_id in actor.persons:
        return None
    decided_at = timezone.make_aware(datetime.combine(decision.meeting_on, time()))
    return Approval(decision.recorder_id, decision.recorder.name, decided_at, decision.resolution_number)


def end_papers(matters: list[Matter], *, by: Document, actor: Actor, status: Document.Status) -> None:
    """The papers that hold for `matters` end with them; one under which another part of a split goes on still holds."""
    on = Matter.objects.filter(status__in=Matter.BINDING).exclude(pk__in=[matter.pk for matter in matters])
    ending = Document.objects.filter(pk__in=[matter.document_id for matter in matters if matter.document_id])
    for paper in ending.exclude(pk__in=on.exclude(document=None).values("document")).order_by("pk"):
        documents.end(paper, by=by, actor=actor, status=status)


def of_matter(matter: Matter, *, scope: list[str] | None = None) -> dict[str, Any]:
    """The facts that every paper on a matter has."""
    codes = matter.scope if scope is None else scope
    return {
        "addressee": matter.department.name,
        "matter_title": matter.title,
        "matter_code": matter.code,
        "scope": townships_of(codes),
        "whole_county": covers_the_county(codes),
    }


def of_application(application: Application) -> dict[str, Any]:
    """The facts that every paper on an application has."""
    return {
        "addressee": application.department.name,
        "matter_title": application.title,
        "submitted_on": timezone.localdate(application.submitted_at),
    }


def decided(application: Application) -> dict[str, Any]:
    """Who decided, under which number and when."""
    decision = application.decision
    if decision is None:
        raise ValueError("this paper tells of a decision")
    return {
        "decision_number": decision.resolution_number,
        "decided_on": decision.meeting_on,
        "decided_by": decision.body,
    }


def earlier(document: Document | None) -> Earlier:
    """The paper that another one points at."""
    if document is None:
        raise DomainError("no_document", "原文书不存在")
    return Earlier(number=document.number, issued_on=document.issued_on)


def named(matter: Matter) -> MatterName:
    return MatterName(title=matter.title, code=matter.code, number=matter.document.number if matter.document else None)


def townships_of(codes: list[str]) -> list[TownshipScope]:
    return TownshipScope.of(Village.objects.filter(code__in=codes).select_related("township").order_by("code"))


def covers_the_county(codes: list[str]) -> bool:
    return not Village.objects.filter(ended_on__isnull=True).exclude(code__in=codes).exists()


def funding_sentence(amount: Decimal | None, line: str) -> str | None:
    """What each village is paid, from which line; None where nothing is."""
    return f"每村（社区）核定工作经费{plain(amount)}元，从{line}列支" if amount else None


def plain(amount: Decimal) -> str:
    return f"{amount:.2f}".removesuffix(".00")


def day(text: str) -> date:
    return date.fromisoformat(text)
