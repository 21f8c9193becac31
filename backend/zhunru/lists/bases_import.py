"""Taking over which articles were replaced or renumbered, from a table of old and new versions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.core.actors import Actor
from zhunru.core.tables import Faults, Report, Row, checked, read_csv
from zhunru.lists import schemas
from zhunru.lists.files import room
from zhunru.lists.models import LegalBasis
from zhunru.lists.services import registering

COLUMNS = (
    "law",
    "old_version",
    "old_article",
    "new_version",
    "new_article",
    "change",
    "old_sentence",
    "new_sentence",
)
CHANGES = ("renumbered", "same number", "replaced")
STATE = "中华人民共和国"


@dataclass(frozen=True)
class Text:
    """One article of one law in one version, with what it says."""

    law: str
    version: date
    article: str
    sentence: str

    @property
    def key(self) -> tuple[str, str, date]:
        return self.law, self.article, self.version


@dataclass(frozen=True)
class Change:
    old: Text
    new: Text
    row: Row

    def __str__(self) -> str:
        return f"《{self.old.law}》{self.old.article}（{self.old.version}）"


@transaction.atomic
def load_legal_bases(path: Path, *, actor: Actor) -> Report:
    """End each old article, enter the new one with its sentence and link the two; a second run changes nothing.

    The old article ends on the day of the new version: the table tells no other, and a version's day is that of its
    passing. Where the law took effect later, the office names the later day in the register beforehand; what has
    ended there already keeps its day only if the table says the same. Short names of laws are those of the register
    (《体育法》 is 《中华人民共和国体育法》). Raises TableError with every fault; nothing is kept then.
    """
    with checked() as faults:
        changes = _read(path, faults)
        _refuse_contradictions(changes)
    report = Report()
    for change in changes:
        _carry_out(change, actor, report)
    return report


def _read(path: Path, faults: Faults) -> list[Change]:
    names = _Names()
    found: list[Change] = []
    for row in read_csv(path, COLUMNS, faults):
        law = names.of(row.text("law", required=True, max_length=room(LegalBasis, "document") - len(STATE)))
        row.choice("change", CHANGES)
        old, new = _text(row, law, "old"), _text(row, law, "new")
        if old and new and old.version >= new.version:
            row.fault("new_version", _("新版本应晚于原版本"))
        elif old and new:
            found.append(Change(old, new, row))
    return found


def _text(row: Row, law: str, which: str) -> Text | None:
    article = row.text(f"{which}_article", required=True, max_length=room(LegalBasis, "article"))
    sentence = row.text(f"{which}_sentence", required=which == "new")
    before = len(row.faults.found)
    days = row.days(f"{which}_version")
    if len(days) != 1:
        if len(row.faults.found) == before:
            row.fault(f"{which}_version", _("应为一个日期，如 2024-06-28"))
        return None
    return Text(law, days[0], article, sentence)


class _Names:
    """The register's name of a law; for one that it does not know, a law of the state bears the state's name."""

    def __init__(self) -> None:
        self.known = set(LegalBasis.objects.values_list("document", flat=True))

    def of(self, written: str) -> str:
        name = written.strip("《》〈〉")
        if name.startswith(STATE) or STATE + name in self.known:
            return name if name.startswith(STATE) else STATE + name
        return STATE + name if name.endswith("法") and not name.endswith("办法") and name not in self.known else name


def _refuse_contradictions(changes: Iterable[Change]) -> None:
    """An article ends once and is followed by one; what it says stays."""
    seen: dict[tuple[str, str, date], Change] = {}
    for change in changes:
        first = seen.setdefault(change.old.key, change)
        if first is not change:
            change.row.fault("old_article", _("与%(place)s的条款重复") % {"place": first.row.place})
            continue
        held = _held(change.old)
        if held and held.ended_on and held.ended_on != change.new.version:
            change.row.fault("new_version", _("登记中该条款已于 %(day)s 失效") % {"day": held.ended_on})
        if held and held.successor and _key(held.successor) != change.new.key:
            change.row.fault("new_article", _("登记中的现行条款为%(basis)s") % {"basis": held.successor})
        for text, column in ((change.old, "old_sentence"), (change.new, "new_sentence")):
            there = _held(text)
            if there and there.quotation and text.sentence and there.quotation != text.sentence:
                change.row.fault(column, _("与登记的条文不一致"))


def _held(text: Text) -> LegalBasis | None:
    rows = LegalBasis.objects.select_related("successor")
    return rows.filter(document=text.law, document_number="", article=text.article, version=text.version).first()


def _key(basis: LegalBasis) -> tuple[str, str, date | None]:
    return basis.document, basis.article, basis.version


def _carry_out(change: Change, actor: Actor, report: Report) -> None:
    there = _held(change.old)
    if (
        there
        and there.ended_on
        and there.successor
        and _quoted(there, change.old)
        and _quoted(there.successor, change.new)
    ):
        report.unchanged += 1
        return
    old = registering.register(_as_in(change.old), actor=actor)
    ended = registering.replace(
        old, schemas.Replacement(ended_on=change.new.version, by=_as_in(change.new)), actor=actor
    )
    for basis, text in ((ended, change.old), (ended.successor, change.new)):
        if basis and not _quoted(basis, text):
            basis.quotation = text.sentence
            basis.save(update_fields=["quotation"])
    (report.changed if there else report.new).append(str(change))


def _quoted(basis: LegalBasis, text: Text) -> bool:
    return bool(basis.quotation) or not text.sentence


def _as_in(text: Text) -> schemas.BasisIn:
    return schemas.BasisIn(document=text.law, article=text.article, version=text.version, quotation=text.sentence)
