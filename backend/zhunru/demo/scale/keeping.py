"""Rows in bulk, and with them the history that their steps would have left."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Model
from psycopg.sql import SQL, Composed, Identifier

from zhunru.core.actors import Actor
from zhunru.core.models import Tracked

BATCH = 10_000
"""Rows of one statement."""


@dataclass(frozen=True, slots=True)
class Past:
    """One step that a row has taken: as which version, when, why and by whom."""

    id: int
    version: int
    at: datetime
    reason: str
    by: Actor
    status: str = ""

    def told(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "version": self.version,
            "status": self.status,
            "at": self.at,
            "reason": self.reason,
            "type": "+" if self.version == 1 else "~",
            "person": self.by.user_id,
            "name": self.by.name,
            "role": self.by.role or "",
            "organisation": self.by.organisation_name,
        }


PAST = """id bigint, version int, status text, at timestamptz, reason text, type text, person bigint, name text,
role text, organisation text"""
KEPT = {
    "version": "past.version",
    "history_date": "past.at",
    "history_type": "past.type",
    "history_change_reason": "past.reason",
    "history_user_id": "past.person",
    "actor_name": "past.name",
    "actor_role": "past.role",
    "actor_organisation": "past.organisation",
}


def insert[M: Model](model: type[M], rows: Iterable[M]) -> list[M]:
    """The rows with their keys. Related rows must have been inserted before.

    Several times as fast as `bulk_create`: the values go over as JSON, and PostgreSQL takes them apart.
    """
    rows = list(rows)
    fields = [_field(model, field.name) for field in model._meta.concrete_fields if not field.primary_key]
    statement = SQL("INSERT INTO {0} ({1}) SELECT {1} FROM jsonb_to_recordset(%s) new({2}) RETURNING id").format(
        Identifier(model._meta.db_table),
        SQL(", ").join(Identifier(field.column) for field in fields),
        SQL(", ").join(field.typed for field in fields),
    )
    for n in range(0, len(rows), BATCH):
        batch = rows[n : n + BATCH]
        keys = _execute(statement, [_values(row, fields) for row in batch])
        for row, key in zip(batch, keys, strict=True):
            row.pk = key
    return rows


def _values(row: Model, fields: Sequence["_Column"]) -> dict[str, Any]:
    """By column; a related row that was inserted after `row` was made tells its key now."""
    values = row.__dict__
    for field in fields:
        if field.related and values[field.attname] is None:
            related = row._state.fields_cache.get(field.related)
            values[field.attname] = related.pk if related else None
    return {field.column: values[field.attname] for field in fields}


def insert_first(model: type[Tracked], rows: Iterable[Tracked], *, at: Sequence[datetime], by: Actor, why: str) -> None:
    """Rows that have seen one step only: they were made."""
    rows = list(rows)
    for row in rows:
        row.version = 1
    made = insert(model, rows)
    remember(model, [Past(row.pk, 1, when, why, by) for row, when in zip(made, at, strict=True)])


def remember(model: type[Tracked], past: Sequence[Past], **then: str) -> None:
    """The history of rows that are there: each step with the row's columns as they are today.

    `then` gives SQL for columns that were otherwise at the time, told by `past.status`, `past.version` and `row`.
    """
    values = KEPT | then
    if any(one.status for one in past):
        values = {"status": "past.status"} | values
    columns = [field.column for field in model.history.model._meta.concrete_fields if field.name != "history_id"]
    chosen = [SQL(values[name]) if name in values else Identifier("row", name) for name in columns]
    statement = SQL("INSERT INTO {} ({}) SELECT {} FROM jsonb_to_recordset(%s) past({}) JOIN {} row USING (id)").format(
        Identifier(model.history.model._meta.db_table),
        SQL(", ").join(map(Identifier, columns)),
        SQL(", ").join(chosen),
        SQL(PAST),
        Identifier(model._meta.db_table),
    )
    ordered = sorted(past, key=lambda one: one.at)
    for n in range(0, len(ordered), BATCH):
        _execute(statement, [one.told() for one in ordered[n : n + BATCH]])


def amend(model: type[Model], changes: Mapping[int, Mapping[str, Any]]) -> None:
    """Change columns of rows by their ids; every change names the same fields."""
    if not changes:
        return
    fields = [_field(model, name) for name in next(iter(changes.values()))]
    sets = [SQL("{0} = new.{0}").format(Identifier(field.column)) for field in fields]
    statement = SQL("UPDATE {} row SET {} FROM jsonb_to_recordset(%s) new(id bigint, {}) WHERE row.id = new.id").format(
        Identifier(model._meta.db_table), SQL(", ").join(sets), SQL(", ").join(field.typed for field in fields)
    )
    rows = [{"id": id, **{field.column: change[field.name] for field in fields}} for id, change in changes.items()]
    for n in range(0, len(rows), BATCH):
        _execute(statement, rows[n : n + BATCH])


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    attname: str
    column: str
    typed: Composed
    """Its name and type, for a list of columns."""
    related: str
    """Under which name a row keeps the related one; empty where there is none."""


def _field(model: type[Model], name: str) -> _Column:
    field: Any = model._meta.get_field(name)
    typed = SQL("{} {}").format(Identifier(field.column), SQL(field.db_type(connection)))
    return _Column(name, field.attname, field.column, typed, field.name if field.is_relation else "")


def _execute(statement: Composed, rows: list[dict[str, Any]]) -> list[int]:
    """The keys that the statement returns, if any, in the order of the rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(rows, default=_plain, ensure_ascii=False)])
        return [key for (key,) in cursor.fetchall()] if cursor.description else []


def _plain(value: Any) -> str:
    """Days, times, amounts and keys as PostgreSQL reads them."""
    return value.isoformat() if isinstance(value, date) else str(value)
