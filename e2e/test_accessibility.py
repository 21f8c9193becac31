"""axe finds nothing serious on any page, on a phone and on a desk."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from e2e.conftest import COUNTY, DESK, PHONE, Enter, System
from e2e.test_chain import FIRST
from infra.frontend_build import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SIZES = [pytest.param(PHONE, id="375"), pytest.param(DESK, id="1366")]
PERFORMED = (1 << 36) + 1
"""The demonstration's contract with most behind it, the first of the first township."""
DRAFTED, DISPUTED = PERFORMED + 2, (2 << 36) + 2
DESKS = [f"/contracts/{DRAFTED}/terms/{DRAFTED}", f"/contracts/{DISPUTED}/periods/{DISPUTED + 1}"]
"""The draft's editor, and the acceptance of the period that is in dispute."""
ASKED, GAPS, WAITING = 5, 6, 14
"""The draft whose seal is asked for, the one that is being written, and the use of the seal that waits."""
PAGES = {
    (COUNTY, "head"): [
        "/",
        "/lists",
        "/lists/1",
        "/lists/editions/4",
        "/lists/editions/5",
        "/lists/assist/editions",
        "/lists/compare?to=4",
        "/lists/statutory/on/2026-06-01",
        "/lists/duties",
        "/legal-bases",
        "/search?q=消防",
        "/applications",
        "/applications/1",
        "/matters",
        "/matters/1",
        "/documents",
        "/documents/1",
        "/placements",
        "/board",
        "/townships",
        "/villages",
        "/meetings",
        "/meetings/1",
        "/refusals",
        "/notices",
        "/legacy",
        "/drafts",
        f"/drafts/{GAPS}",
        f"/drafts/{ASKED}",
        "/seal-uses",
        f"/seal-uses/{WAITING}",
        "/seals",
        "/seals/1",
        "/templates",
        "/templates/interview_record",
        "/batches",
        "/batches/1",
        "/archive",
    ],
    (COUNTY, "clerk"): ["/lists/editions/5", "/lists/editions/5/entries/new", "/lists/editions/5/import"],
    (COUNTY, "farming-clerk"): ["/applications/new", "/applications/3/edit", "/urgent/new", "/opinions", *DESKS],
    (COUNTY, "water-clerk"): [
        "/contracts",
        "/contracts/new",
        *(f"/contracts/{PERFORMED}?tab={tab}" for tab in ("text", "records", "periods", "payments", "progress")),
        "/purchases",
        "/budget-lines",
        "/clause-library",
        "/clause-library/catalogue",
    ],
    (COUNTY, "admin"): ["/users", "/password", "/configuration", "/calendar"],
    (FIRST, "v001"): [
        "/",
        "/placements",
        "/consultations",
        "/refusals",
        "/lists",
        "/lists/mine",
        "/documents",
        "/notices",
        "/m",
        "/contracts",
        f"/contracts/{PERFORMED}",
        f"/contracts/{PERFORMED}/deliverables",
        f"/contracts/{PERFORMED}/periods/{PERFORMED + 1}",
        f"/deliverables/new?contract={PERFORMED}",
    ],
    (FIRST, "v002"): ["/certificates", "/certificates/new", "/certificates/types"],
    (FIRST, "officer"): ["/", "/consultations", "/urgent-reports", "/certificates"],
    (FIRST, "admin"): ["/users"],
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("host", "username"), PAGES, ids=lambda who: who.partition(".")[0])
def test_pages_behind_the_log_in_are_accessible(
    enter: Enter, system: System, host: str, username: str, size: ViewportSize
) -> None:
    page = enter(username, host, size=size)
    found = {}
    for path in PAGES[host, username]:
        page.goto(system.address(host, path), wait_until="networkidle")
        page.locator("h1").first.wait_for()
        found[path] = faults_of(page)
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("size", SIZES)
def test_pages_without_a_log_in_are_accessible(browser: Browser, system: System, size: ViewportSize) -> None:
    page = browser.new_page(viewport=size, locale="zh-CN")
    for path in (
        "/login",
        "/v",
        "/v/000000000000",
        "/admitted",
        "/l",
        "/l/assist",
        "/l/assist/2026-06-01",
        "/l/difference/2/4",
        "/ocds",
    ):
        page.goto(system.address(COUNTY, path))
        assert faults_of(page) == [], path
    page.close()


def faults_of(page: Page) -> list[str]:
    """Serious and critical findings, each with the first element that shows it. None scrolls sideways either."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
    )
    grave = [v for v in result["violations"] if v["impact"] in ("serious", "critical")]
    faults = [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in grave]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return faults + ([f"the page is {wider} px too wide"] if wider > 0 else [])
