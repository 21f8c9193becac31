"""Papers made in one go and put away by the year: seen to come, fetched, opened, checked."""

import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import COUNTY, Enter, System

LONG_MS = 180_000
"""A whole county's sheets are drawn one by one."""


@pytest.mark.clause("3.2b")
def test_the_notice_boards_of_a_township_are_made_while_one_looks_elsewhere(
    enter: Enter, system: System, tmp_path: Path
) -> None:
    clerk = enter("clerk")
    clerk.goto(system.address(COUNTY, "/batches"))
    clerk.get_by_test_id("ask-disclosure").click()
    clerk.get_by_role("combobox", name="纸张").click()
    clerk.get_by_title("A4", exact=True).click()
    clerk.get_by_role("combobox", name="乡镇").click()
    clerk.get_by_title("吉雄镇", exact=True).click()
    clerk.get_by_test_id("confirm-ask-disclosure").click()
    clerk.wait_for_url(re.compile(r"/batches/\d+$"))
    expect(clerk.get_by_role("progressbar").first).to_be_visible()

    clerk.goto(system.address(COUNTY, "/"))
    clerk.goto(system.address(COUNTY, "/batches"))
    clerk.get_by_role("link", name="公开栏公示单（A4，吉雄镇）").first.click()
    package = fetched(clerk, tmp_path)
    sheets = [name for name in package.namelist() if name.startswith("540522100吉雄镇/")]
    assert len(sheets) == len(set(sheets)) >= 2
    assert all(package.read(name).startswith(b"%PDF") for name in [*sheets, "全部（打印用）.pdf"])


@pytest.mark.clause("3.2b")
def test_a_years_papers_are_packed_found_again_and_hold_what_their_list_says(
    enter: Enter, system: System, tmp_path: Path
) -> None:
    clerk = enter("clerk")
    clerk.goto(system.address(COUNTY, "/archive"))
    clerk.get_by_test_id("ask-archive").first.click()
    clerk.wait_for_url(re.compile(r"/batches/\d+$"))
    package = fetched(clerk, tmp_path)
    papers = json.loads(package.read("metadata.json"))
    assert papers
    listed = dict(line.split("  ")[::-1] for line in package.read("manifest-sha256.txt").decode().splitlines())
    for name, sha256 in listed.items():
        assert hashlib.sha256(package.read(name)).hexdigest() == sha256, name
    assert {one["sha256"] for one in papers if one["file"]} <= set(listed.values())

    auditor = enter("auditor")
    auditor.goto(system.address(COUNTY, "/archive"))
    expect(auditor.get_by_role("link", name="下载").first).to_be_visible()
    expect(auditor.locator("code.digest").first).to_have_text(re.compile(r"^[0-9a-f]{64}$"))


@pytest.mark.clause("3.2b")
def test_the_papers_that_a_list_shows_are_exported_with_its_filters(
    enter: Enter, system: System, tmp_path: Path
) -> None:
    auditor = enter("auditor")
    auditor.goto(system.address(COUNTY, "/documents?kind=approval"))
    auditor.get_by_role("button", name="导出这些文书").click()
    auditor.wait_for_url(re.compile(r"/batches/\d+$"))
    papers = json.loads(fetched(auditor, tmp_path).read("metadata.json"))
    assert {one["kind"] for one in papers} == {"approval"}


def fetched(page: Page, folder: Path) -> zipfile.ZipFile:
    """The file of the batch that the page shows, once it is there."""
    link = page.get_by_test_id("download")
    expect(link).to_be_visible(timeout=LONG_MS)
    with page.expect_download() as coming:
        link.click()
    path = folder / "package.zip"
    coming.value.save_as(path)
    return zipfile.ZipFile(path)
