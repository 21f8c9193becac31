from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count

from zhunru.core import history
from zhunru.core.actors import SYSTEM
from zhunru.core.errors import DomainError
from zhunru.core.tables import TableError
from zhunru.lists.models import Edition, Entry, LegalBasis, ListKind
from zhunru.lists.services import drafting
from zhunru.lists.tests.conftest import DATA, Take, edit

pytestmark = pytest.mark.usefixtures("on_county_side")

WETLAND_VERSION = "湿地保护法(2021-12-24).md,2021-12-24"
WETLAND = "《中华人民共和国湿地保护法》第四条"


def faults_of(take: Take, *paths: Path, **options: object) -> list[tuple[str, int, str]]:
    with pytest.raises(TableError) as caught:
        take(*paths, **options)
    return [(fault.file, fault.row, fault.column) for fault in caught.value.faults]


@pytest.mark.clause("3.2a")
def test_the_three_lists_have_53_40_and_19_entries_in_one_edition_each(take: Take) -> None:
    report = take()
    counts = dict(Entry.objects.values_list("kind").annotate(Count("id")).order_by())
    assert counts == {"statutory": 53, "assist": 40, "negative": 19}
    assert len(report.new) == 112
    assert Edition.objects.filter(number=1, effective_on=date(2026, 1, 1)).count() == 3


@pytest.mark.clause("3.2b")
def test_a_second_run_changes_nothing_not_even_the_history(take: Take) -> None:
    take()
    before = (Entry.history.count(), Edition.history.count(), LegalBasis.objects.count())
    report = take()
    assert (report.new, report.changed, report.missing, report.unchanged) == ([], [], [], 112)
    assert (Entry.history.count(), Edition.history.count(), LegalBasis.objects.count()) == before


@pytest.mark.clause("1.3b")
def test_each_entry_rests_on_documents_with_article_and_version(take: Take) -> None:
    take()
    assert not Entry.objects.filter(bases__isnull=True).exists()
    basis = Entry.objects.get(title="协助做好湿地保护相关工作").bases.get()
    assert (basis.document, basis.article) == ("中华人民共和国湿地保护法", "第四条")
    assert basis.version == date(2021, 12, 24)


def test_an_unknown_version_stays_unknown(take: Take) -> None:
    take()
    assert Entry.objects.get(title="监护争议中指定监护人").bases.get().version is None


def test_titles_that_share_one_article_share_its_row(take: Take) -> None:
    take()
    basis = LegalBasis.objects.get(document="中华人民共和国村民委员会组织法", article="第九条")
    assert basis.entries.count() == 6


def test_several_documents_in_one_cell_are_told_apart_with_a_version_each(take: Take, folder: Path) -> None:
    edit(
        folder / "assist.csv",
        {
            WETLAND: f"{WETLAND}；《中华人民共和国水法》第六条、第七条",
            f"{WETLAND_VERSION},verified": f"{WETLAND_VERSION}；2016-07-02,verified",
        },
    )
    take(folder)
    bases = Entry.objects.get(title="协助做好湿地保护相关工作").bases.order_by("version", "article")
    assert [(basis.document[7:], basis.article, basis.version) for basis in bases] == [
        ("水法", "第七条", date(2016, 7, 2)),
        ("水法", "第六条", date(2016, 7, 2)),
        ("湿地保护法", "第四条", date(2021, 12, 24)),
    ]


