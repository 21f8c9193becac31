from datetime import date

import pytest

from zhunru.documents.wording import balanced, chinese_date, quoted

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
