"""What must hold while an application is reviewed and decided (clauses 3.1a-b)."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions.models import Application, Finding, FirstReview, Opinion
from zhunru.admissions.parameters import BODY_OF_STATUS, bodies_of, course_of, parameters_of
from zhunru.admissions.rules.basis import bases_are_valid
from zhunru.admissions.similar import similar_to
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import Role


def returned_only_once(application: Application, _actor: Actor) -> None:
    """Rule A-03: one notice that lists all defects, never a second."""
    if application.corrections:
        raise DomainError("returned_before", _("已一次性告知补正，不能再次退回；请受理、初审，或不予受理"))


def is_first_reviewer(application: Application, actor: Actor) -> None:
    """Rule A-05: who does the first review is configured."""
    wanted = Role(parameters_of(application).first_reviewer_role)
    if not actor.has_role(wanted):
        raise DomainError("not_first_reviewer", _("初审由%(role)s办理") % {"role": wanted.label})


def reviewer_is_not_the_applicant(application: Application, actor: Actor) -> None:
    """Rule A-17: four eyes; a deputy counts as itself and as the colleague it stands in for."""
    applicants = {
        application.drafted_by_id,
        application.drafted_for_id,
        application.filed_by_id,
        application.filed_for_id,
    }
    if actor.persons & applicants:
        raise DomainError("four_eyes", _("申报人不能复审自己的申请"))


def consultation_is_over(application: Application, _actor: Actor) -> None:
    """Clause 1.3a (尊重民意), rule A-14: all have answered, or their term is over where silence is no objection."""
    waiting = application.opinions.filter(purpose=Opinion.Purpose.ADMISSION, answered_at__isnull=True)
    if not waiting.exists():
        return
    if parameters_of(application).silence_is_consent:
        waiting = waiting.filter(due_on__gte=timezone.localdate()) | waiting.filter(due_on__isnull=True)
    if count := waiting.count():
        raise DomainError("consultation_open", _("还有 %(n)s 方未答复征求意见，请待答复或期满") % {"n": count})


def enough_villages_have_spoken(application: Application, _actor: Actor) -> None:
    """Rule A-14: all townships in scope and at least k villages were asked."""
    asked = application.opinions.filter(purpose=Opinion.Purpose.ADMISSION, party="village").count()
    wanted = min(parameters_of(application).sampled_villages, len(application.scope))
    if "village" in _consulted(application) and asked < wanted:
        raise DomainError("too_few_villages", _("至少须征求 %(n)s 个村（社区）的意见") % {"n": wanted})


def _consulted(application: Application) -> list[str]:
    return [str(party) for party in course_of(application).consult]


def objections_are_answered(application: Application, _actor: Actor) -> None:
    """Rule A-14: an objection is answered in the review, never passed over."""
    open_ones = application.opinions.filter(position=Opinion.Position.OBJECTION, reply="")
    if count := open_ones.count():
        raise DomainError("objections_open", _("还有 %(n)s 条不同意见未答复，请逐条说明采纳情况") % {"n": count})


def duplicates_are_judged(application: Application, _actor: Actor) -> None:
    """Rule A-11: for each similar matter in force the reviewer has said: different, or to be merged."""
    similar = similar_to(application)
    review = _first_review(application)
    judged = {one["matter"]: one["judgement"] for one in review.similar} if review else {}
    if any(one.matter.pk not in judged for one in similar):
        raise DomainError("similar_unjudged", _("有相似的生效事项未作认定，请在初审中选择“不同”或“应合并”"))
    if "merge" in judged.values():
        raise DomainError("to_be_merged", _("初审认定应与现有事项合并，不能作为新事项提请；请由决定机关并入或退回"))


def _first_review(application: Application) -> FirstReview | None:
    """None where its course goes without one (A-05)."""
    review: FirstReview | None = getattr(application, "first_review", None)
    return review


def is_lawful(application: Application, _actor: Actor) -> None:
    """Rule A-08: an application that fails on legality cannot be put before the committee for approval."""
    if application.findings.filter(aspect=Finding.Aspect.LEGALITY, favourable=False).exists():
        raise DomainError("not_lawful", _("合法性审核未通过，不能提请研究"))


def has_three_findings(application: Application, _actor: Actor) -> None:
    """Clause 3.1a: legality, feasibility and reasonableness, each with its finding."""
    if application.findings.count() < len(Finding.Aspect):
        raise DomainError("findings_missing", _("复审须分别给出合法性、可行性、合理性结论"))


def is_not_its_reviewer(application: Application, actor: Actor) -> None:
    """Rule A-17: the recorder of the decision is no reviewer, neither of both reviews; a county may switch that off."""
    if not parameters_of(application).four_eyes:
        return
    own = Q(reviewer_id__in=actor.persons) | Q(reviewed_for_id__in=actor.persons)
    if any(made.objects.filter(own, application=application).exists() for made in (Finding, FirstReview)):
        raise DomainError("four_eyes", _("初审人、复审人不能登记该申请的决定"))


def is_not_its_recorder(application: Application, actor: Actor) -> None:
    """Rule A-17: who has recorded the decision does not seal the paper on it; a county may switch that off."""
    own = Q(recorder_id__in=actor.persons) | Q(recorded_for_id__in=actor.persons)
    if parameters_of(application).four_eyes and application.decisions.filter(own).exists():
        raise DomainError("four_eyes", _("登记决定的人不能用印"))


def lies_before_who_decides(application: Application, _actor: Actor) -> None:
    """Clause 3.1b, rule A-15: the last body of its course decides."""
    bodies = bodies_of(application)
    if BODY_OF_STATUS[Application.Status(application.status)] != bodies[-1]:
        raise DomainError("not_deciding", _("该申请由%(body)s决定，请先登记签批意见") % {"body": bodies[-1].label})


def lies_before_who_advises(application: Application, _actor: Actor) -> None:
    """The deciding body does not endorse: it decides."""
    bodies = bodies_of(application)
    if BODY_OF_STATUS[Application.Status(application.status)] == bodies[-1]:
        raise DomainError("deciding", _("该申请由%(body)s决定，请登记决定") % {"body": bodies[-1].label})


def basis_holds_today(application: Application, actor: Actor) -> None:
    """Rule A-12: the legal basis is valid on the day of the decision."""
    bases_are_valid(application, actor)


def is_due_again(application: Application, _actor: Actor) -> None:
    """Rule A-16: what was deferred comes back on its day; with new facts its department brings it back before."""
    decision = application.decision
    if decision and decision.resubmit_on and decision.resubmit_on > timezone.localdate():
        raise DomainError(
            "not_due", _("暂缓至 %(day)s；有新的事实请由申请单位补充说明") % {"day": decision.resubmit_on}
        )
