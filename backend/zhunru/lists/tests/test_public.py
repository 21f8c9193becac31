"""The public pages /l: what binds a village on a day can be shown to anyone, without log-in."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from zhunru.core.actors import SYSTEM
from zhunru.divisions.models import County
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.services import drafting, publishing
from zhunru.lists.tests.conftest import Take

pytestmark = pytest.mark.usefixtures("on_county_side")

LAW = "《中华人民共和国村民委员会组织法》第九条"
TIBETAN = "གྲོང་གསེབ་ཀྱི་ལས་དོན"


@pytest.fixture
def visitor() -> Client:
    """Anybody, not logged in."""
    return Client(headers={"host": County.objects.get().host})


def text(visitor: Client, path: str, **asked: Any) -> str:
    answer = visitor.get(path, asked)
    assert answer.status_code == 200, answer.content.decode()
    page: str = answer.content.decode()
    assert "<script" not in page
    return page


def draft(kind: ListKind, *titles: str, **values: Any) -> Edition:
    """The next edition under way, with these entries added."""
    edition = drafting.start(kind, actor=SYSTEM)
    for title in titles:
        drafting.add_entry(edition, {"title": title, "legal_basis": LAW, **values}, reason="新增", actor=SYSTEM)
    return edition


def publish(edition: Edition, effective_on: date, published_on: date | None = None) -> Edition:
    publishing.take_over(
        edition, document_number=f"演示〔2026〕{edition.pk}号", published_on=published_on or effective_on,
        effective_on=effective_on, actor=SYSTEM,
    )  # fmt: skip
    return edition


def today() -> date:
    return timezone.localdate()


@pytest.mark.clause("2.2a")
def test_the_three_lists_stand_there_with_document_number_day_and_count(take: Take, visitor: Client) -> None:
    """三张清单 are public: one page for anybody."""
    take()
    page = text(visitor, "/l")
    for label, count in (("依法履职事项清单", 53), ("协助办理事项清单", 40), ("工作负面事项清单", 19)):
        assert label in page
        assert f"{count} 项" in page
    assert page.count("2026-01-01") == 3
    page = text(visitor, "/l/assist")
    assert "A-011 协助做好湿地保护相关工作" in page
    assert "《中华人民共和国湿地保护法》第四条" in page


@pytest.mark.clause("3.2a")
def test_rule_l_08_an_address_with_a_day_shows_the_list_as_it_held_then(visitor: Client) -> None:
    """Rule L-08: query as of any past date, with the edition and its bounds."""
    first = publish(draft(ListKind.STATUTORY, "甲事"), date(2020, 1, 1))
    second = draft(ListKind.STATUTORY, "乙事")
    publish(second, date(2021, 1, 1))
    before, last, after = (text(visitor, f"/l/statutory/{day}") for day in ("2020-01-01", "2020-12-31", "2021-01-01"))
    for page in (before, last):
        assert "甲事" in page
        assert "乙事" not in page
        assert "已停止施行" in page
        assert first.document_number in page
    assert "乙事" in after
    assert f"/l/difference/{first.pk}/{second.pk}" in after
    assert "已停止施行" not in text(visitor, "/l/statutory")


def test_a_day_without_a_list_is_not_found_in_words_and_names_the_editions_there_are(visitor: Client) -> None:
    publish(draft(ListKind.NEGATIVE, "不得摊派"), date(2020, 1, 1))
    answer = visitor.get("/l/negative/2019-12-31")
    assert answer.status_code == 404
    assert "2019-12-31 没有施行中的工作负面事项清单" in answer.content.decode()
    assert "/l/negative/2020-01-01" in answer.content.decode()
    assert visitor.get("/l/negative/2019-12-31.json").json()["code"] == "no_edition"
    for nonsense in ("/l/other", "/l/negative/2020-02-30", "/l/negative/x", "/l/difference/1/2", "/l/difference/1/1"):
        assert "工作负面" not in visitor.get(nonsense).content.decode(), nonsense


@pytest.mark.clause("3.2a")
def test_rule_l_03_a_published_edition_is_announced_before_its_day_and_a_draft_never(visitor: Client) -> None:
    """Rule L-03: 公布 and 施行 are two days; what is under way is nobody's business."""
    publish(draft(ListKind.ASSIST), date(2020, 1, 1))
    day = today() + timedelta(days=30)
    ahead = drafting.start(ListKind.ASSIST, actor=SYSTEM)
    drafting.add_entry(
        ahead, {"title": "协助新事", "legal_basis": LAW}, reason="准入", actor=SYSTEM, matter_code="540522-SX-0001"
    )
    assert "协助新事" not in text(visitor, "/l", q="新事").replace('value="新事"', "")
    assert visitor.get("/l/assist").content.decode().count("第 ") == text(visitor, "/l/assist").count("第 ")
    publish(ahead, day, published_on=today())
    for page in (text(visitor, "/l"), text(visitor, "/l/assist"), text(visitor, f"/l/assist/{day}")):
        assert "尚未施行" in page
    assert "协助新事" in text(visitor, f"/l/assist/{day}")
    assert "协助新事" not in text(visitor, "/l/assist")
    under_way = draft(ListKind.STATUTORY, "拟增法定事项")
    assert visitor.get(f"/l/difference/{ahead.pk}/{under_way.pk}").status_code == 404
    assert "拟增法定事项" not in text(visitor, "/l/statutory")


