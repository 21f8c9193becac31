"""What happens to a contract after it was signed: publication, filing, rest, its end and its archive (P-08, P-14)."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.configuration import queries as configuration
from zhunru.contracts.models import Contract, Instalment, Period
from zhunru.contracts.rules.clauses import years_after
from zhunru.contracts.rules.life import UNREPORTED
from zhunru.contracts.services import publishing
from zhunru.contracts.workflow.instalments import INSTALMENTS
from zhunru.contracts.workflow.periods import PERIODS
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.errors import InvalidError
from zhunru.core.workflow import Remark, status_of
from zhunru.purchases import reserving

P = Period.Status


def as_it_is(contract: Contract) -> str:
    """The step changes no status."""
    return status_of(contract)


def mark_published(contract: Contract, *, actor: Actor, data: Any) -> None:
    contract.published_on = _day(contract, data.on)
    publishing.publish_later(contract)


def mark_filed(contract: Contract, *, actor: Actor, data: Any) -> None:
    contract.filed_on = _day(contract, data.on)


def _day(contract: Contract, on: date | None) -> date:
    """The day told, or today. InvalidError for one before the signature or in the future."""
    today = timezone.localdate()
    day = on or today
    if day > today or (contract.signed_on and day < contract.signed_on):
        raise InvalidError("day", _("日期应当在签订日期之后、今天之前"), field="on")
    return day


def suspend(contract: Contract, *, actor: Actor, data: Remark) -> None:
    contract.suspension_reason = data.remark


def resume(contract: Contract, *, actor: Actor, data: Remark) -> None:
    contract.suspension_reason = ""


def side_of(actor: Actor) -> Contract.Party:
    """For which side somebody speaks."""
    return Contract.Party.PURCHASER if actor.realm == COUNTY else Contract.Party.PROVIDER


def ask_termination(contract: Contract, *, actor: Actor, data: Remark) -> None:
    contract.ending_asked_by = side_of(actor)
    contract.ending_reason = data.remark


def end_by_agreement(contract: Contract, *, actor: Actor, data: Remark) -> None:
    _end(contract, Contract.Ending.MUTUAL, actor)


def end_by_one_side(contract: Contract, *, actor: Actor, data: Any) -> None:
    contract.ending_asked_by = Contract.Party.PURCHASER
    contract.ending_reason = data.remark
    _end(contract, data.ending, actor)


def end_as_performed(contract: Contract, *, actor: Actor, data: Remark) -> None:
    contract.ending_asked_by = ""
    contract.ending_reason = ""
    _end(contract, Contract.Ending.COMPLETED, actor)


def _end(contract: Contract, ending: str, actor: Actor) -> None:
    contract.ending = ending
    contract.ended_on = timezone.localdate()
    _cancel_what_is_left(contract, actor)
    publishing.publish_later(contract)


def _cancel_what_is_left(contract: Contract, actor: Actor) -> None:
    """Periods that have not begun, and money that nothing can make due any more.

    What has begun is still reported on and judged: work that was done is settled (clause 2.4c).
    """
    _cancel(contract, contract.periods.filter(status=P.PLANNED, from_on__gt=contract.ended_on), actor)


def _cancel(contract: Contract, periods: QuerySet[Period], actor: Actor) -> None:
    for period in periods:
        PERIODS.perform("cancel", period, actor=actor)
    unearned = Q(period__status__in=(P.CANCELLED, P.NOT_ACCEPTED))
    if contract.ending != Contract.Ending.COMPLETED:
        unearned |= Q(milestone_on__gt=contract.ended_on)
    for instalment in contract.instalments.filter(unearned, status=Instalment.Status.PLANNED):
        INSTALMENTS.perform("cancel", instalment, actor=actor)


def complete(contract: Contract, *, actor: Actor, data: Remark) -> None:
    """What was reserved and not paid is the department's again; what nobody reported in time is not judged any more."""
    _cancel(contract, contract.periods.filter(status__in=UNREPORTED), actor)
    reserving.release(contract.pk, actor=actor)
    publishing.publish_later(contract)


def archive(contract: Contract, *, actor: Actor, data: Remark) -> None:
    """Rule P-14: kept for fifteen years, or longer where the county says so."""
    contract.archived_on = timezone.localdate()
    years = configuration.current().values.purchases.archive_years
    contract.keep_until = years_after(contract.archived_on, years)


def conclude(contract: Contract, *, actor: Actor, data: Any) -> None:
    """Both sides have signed the original: the contract's own columns say what holds."""
    for name, value in data.columns.items():
        setattr(contract, name, value)
