"""A new edition starts as a copy of the one before; its entries are then added, changed and taken out, with reasons."""

from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.core.actors import Actor
from zhunru.core.errors import InvalidError
from zhunru.core.history import create_many
from zhunru.core.workflow import stale
from zhunru.lists import legal_bases, rules
from zhunru.lists.initials import initials_of
from zhunru.lists.models import Edition, Entry, ListKind
from zhunru.lists.services import articles, codes

OWN = ("id", "version", "edition", "change_reason", "removed")
"""Columns that a copy does not take over."""
COPIED = tuple(f.attname for f in Entry._meta.concrete_fields if f.name not in OWN)
EDITABLE = tuple(name for name in COPIED if name not in ("kind", "code", "initials", "matter_code"))


@transaction.atomic
def start(kind: ListKind, *, actor: Actor, note: str = "") -> Edition:
    """The draft of the next edition, a copy of the last published. DomainError when one is under way."""
    rules.may_draft(actor)
    edition = begin(kind, note=note or None, actor=actor, reason=gettext_lazy("拟制新版"))
    if edition.based_on:
        copy_entries(edition.based_on, edition, actor=actor)
    return edition


def begin(kind: ListKind, *, note: str | None, actor: Actor, reason: str | Promise) -> Edition:
    """The next edition, still without entries; None for `note` takes over the last one's."""
    rules.may_begin(kind)
    last = last_published(kind)
    edition = Edition(kind=kind, based_on=last, note=(last.note if last else "") if note is None else note)
    edition.record(actor=actor, reason=reason)
    return edition


def last_published(kind: ListKind) -> Edition | None:
    return Edition.objects.filter(kind=kind, status=Edition.Status.PUBLISHED).order_by("-number").first()


def copy_entries(source: Edition, target: Edition, *, actor: Actor) -> list[Entry]:
    """Everything that stays in `source`, with the same codes and bases."""
    rows = list(source.entries.filter(removed=False).order_by("seq", "id"))
    made = create_many(
        Entry,
        [Entry(edition=target, **{name: getattr(row, name) for name in COPIED}) for row in rows],
        actor=actor,
        reason=_("自第 %(number)s 版沿用") % {"number": source.number},
    )
    through = Entry.bases.through._default_manager
    ids = {old.pk: new.pk for old, new in zip(rows, made, strict=True)}
    links = through.filter(entry__in=ids).values_list("entry_id", "legalbasis_id")
    through.bulk_create(through.model(entry_id=ids[entry], legalbasis_id=basis) for entry, basis in links)
    return made


@transaction.atomic
def add_entry(edition: Edition, values: dict[str, Any], *, reason: str, actor: Actor, matter_code: str = "") -> Entry:
    """A new entry under a new code. An assist list grows through admission only (opinion 3.1b, rule L-06)."""
    edition = _open(edition, actor)
    if not matter_code:
        rules.grows_by_hand(edition)
    kind = ListKind(edition.kind)
    code = codes.code(kind, codes.last_number(kind) + 1)
    entry = Entry(edition=edition, kind=kind, code=code, matter_code=matter_code)
    entry.seq = values.get("seq") or _last_seq(edition) + 1
    _write(entry, values, reason)
    entry.record(actor=actor, reason=reason)
    entry.bases.set(articles.rests_on(_printed(entry)))
    return entry


@transaction.atomic
def change_entry(
    entry: Entry, values: dict[str, Any], *, reason: str, actor: Actor, version: int | None = None
) -> Entry:
    """Bring an entry of a draft to `values`; it rests on what it did unless what it prints of its basis changes.

    DomainError("stale") if somebody else changed it meanwhile.
    """
    entry = _locked(entry, actor, version)
    if all(getattr(entry, name) == value for name, value in values.items()):
        return entry
    printed = _printed(entry)
    _write(entry, values, reason)
    entry.record(actor=actor, reason=reason)
    if _printed(entry) != printed:
        entry.bases.set(articles.rests_on(_printed(entry)))
    return entry


