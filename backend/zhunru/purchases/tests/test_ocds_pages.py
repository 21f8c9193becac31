"""The public pages /ocds: what the county buys of villages can be read by anyone, and by any machine."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from zhunru.divisions.models import County
from zhunru.purchases.ocds.contract import Milestone, Progress, Standing
from zhunru.purchases.releases import publish
from zhunru.purchases.tests.ocds_samples import sample
from zhunru.purchases.tests.ocds_standard import faults
from zhunru.tenancy.stamps import BITS

pytestmark = pytest.mark.usefixtures("on_county_side")
BEGIN: datetime = timezone.now() - timedelta(days=30)


@pytest.fixture
def visitor() -> Client:
    """Anybody, not logged in."""
    return Client(headers={"host": County.objects.get().host})


@pytest.fixture
def ocids(townships: list[Any]) -> list[str]:
    """Three contracts; the first one has been looked at since."""
    found = []
    for no, subject in enumerate(("道路养护", "河道保洁", "路灯维护"), 1):
        told = publish(
            sample(subject=subject, number=f"演社工购〔2026〕{no}号"),
            contract_id=(townships[0].no << BITS) + no, now=BEGIN + timedelta(days=no),
        )  # fmt: skip
        assert told is not None
        found.append(told.ocid)
    ended = sample(
        subject="道路养护", number="演社工购〔2026〕1号", standing=Standing.TERMINATED,
        milestones=(Milestone("1", "上半年验收", Progress.PARTLY_MET),),
    )  # fmt: skip
    publish(ended, contract_id=(townships[0].no << BITS) + 1, now=BEGIN + timedelta(days=9))
    return found


@pytest.mark.clause("2.4d")
def test_releases_come_newest_first_and_every_address_gives_valid_data(visitor: Client, ocids: list[str]) -> None:
    package = visitor.get("/ocds/releases.json").json()
    assert [body["ocid"] for body in package["releases"]] == [ocids[0], ocids[2], ocids[1], ocids[0]]
    assert package["releases"][0]["tag"] == ["implementation", "contractTermination"]
    assert package["publishedDate"] == package["releases"][0]["date"]
    record = visitor.get(f"/ocds/{ocids[0]}/record.json").json()["records"][0]
    assert [body["id"] for body in record["releases"]] == [f"{ocids[0]}-001", f"{ocids[0]}-002"]
    assert record["compiledRelease"]["contracts"][0]["status"] == "terminated"
    assert record["compiledRelease"]["tag"] == ["compiled"]
    for path in ("releases", "records", f"{ocids[0]}/releases", f"{ocids[0]}/record"):
        assert faults(visitor.get(f"/ocds/{path}.json").json()) == {}, path


def test_a_record_among_all_links_to_its_releases(visitor: Client, ocids: list[str]) -> None:
    records = visitor.get("/ocds/records.json").json()["records"]
    assert [one["ocid"] for one in records] == ocids[::-1]
    links = records[2]["releases"]
    assert [link["url"].partition("#")[2] for link in links] == [f"{ocids[0]}-001", f"{ocids[0]}-002"]
    host = County.objects.get().host
    path = links[0]["url"].partition("#")[0].removeprefix(f"http://{host}")
    assert visitor.get(path).json()["releases"][0]["date"] == links[0]["date"]


def test_who_has_it_already_is_told_so_until_there_is_news(
    visitor: Client, ocids: list[str], townships: list[Any]
) -> None:
    for path in ("/ocds/releases.json", "/ocds/records.json", f"/ocds/{ocids[1]}/record.json"):
        answer = visitor.get(path)
        tag = answer.headers["ETag"]
        assert (tag[0], answer.headers["Access-Control-Allow-Origin"]) == ('"', "*")
        assert answer.headers["Cache-Control"] == "public, max-age=300"
        again = visitor.get(path, headers={"if-none-match": tag})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
        subject = f"河道保洁（{path}）"
        publish(sample(subject=subject), contract_id=(townships[0].no << BITS) + 2, now=timezone.now())
        assert visitor.get(path, headers={"if-none-match": tag}).status_code == 200


def test_packages_come_in_pages_that_name_their_neighbours(
    visitor: Client, ocids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhunru.purchases.releases.PAGE", 2)
    first, second = (visitor.get("/ocds/releases.json", {"page": no}) for no in (1, 2))
    site = f"http://{County.objects.get().host}/ocds/releases.json"
    assert first.headers["Link"] == f'<{site}?page=2>; rel="next"'
    assert second.headers["Link"] == f'<{site}?page=1>; rel="prev"'
    assert second.json()["uri"] == f"{site}?page=2"
    ids = [body["id"] for answer in (first, second) for body in answer.json()["releases"]]
    assert len(set(ids)) == 4
    for nonsense in ("3", "0", "-1", "x", "１", "9" * 30, ""):
        answer = visitor.get("/ocds/records.json", {"page": nonsense})
        assert (answer.status_code, answer.json()["code"]) == (404, "no_such_page"), nonsense
        assert visitor.get("/ocds", {"page": nonsense}).status_code == 200


def test_a_number_that_was_never_given_is_not_found_in_words(visitor: Client) -> None:
    for path in ("/ocds/ocds-213czf-1/record.json", "/ocds/ocds-213czf-1/releases.json"):
        answer = visitor.get(path)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_published")
    assert visitor.get("/ocds/releases.json").json()["code"] == "no_such_page"  # an empty package is no package
    assert "这一页没有合同" in visitor.get("/ocds").content.decode()


@pytest.mark.clause("2.4d")
def test_people_see_who_buys_what_of_whom_at_what_price(visitor: Client, ocids: list[str]) -> None:
    page = visitor.get("/ocds").content.decode()
    assert "<script" not in page
    for part in ("道路养护", "县交通运输局 → 甲村村民委员会", "60,000.00", "已终止", "/v/7K3MQ9XW2F4T", ocids[0]):
        assert part in page
    assert page.index("路灯维护") < page.index("河道保洁") < page.index("道路养护")


def test_a_page_asks_the_database_little(visitor: Client, ocids: list[str], django_assert_max_num_queries: Any) -> None:
    for path in ("/ocds", "/ocds/releases.json", "/ocds/records.json", f"/ocds/{ocids[0]}/record.json"):
        with django_assert_max_num_queries(8):
            visitor.get(path)


def test_a_whole_minute_of_asking_is_enough(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhunru.purchases.public_views.LOOK_UPS", 2)
    paths = ("/ocds", "/ocds/releases.json", "/ocds/records.json", "/ocds", "/ocds/ocds-213czf-1/record.json")
    answers = [visitor.get(path) for path in paths]
    assert [answer.status_code for answer in answers] == [200, 404, 429, 429, 429]
    assert answers[2].json()["code"] == "too_many"
    assert answers[2].headers["Retry-After"] == "60"


def test_nobody_writes_there_and_a_township_has_no_such_page(visitor: Client, townships: list[Any]) -> None:
    assert visitor.post("/ocds/releases.json").status_code in (403, 405)
    elsewhere = Client(headers={"host": townships[0].domains.get(is_primary=True).domain})
    assert elsewhere.get("/ocds/releases.json").headers["Content-Type"] != "application/json; charset=utf-8"
