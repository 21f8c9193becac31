"""What many deliverables of a period add up to, clause by clause: the actual quantity of a count or a ratio."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from zhunru.contracts.scoring.exact import EXACT
from zhunru.core.errors import InvalidError


class Delivered(NamedTuple):
    """One deliverable: the number of its clause, how much if it is counted, and whether it has been confirmed."""

    number: int
    quantity: Decimal | None
    confirmed: bool = True


def quantities(deliverables: Iterable[Delivered]) -> Mapping[int, Decimal]:
    """Confirmed quantities by clause number, each deliverable looked at once. A clause without any is 0."""
    sums: defaultdict[int, Decimal] = defaultdict(Decimal)
    for number, quantity, confirmed in deliverables:
        if quantity is None:
            continue
        if not quantity.is_finite() or quantity < 0:
            raise InvalidError("negative", _("数量不能为负"), field="quantity", clause=number)
        if confirmed:
            sums[number] = EXACT.add(sums[number], quantity)
    return sums
