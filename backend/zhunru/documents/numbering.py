"""Paper numbers without gaps (rule A-18): 演社工准〔2026〕1号 (GB/T 9704-2012, 7.2.5)."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from zhunru.documents.kinds import Kind
from zhunru.documents.models import NumberSeries


@dataclass(frozen=True, slots=True)
class Number:
    series: NumberSeries
    seq: int

    def __str__(self) -> str:
        return f"{self.series}{self.seq}号"


def allot(kind: Kind, year: int, organ_code: str = "") -> Number:
    """The next number of the kind's series in `year`, under the county's sign or another.

    It must run inside the transaction that issues the paper: the series' row stays locked until that ends; a rollback
    gives the number back, and whoever comes meanwhile waits for it.
    """
    wanted: dict[str, Any] = {
        "organ_code": organ_code or settings.PAPER_NUMBER_PREFIX,
        "series": kind.series,
        "year": year,
    }
    NumberSeries.objects.get_or_create(**wanted)
    series = NumberSeries.objects.select_for_update().get(**wanted)
    series.last += 1
    series.save(update_fields=["last"])
    return Number(series, series.last)
