"""The archive: a year's papers as one package that says what each is, and that anybody can check years later."""

import csv
import io
import json
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from zhunru.accounts.models import Organisation, User
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import Role
from zhunru.core.tests.clients import client
from zhunru.documents import retention, services, storage
from zhunru.documents.api.batches import archive, batches
from zhunru.documents.archiving.jobs import ArchiveParams
from zhunru.documents.batching import asking, working
from zhunru.documents.batching.jobs import JOBS
from zhunru.documents.models import Batch, Document, Seal
from zhunru.documents.tests.archived import a_years_papers, certified, issued, opened, packed
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY, approval
from zhunru.documents.tests.villages import PERSON


@pytest.fixture
def clerk(office: Organisation) -> Actor:
    return somebody(Role.SOCIAL_WORK_CLERK)


def somebody(role: Role) -> Actor:
    user = User(realm=COUNTY, username=role.value, name=f"演示{role.label}")
    user.record(actor=SYSTEM, reason="开户")
    return Actor(user.pk, user.name, role, COUNTY)


@pytest.fixture
def papers(office: Organisation, seal: Seal, keeper: Actor) -> list[Document]:
    return a_years_papers(office, keeper)


def ran(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A program that anybody has who checks a package."""
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own words


def told(batch: Batch) -> dict[str, dict[str, Any]]:
    return told_of(opened(batch))


def told_of(package: zipfile.ZipFile) -> dict[str, dict[str, Any]]:
    found = json.loads(package.read("metadata.json"))
    return {one["number"]: one for one in found}


def test_the_package_holds_each_paper_under_its_number_and_its_duplicates(papers: list[Document], clerk: Actor) -> None:
    package = opened(packed("archive", clerk, year=2026))
    beside = [name for name in package.namelist() if name.startswith("国密签名/")]
    assert [name for name in package.namelist() if name not in beside] == [
        "文书/演社工准〔2026〕1号.pdf",
        "文书/演社工准〔2026〕2号.pdf",
        "副本/演社工准〔2026〕2号（副本1）.pdf",
        "文书/演社工撤〔2026〕1号.pdf",
        "文书/演社工正〔2026〕1号.pdf",
        "metadata.json",
        "metadata.csv",
        "README.txt",
        "manifest-sha256.txt",
        "manifest-sm3.txt",
    ]
    assert len(beside) == 4  # the duplicate was made without one
    for paper in papers:
        (signed,) = json.loads(package.read(f"国密签名/{paper.number}.json"))
        assert signed["sm3"] == told_of(package)[paper.number]["sm3"]
        assert package.read(f"文书/{paper.number}.pdf") == storage.paper_path(paper.sha256).read_bytes()


def test_sha256sum_finds_every_file_as_it_was_packed(papers: list[Document], clerk: Actor, tmp_path: Path) -> None:
    package = opened(packed("archive", clerk, year=2026))
    package.extractall(tmp_path / "out")
    done = ran(["sha256sum", "--strict", "-c", "manifest-sha256.txt"], tmp_path / "out")
    assert (done.returncode, done.stdout.count(": OK")) == (0, len(package.namelist()) - 2)
    victim = tmp_path / "out" / "文书" / f"{papers[0].number}.pdf"
    victim.write_bytes(victim.read_bytes() + b" ")
    assert ran(["sha256sum", "-c", "manifest-sha256.txt"], tmp_path / "out").returncode == 1


def test_openssl_finds_the_same_sm3(papers: list[Document], clerk: Actor, tmp_path: Path) -> None:
    package = opened(packed("archive", clerk, year=2026))
    (tmp_path / "paper").write_bytes(package.read(f"文书/{papers[0].number}.pdf"))
    found = ran(["openssl", "dgst", "-sm3", "-r", "paper"], tmp_path).stdout.split()[0]
    assert f"{found}  文书/{papers[0].number}.pdf\n" in package.read("manifest-sm3.txt").decode()


def test_metadata_says_what_became_of_each_paper_and_who_agreed_to_its_seal(
    papers: list[Document], clerk: Actor, keeper: Actor
) -> None:
    found = told(packed("archive", clerk, year=2026))
    first, second, ending, slip = (found[paper.number] for paper in papers)
    assert (first["status"], first["ended_by"]) == ("withdrawn", ending["number"])
    assert ending["ends"] == [first["number"]]
    assert (slip["status"], slip["void_reason"], bool(slip["file"])) == ("voided", "发错", True)
    assert second["duplicates"][0]["receiver"] == "县档案馆"
    assert second["uses"][0]["used_by"] == keeper.name
    assert second["uses"][0]["ground"].startswith("样章")
    assert (second["sha256"], len(second["sm3"])) == (papers[1].sha256, 64)
    assert [one["sm3"] for one in second["signatures_beside"]] == [second["sm3"]]


def test_the_table_says_the_same_and_no_cell_is_a_formula(papers: list[Document], clerk: Actor) -> None:
    content = opened(packed("archive", clerk, year=2026)).read("metadata.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert [row["发文字号"] for row in rows] == [paper.number for paper in papers]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert rows[3]["效力"] == "已作废"


def test_the_same_papers_give_the_same_bytes(papers: list[Document], clerk: Actor) -> None:
    first = packed("archive", clerk, year=2026)
    again = packed("archive", somebody(Role.SOCIAL_WORK_HEAD), year=2026)
    assert (again.pk, again.sha256) == (first.pk, first.sha256)
    with storage.keeping() as (file, kept):
        JOBS["archive"].finish(first, file)
    assert kept.sha256 == first.sha256


def test_what_has_changed_since_is_another_package_and_the_first_stays(
    papers: list[Document], clerk: Actor, keeper: Actor
) -> None:
    """Nothing is ever overwritten."""
    first = packed("archive", clerk, year=2026)
    services.end(papers[1], by=papers[2], actor=keeper)
    second = packed("archive", clerk, year=2026)
    assert second.pk != first.pk
    assert storage.batch_path(first.sha256).exists()
    assert told(second)[papers[1].number]["status"] == "withdrawn"
    assert told(first)[papers[1].number]["status"] == "valid"


def test_a_file_that_was_tampered_with_is_named_and_no_package_is_made(papers: list[Document], clerk: Actor) -> None:
    path = storage.paper_path(papers[1].sha256)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1])
    batch = asking.ask(JOBS["archive"], ArchiveParams(year=2026), actor=clerk)
    working.carry_on(batch.pk)
    batch.refresh_from_db()
    assert batch.status == Batch.Status.FAILED
    assert batch.items.get(ref=papers[1].pk).error.startswith(f"{papers[1].number}的文件与签发时不一致")


def test_a_file_that_changes_while_it_is_packed_is_found_too(papers: list[Document], clerk: Actor) -> None:
    batch = packed("archive", clerk, year=2026)
    path = storage.paper_path(papers[0].sha256)
    path.chmod(0o600)
    path.write_bytes(b"other")
    with pytest.raises(DomainError, match="不一致"), storage.keeping() as (file, _kept):
        JOBS["archive"].finish(batch, file)
    assert [one for one in (path.parents[2] / "batches").iterdir() if one.is_file()] == []


def test_an_export_holds_what_the_filters_find(papers: list[Document], clerk: Actor) -> None:
    found = told(packed("export", clerk, kind="approval", status="valid"))
    assert list(found) == [papers[1].number]
    by_day = told(packed("export", clerk, from_on=TODAY, to_on=TODAY, q="撤", organisation=papers[0].organisation_id))
    assert list(by_day) == [papers[2].number]
    with pytest.raises(DomainError, match="没有符合条件"):
        packed("export", clerk, to_on=date(2026, 3, 1))


def test_an_erased_paper_is_named_as_erased(
    office: Organisation, seal: Seal, village_seal: Seal, clerk: Actor, keeper: Actor
) -> None:
    paper = issued("contract", FACTS["contract"], office, keeper, seals=[seal, village_seal])
    assert retention.erase(paper, today=date(2060, 1, 1))
    retention.remove_files(paper)
    package = opened(packed("archive", clerk, year=2026))
    assert [name for name in package.namelist() if name.endswith(".pdf")] == []
    one = json.loads(package.read("metadata.json"))[0]
    assert (one["number"], one["file"], one["sha256"]) == (paper.number, "", paper.sha256)
    assert one["erased"]["rule"].startswith("政府购买服务合同的电子文件保管")
    assert "保管期满已销毁1件" in package.read("README.txt").decode()


def test_a_certificates_file_names_a_person_and_stays_out(
    office: Organisation, seal: Seal, village_seal: Seal, clerk: Actor, keeper: Actor
) -> None:
    """Clause 2.3d: what the register keeps of it is told, the file is its village's."""
    paper = certified(office, village_seal, keeper)
    package = opened(packed("archive", clerk, year=2026))
    assert [name for name in package.namelist() if name.endswith(".pdf")] == []
    one = json.loads(package.read("metadata.json"))[0]
    assert (one["number"], one["file"], one["withheld"]) == (paper.number, "", True)
    assert not any(PERSON.encode() in package.read(name) for name in package.namelist())


def test_a_package_holds_only_what_its_asker_may_read(
    office: Organisation, seal: Seal, village_seal: Seal, clerk: Actor, keeper: Actor
) -> None:
    """What was found at an acceptance is not the auditor's to read."""
    open_one = issued("approval", approval(scope=ONE_TOWNSHIP), office, keeper)
    closed = issued("acceptance", FACTS["acceptance"], office, keeper, seals=[seal, village_seal])
    auditor = somebody(Role.AUDITOR)
    theirs, whole = packed("archive", auditor, year=2026), packed("archive", clerk, year=2026)
    assert list(told(theirs)) == [open_one.number]
    assert list(told(whole)) == [open_one.number, closed.number]
    assert client(batches, auditor).get(f"/{theirs.pk}/file").status_code == 200
    refused = client(batches, auditor).get(f"/{whole.pk}/file")
    assert (refused.status_code, refused.json()["code"]) == (403, "restricted")
    assert client(batches, clerk).get(f"/{whole.pk}/file").status_code == 200


def test_the_page_of_the_archive_counts_by_year_and_names_the_packages(papers: list[Document], clerk: Actor) -> None:
    batch = packed("archive", clerk, year=2026)
    [year] = client(archive, somebody(Role.AUDITOR)).get("").json()
    assert {name: year[name] for name in ("year", "papers", "valid", "voided", "erased")} == {
        "year": 2026, "papers": 4, "valid": 2, "voided": 1, "erased": 0,
    }  # fmt: skip
    assert [one["sha256"] for one in year["packages"]] == [batch.sha256]


@pytest.mark.parametrize("role", [Role.DEPARTMENT_HEAD, Role.COUNTY_ADMIN])
def test_departments_and_administrators_have_no_archive(papers: list[Document], clerk: Actor, role: Role) -> None:
    batch = packed("archive", clerk, year=2026)
    somebody_else = Actor(99, "演示", role, COUNTY, organisation_id=papers[0].organisation_id)
    assert client(archive, somebody_else).get("").status_code == 403
    assert client(archive, somebody_else).get("/erasures").status_code == 403
    assert client(batches, somebody_else).get("").json()["total"] == 0
    assert client(batches, somebody_else).get("/jobs").json() == []
    assert client(batches, somebody_else).get(f"/{batch.pk}/file").status_code == 404


def test_whoever_may_have_something_made_is_told_what(clerk: Actor) -> None:
    jobs = {one["name"]: one["label"] for one in client(batches, clerk).get("/jobs").json()}
    assert jobs.items() >= {"archive": "年度归档包", "disclosure": "公开栏公示单", "export": "文书导出包"}.items()
    auditors = [one["name"] for one in client(batches, somebody(Role.AUDITOR)).get("/jobs").json()]
    assert sorted(auditors) == ["archive", "export"]


def test_a_batch_is_found_again_with_what_went_wrong_in_it(papers: list[Document], clerk: Actor) -> None:
    storage.erase_paper(papers[0].sha256)
    batch = asking.ask(JOBS["archive"], ArchiveParams(year=2026), actor=clerk)
    waiting = client(batches, clerk).get(f"/{batch.pk}/file")
    assert (waiting.status_code, waiting.json()["code"]) == (409, "no_file")
    working.carry_on(batch.pk)
    row = client(batches, clerk).get("?job=archive&status=failed&q=2026").json()["items"][0]
    assert (row["id"], row["made"], row["failed"], row["total"]) == (batch.pk, 3, 1, 4)
    assert (row["job_label"], row["status_label"], row["asked_by_name"]) == ("年度归档包", "未完成", clerk.name)
    one = client(batches, clerk).get(f"/{batch.pk}").json()
    assert one["faults"][0]["error"].startswith(f"{papers[0].number}的文件不在存储中")
    assert client(batches, clerk).post(f"/{batch.pk}/resume", json={}).json()["status"] == "waiting"
