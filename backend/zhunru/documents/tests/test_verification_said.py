"""The sentences that are read out, for every standing and every kind, and what the page weighs on a slow line."""

import gzip
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import translation

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import kinds, services, speaking
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Document, Seal
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY, approval
from zhunru.documents.tests.verifying import HOST, issue
from zhunru.documents.verification import Answer, Part, Standing

ENDED = date(2026, 6, 30)
BY = Document(number="演社工撤〔2026〕1号", issued_on=ENDED)
PERMITS = "它准许县水利局在吉雄镇4个村（社区）开展“农村饮水安全入户排查”，到2026年12月31日为止。"
REFUSE = "有人凭它要求村里做事的，可以拒绝。"
ONLY = "除此以外，不能凭它要求村里做别的。"
SAID = {
    Standing.VALID: f"这份文书是真的，现在有效。{PERMITS}{ONLY}",
    Standing.NOT_YET: f"这份文书是真的，要从2026年3月10日起才有效，现在还不能用。{PERMITS}{ONLY}",
    Standing.SUSPENDED: f"这份文书是真的，现在暂停，恢复以前不能用。{REFUSE}",
    Standing.EXPIRED: f"这份文书是真的，期限到2026年12月31日为止，现在已经过期。{REFUSE}",
    Standing.WITHDRAWN: f"这份文书是真的，已经从2026年6月30日起撤销，现在无效。{REFUSE}",
    Standing.SUPERSEDED: "这份文书是真的，已经从2026年6月30日起换成新的文书，这一份不再用。"
    "请查新的文书演社工撤〔2026〕1号。",
    Standing.VOIDED: f"这份文书是真的，已经从2026年6月30日起作废，现在无效。{REFUSE}",
}
BYTES = 20_000


def paper(kind: str = "approval", facts: Any = None, **changed: Any) -> Document:
    facts = facts or approval(scope=ONE_TOWNSHIP, ends_on=date(2026, 12, 31))
    return Document(kind=kind, facts=facts.kept(), issued_on=TODAY, specimen=False, **changed)


@pytest.mark.clause("2.1c")
@pytest.mark.parametrize("standing", SAID)
def test_every_standing_is_said_in_full_sentences(standing: Standing) -> None:
    assert speaking.said(Answer(paper(ended_on=ENDED, ended_by=BY), standing)) == SAID[standing]


@pytest.mark.clause("2.1e")
def test_an_urgent_entry_is_said_to_be_unapproved() -> None:
    document = paper("provisional", FACTS["provisional"])
    told = speaking.said(Answer(document, Standing.PROVISIONAL))
    assert told.startswith("这份文书是真的，是紧急事项先行登记，还没有批准。")
    assert "最迟到" in told
    assert told.endswith(ONLY)
    assert "已经失效。" + REFUSE in speaking.said(Answer(document, Standing.LAPSED))


def test_of_a_split_only_the_parts_that_hold_are_said() -> None:
    document = paper("split", FACTS["split"])
    first, *others = document.facts["successors"]
    part = Part(first["title"], first["code"], rests=True, since=ENDED, by=BY)
    told = speaking.said(Answer(document, Standing.PARTLY, parts=[part]))
    assert "现在只有一部分有效。现在它只准许" in told
    assert first["title"] not in told
    assert all(one["title"] in told for one in others)


@pytest.mark.parametrize("name", KINDS)
def test_no_kind_but_one_that_admits_says_that_it_permits(name: str) -> None:
    document = paper(name, FACTS[name])
    told = speaking.said(Answer(document, Standing.VALID))
    assert ("准许" in told) == KINDS[name].admits
    assert told.endswith("。")
    assert "%(" not in told
    assert "None" not in told
    assert told.count("。") >= 2, "a whole sentence on what it is"