@pytest.mark.clause("2.2a")
def test_two_characters_pinyin_initials_and_tibetan_find_an_entry(take: Take, visitor: Client) -> None:
    take()
    edition = draft(ListKind.NEGATIVE, "不得要求村庄留痕", title_bo=TIBETAN)
    publish(edition, today())
    for words in ("留痕", "bdyqcz", TIBETAN[:8]):
        for path in ("/l", "/l/negative"):
            page = text(visitor, path, q=words)
            assert "不得要求村庄留痕" in page, (path, words)
            assert "撤换村民委员会" not in page, (path, words)
    assert "没有找到" in text(visitor, "/l", q="量子计算")
    for bad in ("\0", "\ud800".encode("utf-8", "surrogatepass"), "%", "x" * 5000, "' or 1=1"):
        assert visitor.get("/l", {"q": bad}).status_code == 200


def test_a_text_is_found_however_its_marks_were_typed(visitor: Client) -> None:
    """Tibetan vowels may be typed as one sign or as two, in either order; both sides are composed the same way."""
    publish(draft(ListKind.NEGATIVE, "不得摊派", title_bo="\u0f40\u0f71\u0f72"), date(2020, 1, 1))
    for typed in ("\u0f40\u0f73", "\u0f40\u0f72\u0f71"):
        assert "不得摊派" in text(visitor, "/l/negative", q=typed)