@transaction.atomic
def remove_entry(entry: Entry, *, reason: str, actor: Actor, version: int | None = None) -> Entry:
    """It leaves with this edition. A statutory duty leaves only when its law has changed (rule L-06)."""
    entry = _locked(entry, actor, version)
    if rules.bound_by_law(entry.edition, [entry.code]):
        raise rules.law_stands()
    entry.removed, entry.change_reason = True, reason
    entry.record(actor=actor, reason=reason)
    return entry


@transaction.atomic
def restore_entry(entry: Entry, *, reason: str, actor: Actor, version: int | None = None) -> Entry:
    """It stays after all."""
    entry = _locked(entry, actor, version)
    entry.removed = False
    entry.change_reason = reason if entry.edition.based_on_id and not _is_as_before(entry) else ""
    _stands_nowhere_else(entry)
    entry.record(actor=actor, reason=reason)
    return entry


def _before(entry: Entry) -> Entry | None:
    """The same entry in the edition before; None for one that is new."""
    if entry.edition.based_on_id is None:
        return None
    found: Entry | None = Entry.objects.filter(
        edition=entry.edition.based_on_id, code=entry.code, removed=False
    ).first()
    return found


def _is_as_before(entry: Entry) -> bool:
    before = _before(entry)
    return before is not None and all(getattr(before, name) == getattr(entry, name) for name in COPIED)


def _printed(entry: Entry) -> list[legal_bases.Dated]:
    return legal_bases.printed(entry.legal_basis, entry.basis_version)


def _write(entry: Entry, values: dict[str, Any], reason: str) -> None:
    if not reason:
        raise InvalidError("required", _("请写明变动理由"), field="reason")
    unknown = set(values) - set(EDITABLE)
    if unknown:
        raise ValueError(f"no columns of an entry: {unknown}")
    for name, value in values.items():
        setattr(entry, name, value)
    entry.initials, entry.change_reason = initials_of(entry.title), reason
    if entry.deviation and not entry.deviation_reason:
        raise InvalidError("required", _("与上级指导清单不同的，请说明理由"), field="deviation_reason")
    if entry.kind != ListKind.NEGATIVE and (
        entry.object_types or entry.departments or entry.keywords or entry.outright
    ):
        raise InvalidError("not_negative", _("只有负面清单事项可以规定禁止的对象、部门和关键词"), field="object_types")
    if entry.outright and not (entry.object_types or entry.departments):
        raise InvalidError("required", _("一律禁止的，请选择对象类型或者部门"), field="object_types")
    if wrong := articles.wrong_with(entry.legal_basis):
        raise InvalidError("legal_basis", wrong, field="legal_basis")
    _stands_nowhere_else(entry)


def _stands_nowhere_else(entry: Entry) -> None:
    """An entry belongs to exactly one list (rule L-01), and stands in it once."""
    same = Entry.objects.filter(edition=entry.edition_id, title=entry.title, legal_basis=entry.legal_basis)
    twin = same.exclude(pk=entry.pk).first()
    if found := twin or rules.listed_elsewhere(entry.kind, [entry.title]).first():
        raise rules.listed_already(found)


def _last_seq(edition: Edition) -> int:
    return int(edition.entries.order_by("-seq").values_list("seq", flat=True).first() or 0)


def _open(edition: Edition, actor: Actor) -> Edition:
    """The edition's row, locked, if its entries may still be edited."""
    locked: Edition = Edition.objects.select_for_update().get(pk=edition.pk)
    rules.may_edit(locked, actor)
    return locked


def _locked(entry: Entry, actor: Actor, version: int | None) -> Entry:
    edition = _open(entry.edition, actor)
    locked: Entry = Entry.objects.select_for_update().get(pk=entry.pk)
    locked.edition = edition
    if version is not None and version != locked.version:
        raise stale(locked)
    return locked