def test_all_faults_are_named_by_file_row_and_column_and_nothing_is_kept(take: Take, folder: Path) -> None:
    edit(
        folder / "assist.csv",
        {
            "assist,2,": "assisted,2,",
            "assist,3,": "assist,x,",
            "assist,5,": "assist,4,",
            "协助做好噪声污染防治工作,": ",",
            WETLAND: "湿地保护法》第四条",
            "(2018-12-29).md,2018-12-29": "(2018-12-29).md,2018年",
        },
    )
    edit(folder / "statutory.csv", {"statutory,6,调解民间纠纷": "statutory,6,协助做好湿地保护相关工作"})
    eighteenth = "行政处罚不得委托行政机关、法定组织以外的组织或者个人实施,《中华人民共和国行政处罚法》第二十条"
    edit(folder / "negative.csv", {"行政强制措施权不得委托,《中华人民共和国行政强制法》第十七条": eighteenth})
    assert faults_of(take, folder) == [
        ("assist.csv", 3, "list_kind"),
        ("assist.csv", 4, "seq"),
        ("assist.csv", 4, "seq"),
        ("assist.csv", 6, "seq"),
        ("assist.csv", 10, "basis_version"),
        ("assist.csv", 11, "title"),
        ("assist.csv", 12, "legal_basis"),
        ("assist.csv", 12, "title"),
        ("negative.csv", 20, "title"),
    ]
    assert not Edition.objects.exists()
    assert not Entry.objects.exists()


def test_more_versions_than_documents_is_a_fault(take: Take, folder: Path) -> None:
    edit(folder / "assist.csv", {f"{WETLAND_VERSION},verified": f"{WETLAND_VERSION}；2020-01-01,verified"})
    assert faults_of(take, folder) == [("assist.csv", 12, "basis_version")]


def test_a_missing_file_of_the_three_is_a_fault(take: Take, folder: Path) -> None:
    (folder / "negative.csv").unlink()
    assert faults_of(take, folder) == [("negative.csv", 0, "")]


def test_one_list_can_be_imported_by_itself(take: Take) -> None:
    take(DATA / "negative.csv")
    assert list(Edition.objects.values_list("kind", "number")) == [("negative", 1)]


@pytest.mark.clause("3.2a")
def test_an_edition_that_is_there_never_changes_whatever_a_file_says(take: Take, folder: Path) -> None:
    """Rule L-02: files that say otherwise for the same number are a fault, and so is a row too few or too many."""
    take()
    before = list(Entry.objects.values())
    edit(folder / "assist.csv", {"林业草原主管部门": "林业和草原主管部门"})
    shorten(folder / "negative.csv")
    with pytest.raises(TableError) as caught:
        take(folder)
    told = [fault.message for fault in caught.value.faults]
    assert [("协助做好湿地保护相关工作" in text, "行政强制措施权不得委托" in text) for text in told] == [
        (True, False),
        (False, True),
    ]
    assert all("第 1 版已公布，不能更改" in text for text in told)
    assert list(Entry.objects.values()) == before


@pytest.mark.clause("3.2b")
def test_a_changed_row_makes_the_next_edition_and_says_who_and_why(take: Take, folder: Path) -> None:
    take()
    edit(folder / "assist.csv", {"林业草原主管部门": "林业和草原主管部门"})
    report = take(folder, number=2, effective_on=date(2027, 1, 1))
    assert (report.new, report.changed, report.missing) == ([], ["A-011 协助做好湿地保护相关工作"], [])
    first, second = Entry.objects.filter(code="A-011").order_by("edition__number")
    assert (first.lead_department, second.lead_department) == ("林业草原主管部门", "林业和草原主管部门")
    assert (first.change_reason, second.change_reason) == ("", "导入 statutory.csv、assist.csv、negative.csv")
    newest = history.entries(second)[0]
    assert (newest.by, newest.reason) == ("系统", "导入 statutory.csv、assist.csv、negative.csv")
    assert not second.edition.entries.exclude(pk=second.pk).exclude(change_reason="").exists()


def test_a_row_that_the_next_edition_no_longer_holds_is_told(take: Take, folder: Path) -> None:
    take()
    shorten(folder / "negative.csv")
    report = take(folder, number=2, effective_on=date(2027, 1, 1))
    assert report.missing == ["N-019 行政强制措施权不得委托"]
    assert list(Entry.objects.filter(code="N-019").values_list("edition__number", flat=True)) == [1]


