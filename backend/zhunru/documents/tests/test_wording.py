from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from zhunru.documents.wording import balanced, chinese_date, chinese_time, headline, quoted, yuan

TITLES = [
    "关于同意“农村饮水安全入户排查”工作事项进入村（社区）的通知",
    "关于同意“困难群众临时救助对象信息核对与入户走访关爱服务以及政策宣传解读工作”工作事项进入村（社区）的通知",
    "关于撤销“春耕备耕情况统计”工作事项的通知",
    "关于同意“‘四议两公开’工作法落实情况2026年度抽样核查（第一批）”工作事项进入村（社区）的通知",
]


def test_dates_have_no_padding_zeros() -> None:
    assert chinese_date(date(2026, 3, 1)) == "2026年3月1日"


def test_quotation_marks_inside_become_single() -> None:
    assert quoted("学习“两会”精神") == "“学习‘两会’精神”"


@pytest.mark.parametrize("title", TITLES)
def test_titles_break_into_lines_that_fit_and_lose_nothing(title: str) -> None:
    lines = balanced(title)
    assert "".join(lines) == title
    assert all(len(line) <= 20 for line in lines)
    assert len(lines) == -(-len(title) // 20) or len(lines) == -(-len(title) // 20) + 1


@pytest.mark.parametrize("title", TITLES)
def test_no_line_of_a_title_begins_or_ends_badly(title: str) -> None:
    lines = balanced(title)
    assert all(line[0] not in "”’）》，。、" for line in lines)
    assert all(line[-1] not in "“‘（《" for line in lines)


def test_lines_of_a_title_are_of_like_length() -> None:
    lengths = [len(line) for line in balanced(TITLES[1])]
    assert max(lengths) - min(lengths) <= 6


def test_a_matter_that_fits_on_a_line_is_not_torn() -> None:
    assert balanced(TITLES[2] + "（试行）") == ["关于撤销“春耕备耕情况统计”", "工作事项的通知（试行）"]
    assert balanced(TITLES[0])[0].endswith("”")


def test_a_title_of_one_endless_word_is_still_printed() -> None:
    assert "".join(balanced("x" * 300)) == "x" * 300


def test_times_are_told_by_the_offices_clock() -> None:
    assert chinese_time(datetime(2026, 9, 28, 18, 5, tzinfo=UTC)) == "2026年9月29日2时05分"


def test_money_has_its_cents_only_where_there_are_any() -> None:
    assert [yuan(Decimal(text)) for text in ("3600", "3600.00", "1800.5")] == ["3600元", "3600元", "1800.50元"]


def test_a_name_as_long_as_the_form_allows_stands_whole_in_the_title() -> None:
    name = "困难群众临时救助对象信息核对与入户走访关爱服务" * 3
    title = headline("关于同意", name[:60], "工作事项进入村（社区）的通知")
    assert name[:60] in title
    assert len(balanced(title)) <= 5


def test_a_longer_name_is_cut_short_where_it_reads_well() -> None:
    title = headline("关于撤销", "史，" * 40, "工作事项的通知")
    assert title.startswith("关于撤销“史，")
    assert title.endswith("史……”工作事项的通知")
    assert len(balanced(title)) <= 5


def test_a_matters_name_goes_onto_one_line_of_the_title_where_it_fits() -> None:
    assert balanced("关于不予准入“农牧民住房情况月度统计”工作事项的决定") == [
        "关于不予准入“农牧民住房情况月度统计”",
        "工作事项的决定",
    ]
