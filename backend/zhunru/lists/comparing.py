"""The difference between two editions of a list: removed, added, changed field by field.

Applied to the old edition's entries it gives the new one's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from zhunru.lists.models import Edition, Entry
from zhunru.lists.services.drafting import COPIED

COMPARED = tuple(name for name in COPIED if name not in ("kind", "code", "initials"))
"""Everything that a reader can see of an entry."""
LABELS = {field.name: field.verbose_name for field in Entry._meta.concrete_fields}


@dataclass(frozen=True)
class FieldChange:
    name: str
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Changed:
    old: Entry
    new: Entry
    fields: list[FieldChange]


@dataclass
class Difference:
    """`old` is None for a first edition. What was removed comes first: people read additions only."""

    old: Edition | None
    new: Edition
    removed: list[Entry] = field(default_factory=list)
    added: list[Entry] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    """Code -> why, as the new edition tells it."""


def between(old: Edition | None, new: Edition) -> Difference:
    """Two queries; editions of one list."""
    before = {entry.code: entry for entry in kept(old)} if old else {}
    after = {entry.code: entry for entry in kept(new)}
    found = Difference(old, new)
    found.removed = [entry for code, entry in before.items() if code not in after]
    found.added = [entry for code, entry in after.items() if code not in before]
    for code, entry in after.items():
        if code in before and (fields := changes(before[code], entry)):
            found.changed.append(Changed(before[code], entry, fields))
    found.reasons = dict(new.entries.exclude(change_reason="").values_list("code", "change_reason"))
    return found


def kept(edition: Edition) -> Iterable[Entry]:
    """What the edition holds, in its order."""
    rows: Iterable[Entry] = edition.entries.filter(removed=False).order_by("seq", "id")
    return rows


def changes(old: Entry, new: Entry) -> list[FieldChange]:
    """Field by field, as a reader sees it."""
    return [
        FieldChange(name, str(LABELS[name]), shown(old, name), shown(new, name))
        for name in COMPARED
        if getattr(old, name) != getattr(new, name)
    ]


def shown(entry: Entry, name: str) -> str:
    """A value in words."""
    value = getattr(entry, name)
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, list):
        words = dict(getattr(Entry._meta.get_field(name), "base_field", None).choices or ())  # type: ignore[union-attr]
        return "、".join(str(words.get(one, one)) for one in value)
    return str(value)
