"""Guards: each takes the object and the actor and returns, or raises what is wrong in words."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from zhunru.admissions.models import Application, Finding, Matter
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Village
from zhunru.lists import queries as lists

Guard = Callable[[Application, Actor], None]

REQUIRED = (
    "title",
    "necessity",
    "objective",
    "done_criteria",
    "department_duty",
    "township_duty",
    "village_duty",
    "starts_on",
)


def is_complete(application: Application, _actor: Actor) -> None:
    """Clause 2.1a: the application says what is to be done, by whom and why."""
    missing = [name for name in REQUIRED if not getattr(application, name)]
    if missing:
        labels = [str(field.verbose_name) for field in Application._meta.fields if field.name in missing]
        raise DomainError(
            "incomplete", _("请填写：%(fields)s") % {"fields": _("、").join(labels)}, field=missing[0], fields=missing
        )


def has_legal_basis(application: Application, _actor: Actor) -> None:
    """Clause 1.3b (依法办事，严格准入), rule A-12: a document, an article, and the version that was read."""
    if not application.legal_bases:
        raise DomainError("no_legal_basis", _("请至少填写一项准入依据，写明文件、条款和版本"), field="legal_bases")
    if not all(b["document"] and b["article"] and b["version"] for b in application.legal_bases):
        raise DomainError("legal_basis_incomplete", _("每项准入依据都须写明文件、条款和版本"), field="legal_bases")


def has_funding(application: Application, _actor: Actor) -> None:
    """Clause 3.3b (费随事转), rule A-13: a matter brings its money with it, or says why it costs nothing."""
    if application.funding_amount:
        if not application.budget_line:
            raise DomainError("no_budget_line", _("请写明经费来源（预算科目）"), field="budget_line")
    elif not application.no_cost_reason:
        raise DomainError("no_funding", _("请落实每村工作经费，或说明无需经费的理由"), field="funding_amount")


def names_villages(application: Application, _actor: Actor) -> None:
    """Clause 2.1a: the application is for one or more villages, each by its official code."""
    if not application.scope:
        raise DomainError("no_scope", _("请选择涉及的村（社区）"), field="scope")
    known = Village.objects.filter(code__in=application.scope, ended_on__isnull=True).values_list("code", flat=True)
    unknown = sorted(set(application.scope) - set(known))
    if unknown:
        raise DomainError(
            "unknown_village", _("没有代码为 %(codes)s 的村（社区）") % {"codes": _("、").join(unknown)}, field="scope"
        )


def ends_after_it_starts(application: Application, _actor: Actor) -> None:
    """Clause 2.1d: a term that ends must end after it began."""
    starts, ends = application.starts_on, application.ends_on
    if starts and ends and ends < starts:
        raise DomainError("ends_before_start", _("结束日期不能早于开始日期"), field="ends_on")


def not_on_negative_list(application: Application, _actor: Actor) -> None:
    """Clause 3.2a, rule A-09: what the negative list names may never be asked of a village."""
    entry = lists.forbidding(application.title)
    if entry:
        raise DomainError(
            "negative_list",
            _("该事项属于工作负面事项清单 %(code)s“%(title)s”，不得进入村（社区）")
            % {"code": entry.code, "title": entry.title},
            field="title",
            entry=entry.pk,
        )


def not_already_owed(application: Application, _actor: Actor) -> None:
    """Clause 2.2a, rule A-10: what a list already obliges a village to needs no admission."""
    entry = lists.obliging(application.title)
    if entry:
        raise DomainError(
            "already_owed",
            _("该事项已列入清单 %(code)s“%(title)s”，无需申请准入") % {"code": entry.code, "title": entry.title},
            field="title",
            entry=entry.pk,
        )


SUBMISSION: tuple[Guard, ...] = (
    is_complete,
    has_legal_basis,
    has_funding,
    names_villages,
    ends_after_it_starts,
    not_on_negative_list,
    not_already_owed,
)
"""What must hold before an application can be filed, in the order of the form."""


def reviewer_is_not_the_applicant(application: Application, actor: Actor) -> None:
    """Rule A-17: four eyes."""
    if actor.user_id in (application.drafted_by_id, application.filed_by_id):
        raise DomainError("four_eyes", _("申报人不能复审自己的申请"))


def is_not_its_reviewer(application: Application, actor: Actor) -> None:
    """Rule A-17: the recorder of the decision is not the reviewer."""
    if application.findings.filter(reviewer_id=actor.user_id).exists():
        raise DomainError("four_eyes", _("复审人不能登记该申请的决定"))


def is_lawful(application: Application, _actor: Actor) -> None:
    """Rule A-08: an application that fails on legality cannot be put before the committee for approval."""
    if application.findings.filter(aspect=Finding.Aspect.LEGALITY, favourable=False).exists():
        raise DomainError("not_lawful", _("合法性审核未通过，不能提请常委会研究"))


def has_three_findings(application: Application, _actor: Actor) -> None:
    """Clause 3.1a: legality, feasibility and reasonableness, each with its finding."""
    if application.findings.count() < len(Finding.Aspect):
        raise DomainError("findings_missing", _("复审须分别给出合法性、可行性、合理性结论"))


def has_its_document(matter: Matter, _actor: Actor) -> None:
    """Clause 2.1c (持批准文书进入): without its paper a matter is nowhere in force."""
    if matter.document is None:
        raise DomainError("no_document", _("批准文书尚未制发"))
