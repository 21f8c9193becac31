"""What is said between the sides before a verdict is settled: defence, answer, township, county (P-11)."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.configuration import queries as configuration
from zhunru.contracts.models import Objection, Period
from zhunru.contracts.schemas.periods import Conclusion, Defence, DefenceAnswer, Proposal
from zhunru.contracts.services import assessing
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError
from zhunru.core.workflow import Remark
from zhunru.purchases.choices import Side
from zhunru.workdays import clocks


def within_defence_term(period: Period, _actor: Actor) -> None:
    """Rule P-11: afterwards the verdicts count as accepted."""
    if period.due_on and timezone.localdate() > period.due_on:
        raise DomainError("term_over", _("申辩期已过"))


def defend(period: Period, *, actor: Actor, data: Defence) -> None:
    """The village's word on single verdicts; the purchaser answers each."""
    judged = {row.number: row for row in assessing.judging_clauses(period).filter(assessable=True, side=Side.PROVIDER)}
    for index, said in enumerate(data.items):
        clause = judged.get(said.clause)
        if clause is None:
            raise InvalidError("not_a_clause", _("只能就考核条款申辩"), field=f"items.{index}.clause")
        if Objection.objects.filter(period=period, round=period.round, clause=clause).exists():
            raise InvalidError("said_twice", _("同一条款只申辩一次"), field=f"items.{index}.clause")
        made = Objection(period=period, round=period.round, clause=clause, text=said.text, said_at=timezone.now())
        made.record(actor=actor, reason=gettext_lazy("申辩"))
    period.due_on = clocks.due(timezone.localdate(), configuration.current().values.purchases.defence_answer_days)


def answer(period: Period, *, actor: Actor, data: DefenceAnswer) -> None:
    """Each objection gets an answer; a verdict may be changed by it."""
    open_ones = {row.clause.number: row for row in _objections(period)}
    answers = {said.clause: said.text for said in data.items}
    if missing := sorted(open_ones.keys() - answers.keys()):
        raise InvalidError("unanswered", _("请逐条答复第%(clause)s条的申辩") % {"clause": missing[0]}, field="items")
    if unknown := sorted(answers.keys() - open_ones.keys()):
        raise InvalidError("no_objection", _("第%(clause)s条没有申辩") % {"clause": unknown[0]}, field="items")
    for number, objection in open_ones.items():
        objection.answer, objection.answered_at = answers[number], timezone.now()
        objection.record(actor=actor, reason=gettext_lazy("答复申辩"))
    assessing.write_verdicts(period, data.verdicts, side=Side.PROVIDER, actor=actor)
    period.due_on = clocks.due(timezone.localdate(), configuration.current().values.purchases.defence_days)


def propose(period: Period, *, actor: Actor, data: Proposal) -> None:
    period.proposal = data.proposal


def conclude(period: Period, *, actor: Actor, data: Conclusion) -> None:
    """The county's word settles the verdicts; a court or arbitration by the contract stays open to both."""
    assessing.write_verdicts(period, data.verdicts, side=Side.PROVIDER, actor=actor)
    period.county_opinion, period.due_on = data.opinion, None


def settle(period: Period, *, actor: Actor, data: Remark) -> None:
    """Nothing more is said about the verdicts."""
    period.due_on = None


def _objections(period: Period) -> list[Objection]:
    return list(Objection.objects.filter(period=period, round=period.round).select_related("clause"))
