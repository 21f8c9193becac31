"""What an application rests on: law, money, lists, and what was decided before."""

from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions.models import Application, Decision, RequestKind
from zhunru.admissions.parameters import parameters_of
from zhunru.admissions.rules.submission import WITH_CONTENT, of_kinds
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.lists import queries as lists
from zhunru.lists.models import Entry, ListKind

K = RequestKind


@of_kinds(*WITH_CONTENT)
def has_legal_basis(application: Application, _actor: Actor) -> None:
    """Clause 1.3b (依法办事，严格准入), rule A-12: a document, an article, and the version that was read."""
    if not application.legal_bases:
        raise DomainError("no_legal_basis", _("请至少填写一项准入依据，写明文件、条款和版本"), field="legal_bases")
    if not all(b["document"] and b["article"] and b["version"] for b in application.legal_bases):
        raise DomainError("legal_basis_incomplete", _("每项准入依据都须写明文件、条款和版本"), field="legal_bases")


@of_kinds(*WITH_CONTENT)
def bases_are_valid(application: Application, _actor: Actor) -> None:
    """Rule A-12: a basis that the register knows as repealed or renumbered does not carry an application."""
    ended = [
        b["document"]
        for b in application.legal_bases
        if lists.has_ended(b["document"], b["article"], on=timezone.localdate())
    ]
    if ended:
        raise DomainError(
            "legal_basis_ended",
            _("%(documents)s 的所列条款已废止或变更，请改列现行依据") % {"documents": _("、").join(ended)},
            field="legal_bases",
        )


@of_kinds(*WITH_CONTENT)
def has_funding(application: Application, _actor: Actor) -> None:
    """Clause 3.3b (费随事转), rule A-13: a matter brings its money with it, or says why it costs nothing."""
    if not application.funding_amount:
        if not application.no_cost_reason:
            raise DomainError("no_funding", _("请落实每村工作经费，或说明无需经费的理由"), field="funding_amount")
        return
    if not application.budget_line:
        raise DomainError("no_budget_line", _("请写明经费来源（预算科目）"), field="budget_line")
    due = sum(_amount(instalment["amount"]) for instalment in application.funding_due)
    if application.funding_due and due != application.funding_amount:
        raise DomainError(
            "instalments",
            _("各期拨付合计 %(sum)s 元，与每村工作经费 %(amount)s 元不一致")
            % {"sum": due, "amount": application.funding_amount},
            field="funding_due",
        )


@of_kinds(*WITH_CONTENT)
def meets_the_standard(application: Application, _actor: Actor) -> None:
    """Rule A-13: where the county has set a standard, the money for a village is not below it."""
    standard = parameters_of(application).funding_standard_per_person_day
    if standard and application.funding_amount and application.person_days:
        least = standard * application.person_days
        if application.funding_amount < least:
            raise DomainError(
                "below_standard",
                _("每村工作经费低于县定标准 %(least)s 元") % {"least": f"{least:.2f}"},
                field="funding_amount",
            )


@of_kinds(*WITH_CONTENT)
def not_on_negative_list(application: Application, _actor: Actor) -> None:
    """Clause 3.2a, rules A-09 and L-05: what the negative list names may never be asked of a village.

    An entry that names object types or departments concerns those; an outright one forbids them everything.
    """
    pointed_at = negative_entry(application.negative_entry)
    entry = pointed_at or lists.forbidding(application.title, **_whose(application))
    if entry:
        raise DomainError(
            "negative_list",
            _("该事项属于工作负面事项清单 %(code)s“%(title)s”，不得进入村（社区）")
            % {"code": entry.code, "title": entry.title},
            field="negative_entry" if pointed_at else "title",
            entry=entry.pk,
        )


def negative_entry(id: int | None) -> Entry | None:
    """The entry of the negative list in force that somebody points at; None where it is none."""
    entry = lists.entry_in_force(id) if id else None
    return entry if entry and entry.kind == ListKind.NEGATIVE else None


def hits_of(application: Application) -> list[Entry]:
    """Negative entries to whose words the title, the objective or the village's duty come near (rules A-09, L-05)."""
    texts = (application.title, application.objective, application.village_duty)
    return lists.touching(*texts, **_whose(application))


def _whose(application: Application) -> dict[str, Any]:
    """By what an entry of the negative list may be bounded (rule L-05)."""
    return {"object_type": application.object_type, "department_id": application.department_id}


@of_kinds(*WITH_CONTENT)
def hits_are_answered(application: Application, _actor: Actor) -> None:
    """Rule A-09: a mere hit by words is a warning, and a warning is answered."""
    answered = {answer["entry"] for answer in application.hit_answers if answer["answer"]}
    for entry in hits_of(application):
        if entry.pk not in answered:
            raise DomainError(
                "hit_unanswered",
                _("内容与工作负面事项清单 %(code)s“%(title)s”相近，请说明为何不属于该情形")
                % {"code": entry.code, "title": entry.title},
                field="hit_answers",
                entry=entry.pk,
            )


@of_kinds(K.ADMIT)
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


@of_kinds(K.ADMIT)
def not_rejected_lately(application: Application, _actor: Actor) -> None:
    """Rule A-28: what was rejected may come again after some months, or with new facts."""
    if application.new_facts:
        return
    months = parameters_of(application).resubmit_months
    since = timezone.localdate() - relativedelta(months=months)
    rejected = Decision.objects.filter(
        application__department_id=application.department_id,
        application__title=application.title,
        outcome=Decision.Outcome.REJECTED,
        meeting_on__gt=since,
    ).exclude(application_id=application.pk)
    if earlier := rejected.first():
        raise DomainError(
            "rejected_lately",
            _("%(number)s已决定不同意该事项，%(months)s 个月内再次申请须说明新的事实和理由")
            % {"number": earlier.resolution_number, "months": months},
            field="new_facts",
        )


def _amount(value: str) -> Decimal:
    """Money as the form keeps it: text with two places."""
    return Decimal(value)
