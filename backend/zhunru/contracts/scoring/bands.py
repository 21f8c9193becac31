"""What a score is called. Only a contract that says so has bands; without them each clause is met, partly or not."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from zhunru.contracts.scoring.choices import Satisfaction
from zhunru.core.errors import InvalidError


class Band(NamedTuple):
    """From this score on, the score included."""

    least: Decimal
    label: Satisfaction


DEFAULT_BANDS = (
    Band(Decimal(90), Satisfaction.SATISFIED),
    Band(Decimal(80), Satisfaction.BASICALLY),
    Band(Decimal(60), Satisfaction.REMEDY),
)
"""What a contract is offered; below the lowest band nobody is satisfied."""


def bands_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Band, ...]:
    """From [{"from": "90", "label": "satisfied"}, ...]."""
    return tuple(Band(Decimal(str(row["from"])), Satisfaction(row["label"])) for row in rows)


def check_bands(bands: Sequence[Band]) -> None:
    """Raises InvalidError unless each better label begins at a higher score, from 0 to 100."""
    if not all(band.least.is_finite() and 0 <= band.least <= 100 for band in bands):
        raise InvalidError("bands", _("各档起点应当在 0 到 100 分之间"), field="bands")
    best = list(Satisfaction)
    falling = sorted(bands, key=lambda band: best.index(band.label))
    if any(band.label == worse.label or band.least <= worse.least for band, worse in pairwise(falling)):
        raise InvalidError("bands", _("各档不能重复，较好的一档起点应当较高"), field="bands")


def band_of(score: Decimal | None, bands: Sequence[Band]) -> Satisfaction | None:
    """By the score as it is shown, so that nobody reads 90.00 and is told that it is less than 90."""
    check_bands(bands)
    if score is None or not bands:
        return None
    reached = [band for band in bands if score >= band.least]
    return max(reached).label if reached else Satisfaction.NOT_SATISFIED
