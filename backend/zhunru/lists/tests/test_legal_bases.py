import pytest

from zhunru.lists.legal_bases import Basis, parse


def bases(text: str) -> list[tuple[str, str, str]]:
    return [(basis.document, basis.document_number, basis.article) for basis in parse(text)]


@pytest.mark.clause("1.3b")
def test_a_law_and_its_article_are_told_apart() -> None:
    assert parse("《中华人民共和国民法典》第二百六十四条") == [Basis("中华人民共和国民法典", "", "第二百六十四条")]


def test_several_bases_in_one_cell_become_several() -> None:
    both = [("甲法", "", "第九条"), ("乙条例", "", "第六条")]
    assert bases("《甲法》第九条；《乙条例》第六条") == both
    assert bases("《甲法》第九条、《乙条例》第六条。") == both
    assert bases("《甲法》第九条\n《乙条例》第六条") == both


def test_articles_of_one_document_are_told_apart_and_paragraphs_stay_with_their_article() -> None:
    assert bases("《甲法》第九条、第十条之一和第十一条") == [
        ("甲法", "", "第九条"),
        ("甲法", "", "第十条之一"),
        ("甲法", "", "第十一条"),
    ]
    assert bases("《甲法》第九条第一款、第二款第（三）项") == [("甲法", "", "第九条第一款、第二款第（三）项")]


def test_a_document_number_before_the_title_is_kept_and_a_remark_is_left_aside() -> None:
    number, title = "湘民发〔2020〕41号", "基层群众性自治组织减负工作事项清单(试行)"
    assert bases(f"{number}《{title}》第1项") == [(title, number, "第1项")]
    assert bases(f"{number}《{title}》（项次未见）") == [(title, number, "")]
    assert bases("《甲法》（2018年修正）第九条") == [("甲法", "", "第九条")]


def test_a_document_without_title_marks_is_taken_with_its_section() -> None:
    assert bases("关于建立准入制度的指导意见(试行)二(四)") == [("关于建立准入制度的指导意见(试行)", "", "二(四)")]
    assert bases("村民委员会组织法第九条") == [("村民委员会组织法", "", "第九条")]
    assert bases("关于减轻负担的通知") == [("关于减轻负担的通知", "", "")]


def test_the_same_article_named_twice_counts_once() -> None:
    assert bases("《甲法》第九条；《甲法》第九条") == [("甲法", "", "第九条")]


@pytest.mark.parametrize("text", ["", "《甲法", "《甲法》第九条和有关规定", "根据上级要求《甲法》第九条"])
def test_what_cannot_be_understood_gives_nothing(text: str) -> None:
    assert parse(text) == []
