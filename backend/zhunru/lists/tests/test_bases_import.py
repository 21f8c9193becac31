"""Old and new versions of laws: the register follows, and what rests on an old article is found."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from zhunru.core.actors import SYSTEM
from zhunru.core.tables import Report, TableError
from zhunru.lists import queries
from zhunru.lists.bases_import import COLUMNS, load_legal_bases
from zhunru.lists.models import LegalBasis
from zhunru.lists.tests.conftest import DATA, Take

pytestmark = pytest.mark.usefixtures("on_county_side")

VERSIONS = Path(DATA) / "legal_basis_versions.csv"
EMERGENCY = "中华人民共和国突发事件应对法"
ROW = {
    "law": "甲法",
    "old_version": "2018-01-01",
    "old_article": "第五条",
    "new_version": "2024-01-01",
    "new_article": "第六条",
    "change": "renumbered",
    "old_sentence": "旧文",
    "new_sentence": "新文",
}


def load(path: Path = VERSIONS) -> Report:
    return load_legal_bases(path, actor=SYSTEM)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "versions.csv"


def write(table: Path, *rows: dict[str, str]) -> Path:
    """A table of rows like ROW, apart from what each says."""
    lines = [",".join(COLUMNS), *(",".join({**ROW, **row}[name] for name in COLUMNS) for row in rows)]
    table.write_text("\n".join(lines), encoding="utf-8")
    return table


def faults(table: Path) -> list[tuple[int, str]]:
    with pytest.raises(TableError) as caught:
        load(table)
    return [(fault.row, fault.column) for fault in caught.value.faults]


@pytest.mark.clause("1.3b")
def test_each_old_article_ends_with_the_day_and_the_link_of_the_new_one(take: Take) -> None:
    """依法办事: a renumbered article is known under both numbers; short names are those of the register."""
    take()
    listed = LegalBasis.objects.get(document=EMERGENCY, article="第七十七条")
    assert len(load().new) == 11
    old = LegalBasis.objects.get(document=EMERGENCY, article="第五十五条")
    assert (old.version, old.ended_on) == (date(2007, 8, 30), date(2024, 6, 28))
    assert old.successor == listed  # the row that the entries rest on, not a second one
    listed.refresh_from_db()
    assert listed.quotation.startswith("第七十七条 突发事件发生地的居民委员会")
    assert listed.ended_on is None
    assert old.quotation.startswith("第五十五条")


def test_a_second_run_changes_nothing(take: Take) -> None:
    take()
    load()
    before = list(LegalBasis.objects.order_by("id").values())
    report = load()
    assert (report.new, report.changed, report.unchanged) == ([], [], 11)
    assert list(LegalBasis.objects.order_by("id").values()) == before


@pytest.mark.clause("1.3b")
def test_an_article_that_kept_its_number_holds_in_its_new_version() -> None:
    """Rule A-12: 同号条款 are told apart by their version; the article as such has not ended."""
    load()
    law = "中华人民共和国未成年人保护法"
    rows = LegalBasis.objects.filter(document=law, article="第四十三条").order_by("version")
    assert [row.ended_on for row in rows] == [date(2024, 4, 26), None]
    assert not queries.has_ended(law, "第四十三条", on=date(2026, 1, 1))
    assert queries.has_ended(EMERGENCY, "第五十五条", on=date(2026, 1, 1))
    assert not queries.has_ended(EMERGENCY, "第五十五条", on=date(2024, 6, 27))


def test_a_law_that_the_register_does_not_know_gets_the_states_name_and_a_measure_keeps_its_own() -> None:
    load()
    names = set(LegalBasis.objects.values_list("document", flat=True))
    assert "中华人民共和国国防教育法" in names
    assert "中国公民收养子女登记办法" in names


def test_the_registers_name_goes_before_every_guess(table: Path) -> None:
    LegalBasis.objects.create(document="甲法", article="第一条")
    LegalBasis.objects.create(document="中华人民共和国乙条例", article="第一条")
    load(write(table, {}, {"law": "《乙条例》"}))
    assert set(LegalBasis.objects.values_list("document", flat=True)) == {"甲法", "中华人民共和国乙条例"}


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"law": ""}, "law"),
        ({"old_version": "2018-13-01"}, "old_version"),
        ({"new_version": ""}, "new_version"),
        ({"new_version": "2018-01-01"}, "new_version"),
        ({"old_article": ""}, "old_article"),
        ({"new_article": "第" + "九" * 60 + "条"}, "new_article"),
        ({"change": "abolished"}, "change"),
        ({"new_sentence": ""}, "new_sentence"),
    ],
)
def test_every_fault_is_named_by_row_and_column_and_nothing_is_kept(
    table: Path, row: dict[str, str], column: str
) -> None:
    good = {"law": "乙法"}
    assert faults(write(table, good, row)) == [(3, column)]
    assert not LegalBasis.objects.exists()


def test_an_article_ends_once_and_has_one_successor(table: Path) -> None:
    assert faults(write(table, {}, {"new_article": "第七条"})) == [(3, "old_article")]
    load(write(table, {}))
    assert faults(write(table, {"new_version": "2025-01-01"})) == [(2, "new_version"), (2, "new_article")]
    assert faults(write(table, {"new_sentence": "另一新文"})) == [(2, "new_sentence")]
    assert LegalBasis.objects.count() == 2


def test_the_command_tells_what_it_did_and_what_is_wrong(table: Path) -> None:
    out = StringIO()
    call_command("load_legal_bases", str(VERSIONS), stdout=out)
    assert "新增 11 条" in out.getvalue()
    with pytest.raises(CommandError, match="第 2 行 change 列"):
        call_command("load_legal_bases", str(write(table, {"change": "?"})))
