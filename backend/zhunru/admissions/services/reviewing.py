"""Effects of the steps from submission to referral."""

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Finding, FirstReview
from zhunru.admissions.papers import answering
from zhunru.admissions.parameters import course_of, parameters_of
from zhunru.admissions.rules.basis import negative_entry
from zhunru.admissions.services import consulting
from zhunru.admissions.similar import similar_to
from zhunru.configuration import queries as configuration
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.workflow import Remark
from zhunru.lists import queries as lists
from zhunru.workdays import clocks


def mark_filed(application: Application, *, actor: Actor, data: Remark) -> None:
    """From now on it keeps the parameters that hold today (domain: each application stores its version)."""
    application.filed_by_id, application.filed_for_id = actor.person, actor.acts_for
    application.submitted_at = timezone.now()
    if application.configuration_id is None:
        application.configuration = configuration.current()


def return_once(application: Application, *, actor: Actor, data: schemas.Correction) -> None:
    """One notice with every defect (A-03); its paper says until when they can be mended."""
    application.corrections += 1
    days = parameters_of(application).correction_days
    due_on = clocks.due(timezone.localdate(), days)
    answering.issue_correction(application, data.defects, actor=actor, days=days, due_on=due_on)


def accept(application: Application, *, actor: Actor, data: schemas.Acceptance) -> None:
    """Those concerned are asked at once: consultation runs beside the first review."""
    consulting.ask(application, villages=data.villages, departments=data.departments)


def accept_silently(application: Application, *, actor: Actor, data: Remark) -> None:
    """No notice within the limit: it counts as accepted (A-03)."""
    consulting.ask(application, villages=[], departments=[])


def desk_after_receipt(application: Application) -> str:
    """The first review, unless its course goes without (A-05) and there is nothing similar to be judged (A-11)."""
    skipped = not course_of(application).first_review and not similar_to(application)
    return Application.Status.FIRST_REVIEWED if skipped else Application.Status.ACCEPTED


def refuse_to_accept(application: Application, *, actor: Actor, data: schemas.NotAccepted) -> None:
    """Wrong body, or no admission needed: then with a pointer to the entry (A-10)."""
    entry = lists.entry_in_force(data.entry) if data.entry else None
    if data.entry and entry is None:
        raise DomainError("no_entry", _("没有这一条现行清单事项"), field="entry")
    answering.issue_not_accepted(application, data.reasons, entry, actor=actor)


def record_first_review(application: Application, *, actor: Actor, data: schemas.FirstReviewIn) -> None:
    """The reviewer's opinion, with a choice for each similar matter (A-11)."""
    if data.negative_entry:
        entry = negative_entry(data.negative_entry)
        if entry is None:
            raise DomainError("no_entry", _("没有这一条现行负面清单事项"), field="negative_entry")
        raise DomainError(
            "negative_list",
            _("您认定该事项属于负面清单 %(entry)s，请改为“不予受理”或退回") % {"entry": entry},
            field="negative_entry",
        )
    review = getattr(application, "first_review", None) or FirstReview(application=application)
    review.opinion = data.opinion
    review.similar = [one.model_dump() for one in data.similar]
    review.reviewer_id, review.reviewed_for_id = actor.person, actor.acts_for
    review.record(actor=actor, reason=gettext_lazy("初审"))
    application.first_review = review


def record_findings(application: Application, *, actor: Actor, data: schemas.Findings) -> None:
    """Three conclusions; those of an earlier round stay readable in the history."""
    consulting.close(application)
    known = {finding.aspect: finding for finding in application.findings.all()}
    for one in data.findings:
        finding = known.get(one.aspect) or Finding(application=application, aspect=one.aspect)
        finding.favourable = one.favourable
        finding.opinion = one.opinion
        finding.reviewer_id, finding.reviewed_for_id = actor.person, actor.acts_for
        finding.record(actor=actor, reason=format_lazy("{}：{}", gettext_lazy("复审"), one.aspect.label))


def take_new_facts(application: Application, *, actor: Actor, data: schemas.NewFacts) -> None:
    """Of a deferred application: what has changed since (domain 5.1)."""
    application.new_facts = data.new_facts


def record_recommendation(application: Application, *, actor: Actor, data: schemas.Referral) -> None:
    application.recommendation = data.recommendation
