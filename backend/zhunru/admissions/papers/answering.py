"""Papers that answer an applicant; no village is concerned yet. They are sealed at the step itself."""

from datetime import date

from zhunru.admissions.models import Application, Matter
from zhunru.admissions.papers.gathering import decided, issue, named, of_application
from zhunru.core.actors import Actor
from zhunru.documents.kinds import CONSOLIDATION, CONVERSION, CORRECTION, DEFERRAL, NOT_ACCEPTED, REJECTION
from zhunru.documents.kinds.consolidation import ConsolidationFacts
from zhunru.documents.kinds.conversion import ConversionFacts
from zhunru.documents.kinds.correction import CorrectionFacts
from zhunru.documents.kinds.deferral import DeferralFacts
from zhunru.documents.kinds.not_accepted import ListEntry, NotAcceptedFacts
from zhunru.documents.kinds.rejection import RejectionFacts
from zhunru.documents.models import Document
from zhunru.lists.models import Entry


def issue_correction(
    application: Application, defects: list[str], *, actor: Actor, days: int, due_on: date | None
) -> Document:
    """The one notice that lists all defects (A-03)."""
    facts = CorrectionFacts(**of_application(application), defects=defects, working_days=days, due_on=due_on)
    return issue(CORRECTION, facts, actor=actor, application=application)


def issue_not_accepted(application: Application, reason: str, entry: Entry | None, *, actor: Actor) -> Document:
    """With `entry`: no admission is needed, and here is why (A-10)."""
    pointer = entry and ListEntry(
        list_name=entry.edition.get_kind_display(),
        edition=f"第{entry.edition.number}版",
        code=entry.code,
        title=entry.title,
    )
    facts = NotAcceptedFacts(**of_application(application), reason=reason, entry=pointer)
    return issue(NOT_ACCEPTED, facts, actor=actor, application=application)


def issue_rejection(application: Application, reasons: str, *, actor: Actor, resubmit_on: date) -> Document:
    facts = RejectionFacts(
        **of_application(application), **decided(application), reasons=_lines(reasons), resubmit_on=resubmit_on
    )
    return issue(REJECTION, facts, actor=actor, application=application)


def issue_deferral(application: Application, reasons: str, *, actor: Actor, resubmit_on: date) -> Document:
    facts = DeferralFacts(
        **of_application(application), **decided(application), reasons=_lines(reasons), resubmit_on=resubmit_on
    )
    return issue(DEFERRAL, facts, actor=actor, application=application)


def issue_conversion(application: Application, reasons: str, *, actor: Actor) -> Document:
    facts = ConversionFacts(**of_application(application), **decided(application), reasons=_lines(reasons))
    return issue(CONVERSION, facts, actor=actor, application=application)


def issue_consolidation(application: Application, reasons: str, into: Matter, *, actor: Actor) -> Document:
    facts = ConsolidationFacts(
        **of_application(application), **decided(application), into=named(into), reasons=_lines(reasons)
    )
    return issue(CONSOLIDATION, facts, actor=actor, application=application)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
