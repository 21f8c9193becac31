"""Bringing a table of the database to what a table that people keep says."""

from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import models
from django.utils.translation import gettext as _

from zhunru.core.tables import Faults, Report, Row, read_csv


def read_unique[M: models.Model](
    path: Path, columns: tuple[str, ...], key: str, make: Callable[[Row], M], faults: Faults
) -> list[tuple[Row, M]]:
    """What `make` makes of each row of a csv file; two rows with the same `key` are a fault."""
    found: list[tuple[Row, M]] = []
    places: dict[str, Row] = {}
    for row in read_csv(path, columns, faults):
        first = places.setdefault(row.cells[key], row)
        if first is not row:
            row.fault(key, _("与第 %(row)s 行重复") % {"row": first.number})
        found.append((row, make(row)))
    return found


def bring[M: models.Model](model: type[M], key: str, rows: Iterable[M], report: Report) -> None:
    """Add what is new, change what differs, tell what is missing."""
    held = {getattr(one, key): one for one in model._default_manager.all()}
    columns = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
    new, changed = [], []
    for row in rows:
        there = held.pop(getattr(row, key), None)
        if there is None:
            new.append(row)
        elif any(getattr(there, name) != getattr(row, name) for name in columns):
            row.pk = there.pk
            changed.append(row)
        else:
            report.unchanged += 1
    model._default_manager.bulk_create(new)
    if changed:
        model._default_manager.bulk_update(changed, columns)
    report.new.extend(map(str, new))
    report.changed.extend(map(str, changed))
    report.missing.extend(map(str, held.values()))
