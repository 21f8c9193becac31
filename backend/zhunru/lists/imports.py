"""Taking over the three lists as one edition each."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.core.actors import Actor
from zhunru.core.history import create_many
from zhunru.core.tables import Faults, Report, checked
from zhunru.lists.files import Item, find_files, read_lists
from zhunru.lists.legal_bases import Basis
from zhunru.lists.models import CODE_LETTERS, Edition, Entry, LegalBasis, ListKind

ASSEMBLED_FROM_LAW = gettext_lazy("本清单根据国家法律法规和政策文件逐条整理，并非本县（区）制定的清单。")


@transaction.atomic
def import_lists(paths: Iterable[Path], *, number: int, effective_on: date, note: str, actor: Actor) -> Report:
    """Bring edition `number` of every list that the files hold to what they say; a second run changes nothing.

    An entry keeps the code that its title and legal basis had in an earlier edition. `note` says what the lists are
    and goes to new editions. Raises TableError with every fault; nothing is kept then.
    """
    files = find_files(paths)
    with checked() as faults:
        items = read_lists(files, faults)
        _refuse_other_day(files, items, number, effective_on, faults)
    reason = _("导入 %(files)s") % {"files": "、".join(path.name for path in files)}
    report = Report()
    for kind in ListKind:
        of_kind = [item for item in items if item.kind == kind]
        if of_kind:
            edition = _take_edition(kind, number, effective_on, note, actor, reason)
            _take_entries(edition, of_kind, actor, reason, report)
    return report


def _refuse_other_day(files: list[Path], items: list[Item], number: int, day: date, faults: Faults) -> None:
    """An edition that is there keeps its day, and no two editions of a list begin on one."""
    kinds = {item.kind for item in items}
    for edition in Edition.objects.filter(kind__in=kinds):
        if (edition.number == number) != (edition.effective_on == day):
            said = {"kind": edition.get_kind_display(), "number": edition.number, "day": edition.effective_on}
            faults.add(files[0].name, 0, "", _("%(kind)s第 %(number)s 版自 %(day)s 起施行，版次与日期不符") % said)


def _take_edition(kind: ListKind, number: int, day: date, note: str, actor: Actor, reason: str) -> Edition:
    edition: Edition | None = Edition.objects.filter(kind=kind, number=number).first()
    if edition is None:
        edition = Edition(kind=kind, number=number, effective_on=day, note=note)
        edition.record(actor=actor, reason=reason)
    return edition


def _take_entries(edition: Edition, items: list[Item], actor: Actor, reason: str, report: Report) -> None:
    known = {(entry.title, entry.legal_basis): entry for entry in edition.entries.all()}
    codes = _Codes(ListKind(edition.kind))
    new, changed = [], []
    for item in items:
        entry = known.pop(item.key, None)
        if entry is None:
            new.append((Entry(edition=edition, kind=edition.kind, code=codes.of(item), **item.values), item))
        elif _differs(entry, item):
            entry.record(actor=actor, reason=reason)
            changed.append((entry, item))
        else:
            report.unchanged += 1
    created = create_many(Entry, [entry for entry, _item in new], actor=actor, reason=reason)
    _rest([*zip(created, [item for _entry, item in new], strict=True), *changed])
    report.new.extend(map(str, created))
    report.changed.extend(str(entry) for entry, _item in changed)
    report.missing.extend(map(str, known.values()))


def _differs(entry: Entry, item: Item) -> bool:
    """Bring the entry to the item's values; True if there was one to change."""
    changes = {name: value for name, value in item.values.items() if getattr(entry, name) != value}
    for name, value in changes.items():
        setattr(entry, name, value)
    return bool(changes)


def _rest(entries: list[tuple[Entry, Item]]) -> None:
    """Rest each entry on the legal bases that its item names, and on no others."""
    rows = _legal_bases({basis for _entry, item in entries for basis in item.bases})
    links = Entry.bases.through._default_manager
    links.filter(entry__in=[entry for entry, _item in entries]).delete()
    links.bulk_create(
        links.model(entry=entry, legalbasis=rows[basis]) for entry, item in entries for basis in item.bases
    )


def _legal_bases(wanted: set[tuple[Basis, date | None]]) -> dict[tuple[Basis, date | None], LegalBasis]:
    rows = [
        LegalBasis(document=b.document, document_number=b.document_number, article=b.article, version=version)
        for b, version in wanted
    ]
    LegalBasis.objects.bulk_create(rows, ignore_conflicts=True)
    found = LegalBasis.objects.filter(document__in={row.document for row in rows})
    return {(Basis(row.document, row.document_number, row.article), row.version): row for row in found}


class _Codes:
    """Gives codes: the one an entry already has in any edition of its list, else the next that was never given."""

    def __init__(self, kind: ListKind) -> None:
        self.letter = CODE_LETTERS[kind]
        given = Entry.objects.filter(kind=kind).order_by("edition__number")
        rows = list(given.values_list("title", "legal_basis", "code"))
        self.given = {(title, basis): code for title, basis, code in rows}
        self.last = max((int(code.split("-")[1]) for *_key, code in rows), default=0)

    def of(self, item: Item) -> str:
        if item.key not in self.given:
            self.last += 1
            self.given[item.key] = f"{self.letter}-{self.last:03}"
        return self.given[item.key]