def shorten(path: Path) -> None:
    """Leave out the last row."""
    path.write_text("\n".join(path.read_text(encoding="utf-8").splitlines()[:-1]), encoding="utf-8")


@pytest.mark.clause("3.2a")
def test_an_edition_is_taken_over_as_it_was_published_and_ends_the_one_before(take: Take) -> None:
    take(effective_on=date(2024, 1, 1))
    take(number=2, effective_on=date(2025, 1, 1))
    first, second = Edition.objects.filter(kind="negative").order_by("number")
    assert (first.status, first.document_number, first.document) == (Edition.Status.PUBLISHED, "第 1 版", None)
    assert (first.published_on, first.ends_on) == (date(2024, 1, 1), date(2025, 1, 1))
    assert (second.based_on, second.ends_on) == (first, None)
    assert not first.acknowledgements.exists()


def test_nothing_is_taken_over_while_an_edition_is_under_way(take: Take) -> None:
    take()
    drafting.start(ListKind.ASSIST, actor=SYSTEM)
    with pytest.raises(DomainError) as caught:
        take(number=2, effective_on=date(2027, 1, 1))
    assert caught.value.code == "edition_under_way"
    assert not Edition.objects.filter(number=2).exists()


@pytest.mark.clause("3.2a")
def test_a_later_edition_keeps_each_code_and_a_code_is_never_given_again(take: Take, folder: Path) -> None:
    """Rule L-01: what left and comes back is another entry."""
    take()
    edit(folder / "negative.csv", {"不得对村(社区)实施行政命令、将其作为行政延伸": "不得以行政命令要求村(社区)"})
    take(folder, number=2, effective_on=date(2027, 1, 1))
    second = dict(Entry.objects.filter(edition__number=2, kind="negative").values_list("seq", "code"))
    assert second[12] == "N-012"
    assert second[13] == "N-020"
    assert "N-013" not in second.values()
    take(number=3, effective_on=date(2028, 1, 1))
    third = dict(Entry.objects.filter(edition__number=3, kind="negative").values_list("seq", "code"))
    assert third[13] == "N-021"


def test_an_edition_keeps_its_day_and_two_editions_cannot_begin_on_one(take: Take, folder: Path) -> None:
    take()
    assert faults_of(take, folder, effective_on=date(2026, 2, 1)) == [("statutory.csv", 0, "")] * 3
    assert faults_of(take, folder, number=2) == [("statutory.csv", 0, "")] * 3
    assert faults_of(take, folder, number=3, effective_on=date(2027, 1, 1)) == [("statutory.csv", 0, "")] * 3


def test_the_command_says_what_the_lists_are_and_what_it_did() -> None:
    out = StringIO()
    call_command("import_lists", str(DATA), edition=1, effective_on=date(2026, 1, 1), stdout=out)
    assert out.getvalue() == "新增 112 条，更改 0 条，未变 0 条\n"
    assert "并非本县" in Edition.objects.filter(kind="assist").get().note


def test_the_command_prints_each_fault_on_a_line(folder: Path) -> None:
    edit(folder / "assist.csv", {"assist,2,": "assisted,2,", "协助做好噪声污染防治工作,": ","})
    with pytest.raises(CommandError) as caught:
        call_command("import_lists", str(folder), edition=1, effective_on=date(2026, 1, 1))
    assert [line.split("：")[0] for line in str(caught.value).splitlines()] == [
        "assist.csv 第 3 行 list_kind 列",
        "assist.csv 第 11 行 title 列",
    ]


@pytest.mark.parametrize("number", ["0", "-1", "x"])
def test_the_command_takes_edition_numbers_from_1_on(number: str) -> None:
    with pytest.raises(CommandError, match="--edition"):
        call_command("import_lists", str(DATA), f"--edition={number}", "--effective-on=2026-01-01")
