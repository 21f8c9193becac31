"""GET /legal-bases/{id}/resting: entries in force and matters that rest on an article."""

from datetime import date

import pytest

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.nights import night
from zhunru.admissions.tests.stage import FORM, Stage, admitted, withdrawn
from zhunru.core.actors import Actor
from zhunru.core.tests.clients import client
from zhunru.lists.models import LegalBasis, ListKind
from zhunru.search.api import legal_bases
from zhunru.search.tests.test_search import published
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.usefixtures("calendar")

LAW = "中华人民共和国抗旱条例"


def resting(basis: LegalBasis, actor: Actor) -> list[tuple[str, str, str | None]]:
    answer = client(legal_bases, actor).get(f"/{basis.pk}/resting")
    assert answer.status_code == 200, answer.content
    return [(one["what"], one["title"], one["due_on"]) for one in answer.json()]


def basis(version: date | None = date(2009, 2, 26)) -> LegalBasis:
    found, _made = LegalBasis.objects.get_or_create(document=LAW, article="第四十二条", version=version)
    return found


@pytest.mark.clause("1.3b")
def test_every_entry_in_force_and_every_matter_resting_on_an_article_is_found(stage: Stage, at: At) -> None:
    """依法办事: with the day by which it is to be looked at again, once the article has ended (A-29)."""
    with county_context():
        held = basis()
        published(ListKind.STATUTORY, "抗旱用水安排", legal_basis=f"《{LAW}》第四十二条")
        published(ListKind.NEGATIVE, "不得摊派")
        admitted(stage, stage.villages(0))
        marked = [FORM["legal_bases"][0] | {"document": f"《{LAW}》"}]
        admitted(stage, stage.villages(1), title="秋收安全提醒", legal_bases=marked)
        withdrawn(stage, admitted(stage, stage.villages(1), title="冬季取暖登记"))
        head = stage.actor("head")
        all_of_it = [("entry", "抗旱用水安排"), ("matter", "春灌节水入户宣传"), ("matter", "秋收安全提醒")]
        assert resting(held, head) == [(*row, None) for row in all_of_it]
        assert resting(basis(date(2031, 1, 1)), head) == []
        held.ended_on = date(2026, 3, 10)
        held.save()
        night(at, "2026-03-10")
        assert {due for *_row, due in resting(held, head)} == {"2026-03-24"}


def test_a_department_finds_its_own_matters_and_a_township_the_entries(stage: Stage) -> None:
    with county_context():
        held = basis()
        published(ListKind.STATUTORY, "抗旱用水安排", legal_basis=f"《{LAW}》第四十二条")
        admitted(stage, stage.villages(0))
        assert len(resting(held, stage.actor("water-clerk"))) == 2
        entry = [("entry", "抗旱用水安排", None)]
        assert resting(held, stage.actor("farming-clerk")) == entry
        assert client(legal_bases, stage.actor("head")).get("/0/resting").status_code == 404
    here = stage.townships[0]
    with township_context(here):
        assert resting(held, stage.township_officer(here)) == entry
