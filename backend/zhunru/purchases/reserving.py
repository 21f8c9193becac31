"""What a contract binds of its budget lines, while the township that holds the contract writes (rule P-02)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.purchases.models import Reservation
from zhunru.tenancy.context import current

OVERDRAWN = "a_budget_line_is_never_overdrawn"


@transaction.atomic
def reserve(contract_id: int, amounts: Mapping[int, Decimal], *, actor: Actor) -> None:
    """Bind so much of each line (by id) for the contract, in place of what it bound before.

    DomainError when a line has not enough left: of two who reserve the last money at once, one is told so.
    """
    held = _held(contract_id)
    for line_id in sorted(amounts):
        row = held.get(line_id) or Reservation(realm=_realm(), contract_id=contract_id, line_id=line_id)
        if row.amount != amounts[line_id] or row.released_at:
            row.amount, row.released_at = amounts[line_id], None
            _write(row, actor, gettext_lazy("签订合同，占用预算"))
    for line_id in sorted(held.keys() - amounts.keys()):
        _release(held[line_id], actor)


@transaction.atomic
def spend(contract_id: int, amount: Decimal, *, actor: Actor) -> None:
    """So much was paid: taken from the contract's lines in the order of their years, as far as each is bound."""
    left = amount
    for row in sorted(_held(contract_id).values(), key=lambda row: (row.line.year, row.line_id)):
        part = min(left, row.amount - row.spent)
        if part > 0 and row.released_at is None:
            row.spent += part
            left -= part
            _write(row, actor, gettext_lazy("支付价款"))
    if left:
        raise DomainError("not_reserved", _("支付金额超出本合同已占用的预算 %(left)s 元") % {"left": f"{left:.2f}"})


@transaction.atomic
def release(contract_id: int, *, actor: Actor) -> None:
    """The contract has been settled: what it did not spend is free again."""
    for line_id, row in sorted(_held(contract_id).items()):
        if line_id and row.released_at is None:
            _release(row, actor)


def _release(row: Reservation, actor: Actor) -> None:
    row.released_at = timezone.now()
    _write(row, actor, gettext_lazy("释放未支付的预算"))


def _held(contract_id: int) -> dict[int, Reservation]:
    rows = Reservation.objects.select_for_update(of=("self",)).filter(contract_id=contract_id).select_related("line")
    return {row.line_id: row for row in rows.order_by("line_id")}


def _realm() -> str:
    realm = current().realm
    if realm is None:
        raise RuntimeError("a reservation is written in its township")
    return str(realm)


def _write(row: Reservation, actor: Actor, reason: str | Promise) -> None:
    with _told():
        row.record(actor=actor, reason=reason)


@contextmanager
def _told() -> Iterator[None]:
    """In the line's words, when the database says that it has not enough."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        cause: Any = error.__cause__
        if cause is None or cause.diag.constraint_name != OVERDRAWN:
            raise
        raise DomainError("budget_exhausted", _("预算项目余额不足，可能刚被其他合同占用，请核对后再签订")) from error
