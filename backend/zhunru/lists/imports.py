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
from zhunru.lists.initials import initials_of
from zhunru.lists.models import Edition, Entry, ListKind
from zhunru.lists.services import articles, codes, drafting, publishing

ASSEMBLED_FROM_LAW = gettext_lazy("本清单根据国家法律法规和政策文件逐条整理，并非本县（区）制定的清单。")


@transaction.atomic
def import_lists(
    paths: Iterable[Path],
    *,
    number: int,
    effective_on: date,
    note: str,
    actor: Actor,
    document_number: str = "",
    published_on: date | None = None,
) -> Report:
    """Take over edition `number` of every list that the files hold, as it was published; a second run changes nothing.

    An entry keeps the code that its title and legal basis had in an earlier edition. `note` says what the lists are
    and goes to new editions. Raises TableError with every fault; nothing is kept then. An edition that is there is
    published and never changes: files that say otherwise are a fault (rule L-02).
    """
    files = find_files(paths)
    with checked() as faults:
        items = read_lists(files, faults)
        _refuse_other_day(files[0].name, items, number, effective_on, faults)
        for edition in Edition.objects.filter(number=number, kind__in={item.kind for item in items}):
            _refuse_changes(files[0].name, edition, [item for item in items if item.kind == edition.kind], faults)
    reason = _("导入 %(files)s") % {"files": "、".join(path.name for path in files)}
    report = Report()
    for kind in ListKind:
        of_kind = [item for item in items if item.kind == kind]
        if not of_kind:
            continue
        if Edition.objects.filter(kind=kind, number=number).exists():
            report.unchanged += len(of_kind)
            continue
        edition = drafting.begin(kind, note=note, actor=actor, reason=reason)
        _take_entries(edition, of_kind, actor, reason, report)
        publishing.take_over(
            edition,
            document_number=document_number or _("第 %(number)s 版") % {"number": number},
            published_on=published_on or effective_on,
            effective_on=effective_on,
            actor=actor,
        )
    return report


def _refuse_other_day(file: str, items: list[Item], number: int, day: date, faults: Faults) -> None:
    for kind in ListKind:
        if any(item.kind == kind for item in items) and (wrong := _wrong_day(kind, number, day)):
            faults.add(file, 0, "", wrong)


def _wrong_day(kind: ListKind, number: int, day: date) -> str:
    """An edition that is there keeps its day; a further one follows the last without a gap in the numbers."""
    said: dict[str, object] = {"kind": kind.label, "number": number}
    if there := Edition.objects.filter(kind=kind, number=number).first():
        said["day"] = there.effective_on
        wrong = _("%(kind)s第 %(number)s 版自 %(day)s 起施行，版次与日期不符") % said
        return "" if there.effective_on == day else wrong
    last = drafting.last_published(kind)
    latest, begun = (last.number or 0, last.effective_on) if last else (0, None)
    if number != latest + 1:
        return _("%(kind)s的下一版应为第 %(next)s 版") % (said | {"next": latest + 1})
    if begun and begun >= day:
        said |= {"number": latest, "day": begun}
        return _("%(kind)s第 %(number)s 版自 %(day)s 起施行，新版须在其后施行") % said
    return ""


def _refuse_changes(file: str, edition: Edition, items: list[Item], faults: Faults) -> None:
    known = {(entry.title, entry.legal_basis): entry for entry in edition.entries.filter(removed=False)}
    said = [item.key[0] for item in items if item.key not in known or _differs(known[item.key], item)]
    said += [title for title, basis in known if (title, basis) not in {item.key for item in items}]
    if said:
        words = {"kind": edition.get_kind_display(), "number": edition.number, "titles": "、".join(said[:5])}
        faults.add(file, 0, "", _("%(kind)s第 %(number)s 版已公布，不能更改：%(titles)s；请另拟新版") % words)


def _take_entries(edition: Edition, items: list[Item], actor: Actor, reason: str, report: Report) -> None:
    before = {e.code: e for e in edition.based_on.entries.filter(removed=False)} if edition.based_on else {}
    given = _Codes(ListKind(edition.kind), before)
    new = []
    for item in items:
        code = given.of(item)
        old = before.pop(code, None)
        changed = old is None or _differs(old, item)
        entry = Entry(
            edition=edition,
            kind=edition.kind,
            code=code,
            initials=initials_of(str(item.values["title"])),
            change_reason=reason if edition.based_on and changed else "",
            **item.values,
        )
        new.append(entry)
        if old is None:
            report.new.append(str(entry))
        elif changed:
            report.changed.append(str(entry))
        else:
            report.unchanged += 1
    _rest(list(zip(create_many(Entry, new, actor=actor, reason=reason), items, strict=True)))
    report.missing.extend(map(str, before.values()))


def _differs(entry: Entry, item: Item) -> bool:
    return any(getattr(entry, name) != value for name, value in item.values.items())


def _rest(entries: list[tuple[Entry, Item]]) -> None:
    """Rest each entry on the legal bases that its item names, and on no others."""
    rows = articles.rows_of({basis for _entry, item in entries for basis in item.bases})
    links = Entry.bases.through._default_manager
    links.filter(entry__in=[entry for entry, _item in entries]).delete()
    links.bulk_create(
        links.model(entry=entry, legalbasis=rows[basis]) for entry, item in entries for basis in item.bases
    )


class _Codes:
    """Gives codes: the one an entry has in the edition before, else the next that was never given (rule L-01)."""

    def __init__(self, kind: ListKind, held: Iterable[str]) -> None:
        self.kind, self.last = kind, codes.last_number(kind)
        rows = Entry.objects.filter(kind=kind, code__in=held).order_by("edition__number")
        self.given = {(title, basis): code for title, basis, code in rows.values_list("title", "legal_basis", "code")}

    def of(self, item: Item) -> str:
        if item.key not in self.given:
            self.last += 1
            self.given[item.key] = codes.code(self.kind, self.last)
        return self.given[item.key]
