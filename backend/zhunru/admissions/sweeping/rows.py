"""Row by row: each in a short transaction of its own, so that what was done stays done when the night is cut short."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from zhunru.workdays.models import Clock

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows were changed or told of, and how many could not be: those are tried again."""

    done: int = 0
    failed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.done + other.done, self.failed + other.failed)


def each[M: Model](rows: QuerySet[M], act: Callable[[M], bool]) -> Tally:
    """`act` on each of `rows`, locked and still one of them; what somebody else works on is left for the next time.

    A row that fails is logged and does not hold up the others. `act` says whether there was anything to do.
    """
    found = list(rows.order_by("pk").values_list("pk", flat=True))
    return sum((_one(rows, pk, act) for pk in found), Tally())


def _one[M: Model](rows: QuerySet[M], pk: int, act: Callable[[M], bool]) -> Tally:
    def locked_act() -> bool:
        row = rows.select_for_update(skip_locked=True, no_key=True, of=("self",)).filter(pk=pk).first()
        return row is not None and act(row)

    return alone(locked_act, f"{rows.model._meta.label} {pk}")


def alone(act: Callable[[], bool], what: str) -> Tally:
    """`act` in a transaction of its own."""
    try:
        with transaction.atomic():
            return Tally(done=int(act()))
    except Exception:
        logger.exception("sweep: %s failed and is tried again", what)
        return Tally(failed=1)


def overdue(model: type[Model], name: str, today: object) -> Q:
    """Rows whose running clock of that name was due before today; one that has no due date is never overdue."""
    late = Clock.objects.filter(subject=model._meta.label_lower, name=name, met_on=None, due_on__lt=today)
    return Q(pk__in=late.values("subject_id"))