@pytest.mark.clause("3.2b")
def test_machines_read_a_stable_address_with_a_strong_tag_from_any_site(take: Take, visitor: Client) -> None:
    take()
    answer = visitor.get("/l/assist/2026-01-01.json")
    data = answer.json()
    assert (data["list"]["kind"], data["on"], data["edition"]["number"]) == ("assist", "2026-01-01", 1)
    assert len(data["entries"]) == 40
    wetland = next(one for one in data["entries"] if one["code"] == "A-011")
    assert wetland["bases"] == [
        {
            "document": "中华人民共和国湿地保护法", "document_number": "", "article": "第四条", "version": "2021-12-24",
        }
    ]  # fmt: skip
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "public" in answer.headers["Cache-Control"]
    tag = answer.headers["ETag"]
    assert tag.startswith('"')
    again = visitor.get("/l/assist/2026-01-01.json", headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    publish(drafting.start(ListKind.ASSIST, actor=SYSTEM), today() + timedelta(days=3), published_on=today())
    told = visitor.get("/l/assist/2026-01-01.json", headers={"if-none-match": tag})
    assert told.status_code == 200  # it now has a last day
    assert told.json()["edition"]["last_day"] == str(today() + timedelta(days=2))


def test_machines_read_chinese_whatever_the_reader_speaks(take: Take, visitor: Client) -> None:
    take()
    tags = {
        visitor.get("/l/negative/2026-01-01.json", headers={"accept-language": tongue}).headers["ETag"]
        for tongue in ("zh-hans", "en")
    }
    assert len(tags) == 1


@pytest.mark.clause("1.3c")
def test_the_difference_of_two_editions_tells_what_was_removed_first(visitor: Client) -> None:
    """进退有序: removed, added, changed field by field, with the reasons."""
    publish(draft(ListKind.NEGATIVE, "不得摊派报刊", "不得签订责任状"), date(2020, 1, 1))
    edition = draft(ListKind.NEGATIVE, "不得要求留痕")
    leaving, changing = edition.entries.order_by("seq")[:2]
    drafting.remove_entry(leaving, reason="并入他项", actor=SYSTEM)
    drafting.change_entry(changing, {"remark": "含各类保证书"}, reason="说清范围", actor=SYSTEM)
    publish(edition, date(2021, 1, 1))
    old = Edition.objects.get(number=1)
    page = text(visitor, f"/l/difference/{old.pk}/{edition.pk}")
    places = [page.index(part) for part in ("移出 1 项", "不得摊派报刊", "并入他项", "新增 1 项", "不得要求留痕")]
    assert places == sorted(places)
    assert "<ins>含各类保证书</ins>" in page
    assert "说清范围" in page


def test_an_edition_from_before_the_platform_has_no_paper_here_and_says_so(take: Take, visitor: Client) -> None:
    take()
    answer = visitor.get("/l/assist/2026-01-01.pdf")
    assert answer.status_code == 404
    assert "本平台没有其文书" in answer.content.decode()
    assert ".pdf" not in text(visitor, "/l/assist")


def test_the_list_of_a_day_can_be_taken_along_as_a_table(
    take: Take, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    take()
    monkeypatch.setattr("zhunru.lists.views.TABLES", 2)
    answers = [visitor.get("/l/assist/2026-01-01.xlsx") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    rows = load_workbook(BytesIO(answers[0].content)).active
    assert rows is not None
    assert "协助做好湿地保护相关工作" in {cell for row in rows.iter_rows(values_only=True) for cell in row}
    assert '"/l/assist/' in text(visitor, "/l/assist")
    assert visitor.get("/l/assist/2025-12-31.xlsx").status_code in (404, 429)


def test_long_lists_come_in_pages(take: Take, visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    take()
    monkeypatch.setattr("zhunru.lists.views.PAGE", 20)
    assert "A-021" in text(visitor, "/l/assist", page=2)
    assert "A-020" not in text(visitor, "/l/assist", page=2)
    assert "2 / 2" in text(visitor, "/l/assist", page=99)
    assert "1 / 2" in text(visitor, "/l/assist", page="x")


def test_a_page_is_light_and_asks_the_database_little(
    take: Take, visitor: Client, django_assert_max_num_queries: Any
) -> None:
    take()
    with django_assert_max_num_queries(8):
        page = text(visitor, "/l/statutory")
    assert len(page.encode()) < 60_000


def test_a_whole_minute_of_asking_is_enough(take: Take, visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    take()
    monkeypatch.setattr("zhunru.lists.views.LOOK_UPS", 2)
    paths = ("/l", "/l/assist", "/l/assist/2026-01-01", "/l/assist/2026-01-01.json")
    assert [visitor.get(path).status_code for path in paths] == [200, 200, 429, 429]


def test_nobody_writes_there_and_a_township_has_no_such_page(
    take: Take, visitor: Client, townships: list[Any], tmp_path: Path
) -> None:
    take()
    assert visitor.post("/l").status_code in (403, 405)
    elsewhere = Client(headers={"host": townships[0].domains.get(is_primary=True).domain})
    assert "历次版本" not in elsewhere.get("/l/assist").content.decode()
