"""The night in the townships: each under its own role, a few statements however many placements there are.

The apps above this one answer the signals: what a township holds, they know.
"""

from collections import defaultdict
from datetime import date
from typing import Any, cast

from django.dispatch import Signal

from zhunru.admissions.sweeping.rows import Tally, alone
from zhunru.divisions.models import Township
from zhunru.divisions.queries import townships_in_use
from zhunru.tenancy.context import county_context, township_context

in_township = Signal()
"""Sent under the township's role, with sender=Township, township and today; a receiver gives counts by name."""
in_county = Signal()
"""Sent on the county's side when all townships are through, with sender=Township and today; likewise."""

Counts = dict[str, int]


def sweep(today: date) -> dict[str, Tally]:
    """One transaction for each township; one that fails is logged, and the others go on."""
    with county_context():
        places = list(townships_in_use())
    done: defaultdict[str, Tally] = defaultdict(Tally)
    for township in places:
        with township_context(township):
            _add(done, in_township, township.schema_name, township=township, today=today)
    with county_context():
        _add(done, in_county, "deliveries", today=today)
    return dict(done)


def _add(done: defaultdict[str, Tally], signal: Signal, what: str, **said: Any) -> None:
    counts: list[Counts] = []

    def act() -> bool:
        counts.extend(cast("Counts", answer) for _receiver, answer in signal.send(sender=Township, **said))
        return True

    if alone(act, what).failed:
        done[f"failed: {what}"] += Tally(failed=1)
    for name, count in (pair for each in counts for pair in each.items()):
        done[name] += Tally(done=count)
