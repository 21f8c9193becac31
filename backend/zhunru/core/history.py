"""Keeping and reading a tracked row's history: what changed, who changed it, when and why."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Schema
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history

from zhunru.core.actors import Actor
from zhunru.core.roles import Role


class Signature(models.Model):
    """Who made the change, in words: the row must still speak when the account is long gone."""

    actor_name = models.TextField(default="")
    actor_role = models.TextField(default="")
    actor_organisation = models.TextField(default="")

    class Meta:
        abstract = True


def _sign(record: Any, actor: Actor | None) -> None:
    if actor is None:
        raise RuntimeError("a tracked row was saved without an actor; call record(actor=..., reason=...)")
    record.history_user_id = actor.user_id
    record.actor_name = actor.name
    record.actor_role = actor.role or ""
    record.actor_organisation = actor.organisation_name


def records() -> HistoricalRecords:
    """The history of a tracked model: no foreign key to users, reasons of any length, never a password."""
    return HistoricalRecords(
        inherit=True,
        excluded_fields=["password"],
        bases=[Signature],
        history_id_field=models.BigAutoField(primary_key=True),
        history_change_reason_field=models.TextField(null=True),
        history_user_id_field=models.BigIntegerField(null=True),
        history_user_getter=lambda record: record.history_user_id,
        history_user_setter=_sign,
    )


def create_many[M: models.Model](model: type[M], rows: Iterable[M], *, actor: Actor, reason: str) -> list[M]:
    """Insert `rows`, each with its first history record, in two statements."""
    made: list[M] = bulk_create_with_history(
        list(rows), model, default_user=actor, default_change_reason=reason, batch_size=500
    )
    return made


class Change(Schema):
    field: str
    label: str
    old: str
    new: str


class Entry(Schema):
    at: datetime
    by: str
    role: str
    organisation: str
    reason: str
    changes: list[Change]


def entries(obj: models.Model, *parts: models.Model) -> list[Entry]:
    """Newest first; each entry holds what changed since the one before it.

    `parts` are rows that belong to `obj`, such as the decision on an application: of them the first values are
    told, too.
    """
    told = _entries(obj, with_first=False)
    told += [entry for part in parts for entry in _entries(part, with_first=True)]
    return sorted(told, key=lambda entry: entry.at, reverse=True)


def _entries(obj: Any, *, with_first: bool) -> list[Entry]:
    found = list(obj.history.all().order_by("-history_date", "-history_id"))
    return [
        _entry(new, _changes(new, old) if old or with_first else [])
        for new, old in zip(found, [*found[1:], None], strict=True)
    ]


def _entry(new: Any, changes: list[Change]) -> Entry:
    role = new.actor_role
    return Entry(
        at=new.history_date,
        by=new.actor_name,
        role=str(Role(role).label) if role else "",
        organisation=new.actor_organisation,
        reason=new.history_change_reason or "",
        changes=changes,
    )


UNTOLD = frozenset({"id", "version"})
"""Columns that say nothing to a reader."""


def _is_told(field: Any) -> bool:
    """A plain `..._id` points at a row that this side does not hold; its name stands in a column beside it."""
    return field.name not in UNTOLD and not field.name.endswith("_id")


def _changes(new: Any, old: Any) -> list[Change]:
    """What differs; where there was nothing before, all that is said but the rows it belongs to.

    A whole structure is not told: it has pages of its own.
    """
    fields = [f for f in new.tracked_fields if _is_told(f) and (old or not f.is_relation)]
    return [
        Change(field=f.name, label=str(f.verbose_name), old=told(f, before), new=told(f, after))
        for f in fields
        if (before := getattr(old, f.attname, None)) != (after := getattr(new, f.attname))
        and (old or after != "")
        and not isinstance(after, dict)
    ]


def told(field: Any, value: Any) -> str:
    """The value as a reader would put it: the label of a choice, the name of another row, nothing for nothing."""
    if value is None or value == "":
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.is_relation:
        return str(field.related_model._default_manager.filter(pk=value).first() or value)
    if isinstance(value, list):
        named = dict(field.base_field.flatchoices) if isinstance(field, ArrayField) else {}
        return "、".join(_item(named.get(item, item) if named else item) for item in value)
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    return str(value)


def _item(value: Any) -> str:
    """The words of it; a mark that is set says nothing by itself."""
    if not isinstance(value, dict):
        return str(value)
    return " ".join(str(part) for part in value.values() if part and part is not True)