def test_a_specimen_is_never_called_genuine() -> None:
    document = paper()
    document.specimen = True
    told = speaking.said(Answer(document, Standing.VALID))
    assert told.startswith("这是演示文书，盖的是样章，没有效力；按登记，现在有效。")
    assert "真的" not in told


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"scope": ONE_TOWNSHIP}, "在吉雄镇4个村（社区）开展"),
        ({}, "在全县9个乡镇43个村（社区）开展"),
        ({"scope": [ONE_TOWNSHIP[0].model_copy(update={"villages": ["甲村", "乙村"]})]}, "在吉雄镇甲村、乙村开展"),
    ],
)
def test_where_it_holds_is_said_in_few_words(changed: dict[str, Any], where: str) -> None:
    assert where in speaking.said(Answer(paper(facts=approval(**changed)), Standing.VALID))


def test_without_a_last_day_it_is_said_to_be_reviewed() -> None:
    told = speaking.said(Answer(paper(facts=approval()), Standing.VALID))
    assert "长期有效，每年复核一次" in told


@pytest.mark.parametrize("standing", Standing)
def test_it_is_said_in_english_too(standing: Standing) -> None:
    document = paper(ended_on=ENDED, ended_by=BY)
    with translation.override("en"):
        told = speaking.said(Answer(document, standing))
    assert told.startswith("This paper is genuine")
    without_names = re.sub("[“”].*?”|县水利局|吉雄镇|演社工撤〔2026〕1号", "", told)
    assert not re.search(r"[\u4e00-\u9fff]", without_names)


def test_the_sentences_come_first_on_the_page(office: Organisation, seal: Seal, keeper: Actor) -> None:
    document = issue(office, keeper)
    page = Client(HTTP_HOST=HOST).get(f"/v/{document.code}").content.decode()
    main = page.partition("<h1>")[2]
    assert main.index('id="said"') < min(main.index("<h2"), main.index("<form"), main.index("<dl"))
    assert 'id="aloud" hidden' in page, "without JavaScript there is no button that does nothing"


def test_a_certificate_shows_nothing_of_a_person(office: Organisation, village_seal: Seal, keeper: Actor) -> None:
    facts = FACTS["certificate"]
    document = Document(kind="certificate", facts=facts.kept(), issued_on=TODAY, specimen=False)
    told = speaking.said(Answer(document, Standing.VALID))
    assert "不显示个人信息" in told
    for field in ("person", "text", "use"):
        assert getattr(facts, field) not in told


def test_a_corrected_paper_points_at_what_corrects_it(office: Organisation, seal: Seal, keeper: Actor) -> None:
    document = issue(office, keeper)
    by = services.issue(
        kinds.KINDS["erratum"], FACTS["erratum"], actor=keeper, today=TODAY, organisation=office, host=HOST,
        corrects=document,
    )  # fmt: skip
    visitor = Client(HTTP_HOST=HOST)
    page = visitor.get(f"/v/{document.code}").content.decode()
    assert f'更正见：<a href="/v/{by.code}">{by.number}</a>' in page
    assert f'更正的文书：<a href="/v/{document.code}">' in visitor.get(f"/v/{by.code}").content.decode()


def test_the_page_is_light_and_asks_nobody_else(office: Organisation, seal: Seal, keeper: Actor) -> None:
    """What a phone loads for a paper of the whole county, unpacked; packed it is a third."""
    document = services.issue(kinds.APPROVAL, approval(), actor=keeper, today=TODAY, organisation=office, host=HOST)
    page = Client(HTTP_HOST=HOST).get(f"/v/{document.code}").content
    loaded = re.findall(r'(?:src|href)="(/static/[^"]+)"', page.decode())
    assert loaded == ["/static/bare.css", "/static/verify.js"]
    parts = [page, *(Path(str(finders.find(name.removeprefix("/static/")))).read_bytes() for name in loaded)]
    assert sum(map(len, parts)) < BYTES
    assert sum(len(gzip.compress(part)) for part in parts) < BYTES // 2
    assert not re.findall(r"""(?:src|href|action)=["']?(?:https?:)?//""", page.decode())
