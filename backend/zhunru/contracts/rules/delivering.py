"""When work may be recorded, confirmed and queried (clause 2.4c)."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from zhunru.contracts.models import Clause, Contract, Deliverable
from zhunru.contracts.scoring import MeasureKind
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError
from zhunru.purchases.choices import Side

UNDER_WORK = (Contract.Status.PERFORMING, Contract.Status.SUSPENDED, Contract.Status.SETTLEMENT)
COUNTED = (MeasureKind.COUNT, MeasureKind.RATIO)


def is_own_village(deliverable: Deliverable, actor: Actor) -> None:
    """A village's own staff write what it has done."""
    speaks_for_the_village(deliverable.contract, actor)


def speaks_for_the_village(contract: Contract, actor: Actor) -> None:
    if contract.village_id not in actor.village_ids:
        raise DomainError("other_village", _("只能办理本村（社区）的合同"))


def is_under_work(contract: Contract) -> None:
    """Work is recorded while the contract is performed, and until it is settled."""
    if contract.status not in UNDER_WORK:
        raise DomainError("not_performing", _("合同不在履行期，不能填写服务记录"))


def still_under_work(deliverable: Deliverable, _actor: Actor) -> None:
    """The contract is being performed, rests, or is being settled."""
    is_under_work(deliverable.contract)


def within_the_term(contract: Contract, done_on: date) -> None:
    if contract.starts_on is None or contract.ends_on is None or not contract.starts_on <= done_on <= contract.ends_on:
        raise InvalidError("outside_the_term", _("完成日期应在合同期限内"), field="done_on")


def fits_its_clause(clause: Clause, quantity: Decimal | None) -> None:
    """A record says how much where its clause counts, under a duty of the provider's."""
    if clause.side != Side.PROVIDER:
        raise InvalidError("purchasers_clause", _("该条款是购买主体的义务，请另选条款"), field="clause")
    if clause.measure in COUNTED and quantity is None:
        raise InvalidError("no_quantity", _("该条款按数量计，请填写数量"), field="quantity")
