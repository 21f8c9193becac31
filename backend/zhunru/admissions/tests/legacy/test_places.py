"""The words of a cell and the villages they stand for: one meaning, or a sentence that names what was meant."""

import pytest

from zhunru.admissions.legacy.places import Places
from zhunru.divisions.models import Township, Village

FIRST = Township(code="540522100", name="吉雄镇", schema_name="t_540522100", no=1)
SECOND = Township(code="540522101", name="甲竹林镇", schema_name="t_540522101", no=2)
VILLAGE, COMMUNITY = Village.Kind.VILLAGE, Village.Kind.COMMUNITY
PLACES = Places(
    [
        Village(code="540522100003", name="红星居委会", kind=COMMUNITY, township=FIRST),
        Village(code="540522100201", name="刘琼村委会", kind=VILLAGE, township=FIRST),
        Village(code="540522100202", name="新村村委会", kind=VILLAGE, township=FIRST),
        Village(code="540522101201", name="新村村委会", kind=VILLAGE, township=SECOND),
        Village(code="540522101202", name="甲日村委会", kind=VILLAGE, township=SECOND),
    ]
)
ALL = [village.code for village in PLACES.villages]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["全县"], ALL),
        (["全 县"], ALL),
        (["吉雄镇"], ALL[:3]),
        (["吉雄镇", "540522101202"], [*ALL[:3], ALL[4]]),
        (["刘琼村委会", "刘琼村委会"], [ALL[1]]),
        (["刘琼村", "红星社区"], ALL[:2]),
        (["刘琼村民委员会", "红星居民委员会"], ALL[:2]),
        (["甲竹林镇新村"], [ALL[3]]),
        (["吉雄镇新村村委会"], [ALL[2]]),
        (["５４０５２２１０１２０２"], [ALL[4]]),
        ([], []),
    ],
)
def test_a_word_that_means_one_thing_is_understood(words: list[str], codes: list[str]) -> None:
    assert PLACES.codes_of(words) == (codes, [])


def test_a_name_of_several_villages_is_refused_with_all_of_them_named() -> None:
    for word in ("新村村委会", "新村"):
        assert PLACES.codes_of(["刘琼村", word])[1] == [
            f"“{word}”不止一个：吉雄镇新村村委会（540522100202）、甲竹林镇新村村委会（540522101201）；请写明乡镇或填12位代码"
        ]


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("540522999999", "没有代码为“540522999999”的村（社区）"),
        ("昌果乡", "没有名为“昌果乡”的乡镇或村（社区）"),
        ("甲日", "没有名为“甲日”的村（社区），是否为甲竹林镇甲日村委会（540522101202）？"),
        ("村", "没有名为“村”的乡镇或村（社区）"),
        ("全省", "没有名为“全省”的乡镇或村（社区）"),
    ],
)
def test_a_word_that_means_nothing_is_told(word: str, sentence: str) -> None:
    assert PLACES.codes_of([word]) == ([], [sentence])


def test_every_word_of_a_cell_is_told_of() -> None:
    codes, sentences = PLACES.codes_of(["月亮村", "刘琼村", "太阳村"])
    assert (codes, len(sentences)) == ([ALL[1]], 2)
