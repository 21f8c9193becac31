"""Reading lists out of csv files, every cell checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Model
from django.utils.translation import gettext as _

from zhunru.core.tables import MAX_CELL, Faults, Row, read_csv
from zhunru.lists import legal_bases
from zhunru.lists.legal_bases import Dated
from zhunru.lists.models import Entry, ListKind
from zhunru.lists.services import articles

COLUMNS = (
    "list_kind",
    "seq",
    "title",
    "legal_basis",
    "lead_department",
    "village_duty",
    "source_url",
    "basis_version",
    "completeness",
)
TEXTS = ("title", "legal_basis", "lead_department", "village_duty", "source_url", "basis_version", "completeness")
REQUIRED = ("title", "legal_basis")


@dataclass(frozen=True)
class Item:
    """One row of a list: the values of an `Entry`'s columns, and its bases with their versions."""

    kind: str
    values: dict[str, str | int]
    bases: list[Dated]

    @property
    def key(self) -> tuple[str, str]:
        """What an entry is known by: several titles may rest on one article."""
        return str(self.values["title"]), str(self.values["legal_basis"])


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Each folder stands for the three files in it that are named after the lists."""
    found: list[Path] = []
    for path in paths:
        found.extend([path / f"{kind}.csv" for kind in ListKind.values] if path.is_dir() else [path])
    return found


def read_lists(paths: Iterable[Path], faults: Faults) -> list[Item]:
    """The rows of all files. The same title in two lists is a fault: an entry belongs to one (rule L-01)."""
    items: list[Item] = []
    seen: dict[tuple[str, ...], Row] = {}
    for path in paths:
        for row in read_csv(path, COLUMNS, faults):
            item = _item(row)
            _check_single(item, row, seen)
            items.append(item)
    return items


def _item(row: Row) -> Item:
    values: dict[str, str | int] = {name: _text(row, name) for name in TEXTS}
    seq = row.digits("seq")
    values["seq"] = int(seq) if seq.isdigit() and len(seq) < 6 else 0
    if not values["seq"]:
        row.fault("seq", _("序号应为 1 至 99999 的整数"))
    bases = _bases(row, str(values["legal_basis"]))
    return Item(row.choice("list_kind", ListKind.values), values, bases)


def _text(row: Row, name: str) -> str:
    return row.text(name, required=name in REQUIRED, max_length=room(Entry, name))


def room(model: type[Model], name: str) -> int:
    """How many characters the column holds."""
    return getattr(model._meta.get_field(name), "max_length", None) or MAX_CELL


def _bases(row: Row, printed: str) -> list[Dated]:
    """The bases with their versions: one version per document, in the same order, or none at all."""
    bases = legal_bases.parse(printed) if printed else []
    if printed and (wrong := articles.wrong_with(printed)):
        row.fault("legal_basis", wrong)
    documents = legal_bases.documents_of(bases)
    versions = row.days("basis_version")
    if versions and bases and len(versions) != len(documents):
        counts = {"documents": len(documents), "versions": len(versions)}
        row.fault("basis_version", _("依据有 %(documents)s 件文件，版本却有 %(versions)s 个") % counts)
    return legal_bases.in_versions(bases, versions)


def _check_single(item: Item, row: Row, seen: dict[tuple[str, ...], Row]) -> None:
    """Neither row nor number twice in a list, and no title in two lists."""
    title, basis = item.key
    if seen.setdefault(("row", item.kind, title, basis), row) is not row:
        row.fault("title", _("与%(place)s的事项重复") % {"place": seen["row", item.kind, title, basis].place})
    if seen.setdefault(("seq", item.kind, str(item.values["seq"])), row) is not row:
        row.fault("seq", _("与%(place)s的序号重复") % {"place": seen["seq", item.kind, str(item.values["seq"])].place})
    if seen.setdefault(("title", title), row).cells["list_kind"] != row.cells["list_kind"]:
        row.fault("title", _("该事项已列入另一清单：%(place)s") % {"place": seen["title", title].place})
