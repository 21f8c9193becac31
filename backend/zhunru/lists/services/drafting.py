"""A new edition starts as a copy of the one before; its entries are then added, changed and taken out, with reasons."""

from typing import Any

from django.db import transaction
from django.db.models import IntegerField, Max
from django.db.models.functions import Cast, Substr
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.history import create_many
from zhunru.core.roles import OFFICE_ROLES
from zhunru.core.workflow import stale
from zhunru.lists import legal_bases
from zhunru.lists.initials import initials_of
from zhunru.lists.models import CODE_LETTERS, Edition, Entry, ListKind
from zhunru.lists.services import articles

OWN = ("id", "version", "edition", "change_reason", "removed")
"""Columns that a copy does not take over."""
COPIED = tuple(f.attname for f in Entry._meta.concrete_fields if f.name not in OWN)
EDITABLE = tuple(name for name in COPIED if name not in ("kind", "code", "initials", "matter_code"))


@transaction.atomic
def start(kind: ListKind, *, actor: Actor, note: str = "") -> Edition:
    """The draft of the next edition, a copy of the last published. DomainError when one is under way."""
    may_draft(actor)
    if Edition.objects.filter(kind=kind, status__in=Edition.UNDERWAY).exists():
        raise DomainError("edition_under_way", _("该清单已有一版正在拟制，请先完成或者作废"))
    last = Edition.objects.filter(kind=kind, status=Edition.Status.PUBLISHED).order_by("-number").first()
    edition = Edition(kind=kind, based_on=last, note=note or (last.note if last else ""))
    edition.record(actor=actor, reason=gettext_lazy("拟制新版"))
    if last:
        copy_entries(last, edition, actor=actor)
    return edition


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
    if edition.kind == ListKind.ASSIST and edition.based_on_id and not matter_code:
        raise DomainError("by_admission", _("协助办理事项清单须经准入程序增加事项，不得直接添加"), field="title")
    entry = Entry(edition=edition, kind=edition.kind, code=next_code(ListKind(edition.kind)), matter_code=matter_code)
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
    before = _before(entry)
    if entry.kind == ListKind.STATUTORY and before and not _rests_on_ended(before, timezone.localdate()):
        raise DomainError(
            "law_stands", _("法定事项的依据未失效，不得移出；请先在依据登记中记明条款的废止或者变更"), field="reason"
        )
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


def next_code(kind: ListKind) -> str:
    """The code after the last that was ever given in this list, published or not (rule L-01)."""
    number = Cast(Substr("code", 3), IntegerField())
    last = Entry.objects.filter(kind=kind).aggregate(last=Max(number))["last"] or 0
    return f"{CODE_LETTERS[kind]}-{last + 1:03}"


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
    if not legal_bases.parse(entry.legal_basis):
        raise InvalidError(
            "legal_basis", _("无法分出文件和条款，请写成“《文件》第几条”，多项以分号隔开"), field="legal_basis"
        )
    _stands_nowhere_else(entry)


def _stands_nowhere_else(entry: Entry) -> None:
    """An entry belongs to exactly one list (rule L-01), and stands in it once."""
    same = Entry.objects.filter(title=entry.title).exclude(pk=entry.pk)
    twin = same.filter(edition_id=entry.edition_id, legal_basis=entry.legal_basis).first()
    other = same.exclude(kind=entry.kind).filter(
        edition__status__in=(*Edition.UNDERWAY, Edition.Status.PUBLISHED), edition__ends_on=None, removed=False
    )
    if found := twin or other.first():
        said = {"list": found.get_kind_display(), "code": found.code}
        raise DomainError("listed_already", _("%(list)s %(code)s 已有同名事项") % said, field="title", entry=found.pk)


def _rests_on_ended(entry: Entry, today: Any) -> bool:
    return bool(entry.bases.filter(ended_on__lte=today).exists())


def _last_seq(edition: Edition) -> int:
    return int(edition.entries.order_by("-seq").values_list("seq", flat=True).first() or 0)


def may_draft(actor: Actor) -> None:
    """The office that keeps the lists, and what runs by itself."""
    if actor.role is not None and not actor.has_role(*OFFICE_ROLES):
        raise NotAllowedError("role", _("只有社会工作部可以编辑清单"))


def _open(edition: Edition, actor: Actor) -> Edition:
    """The edition's row, locked, if its entries may still be edited."""
    may_draft(actor)
    locked: Edition = Edition.objects.select_for_update().get(pk=edition.pk)
    if locked.status not in Edition.OPEN:
        said = {"status": locked.get_status_display()}
        raise DomainError("edition_settled", _("该版清单%(status)s，内容不能更改；如需更改请拟制新版") % said)
    return locked


def _locked(entry: Entry, actor: Actor, version: int | None) -> Entry:
    edition = _open(entry.edition, actor)
    locked: Entry = Entry.objects.select_for_update().get(pk=entry.pk)
    locked.edition = edition
    if version is not None and version != locked.version:
        raise stale(locked)
    return locked
