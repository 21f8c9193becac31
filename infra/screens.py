"""The README's pictures, taken from a system of their own: `python -m infra.screens` writes docs/images/*.png."""

from __future__ import annotations

import io
import shutil
import signal
import time
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from infra.embedded_pg import free_port
from infra.endings import ToldError, exit_code
from infra.frontend_build import ROOT, build_if_changed
from infra.instance import Instance, Login
from infra.processes import end_all, hold
from infra.visitor import Visitor

FOLDER = ROOT / "var" / "screens"
PICTURES = ROOT / "docs" / "images"
DESK, TALL, PHONE = (1366, 860), (1366, 1560), (390, 844)
CONFIRMED_SHARE = 3
"""All villages but every third confirm, so that the pictures show a matter on its way."""
PERFORMED, DISPUTED = "灌溉渠道日常管护", "集中居住区清扫保洁"
"""The demonstration's contract with most behind it, and the one that the township mediates."""
WAIT_SECONDS = 60
GAP = 12
"""Pixels between two pages of a paper."""


def main() -> int:
    """Take the pictures; give the exit code."""
    return exit_code(_run, farewell="Broken off; some pictures may be old.", ended=130)


def _run() -> None:
    system = Instance(FOLDER, free_port(), durable=False)
    system.logs.mkdir(parents=True, exist_ok=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with hold(FOLDER / "lock", "Pictures of this checkout are being taken already (process {pid})."):
        end_all(system.owns, signal.SIGTERM, signal.SIGKILL)
        system.begin_anew()
        build_if_changed(system.logs / "build.log")
        with system.database() as admin:
            env = system.environment(admin)
            logins = system.furnish(env, logins="demo_logins --all")
            with system.serving(env, logins[0]["host"]):
                _take_pictures(system.port, logins)
        system.begin_anew()


def _take_pictures(port: int, logins: list[Login]) -> None:
    of = {(login["host"], login["username"]): login for login in logins}
    county = logins[0]["host"]
    villages = [login for login in logins if login["host"] != county and login["username"].startswith("v")]
    head, officer = _log_in(port, of[county, "head"]), _log_in(port, villages[0])
    matter = head.get("/matters?ordering=id")["items"][0]
    _wait_for_deliveries(head, matter["id"])
    for number, login in enumerate(villages):
        if number % CONFIRMED_SHARE:
            _confirm(_log_in(port, login))
    application = head.get(f"/matters/{matter['id']}")["application_id"]
    placement = officer.get("/placements")["items"][0]["id"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        _picture(chromium, head, f"/applications/{application}", DESK, "application")
        _picture(chromium, _log_in(port, of[county, "leader"]), "/board", DESK, "board")
        _picture(chromium, officer, f"/m/{placement}", PHONE, "receipt")
        edition = next(one for one in head.get("/lists") if one["kind"] == "assist")["edition"]
        _picture(chromium, head, f"/lists/editions/{edition['id']}", DESK, "edition")
        _picture(chromium, officer, "/lists/mine", PHONE, "duties")
        clerk, judge = _log_in(port, of[county, "water-clerk"]), _log_in(port, of[county, "farming-clerk"])
        contract, disputed = _contract(clerk, PERFORMED), _contract(judge, DISPUTED)
        period = judge.get(f"/contracts/{disputed}/periods")[0]["id"]
        _picture(chromium, clerk, f"/contracts/{contract}", DESK, "contract")
        _picture(chromium, judge, f"/contracts/{disputed}/periods/{period}", TALL, "acceptance")
        _picture(chromium, officer, f"/contracts/{contract}", PHONE, "contract-village")
        chromium.close()
    approval = head.file(f"/documents/{head.get('/documents?kind=approval')['items'][-1]['id']}/file")
    _picture_of_paper(approval, (0, _sealed_page(approval)), "paper")
    agreement = clerk.file(f"/documents/{_paper_of(clerk, contract)}/file")
    _picture_of_paper(agreement, (0, -1), "contract-paper")


def _log_in(port: int, login: Login) -> Visitor:
    visitor = Visitor(port, login["host"])
    visitor.log_in(login["username"], login["password"])
    return visitor


def _wait_for_deliveries(head: Visitor, matter: int) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while (progress := head.get(f"/matters/{matter}/progress"))["townships_done"] < progress["townships"]:
        if time.monotonic() > deadline:
            raise ToldError("The deliveries did not arrive; see the worker's log.")
        time.sleep(0.5)


def _contract(clerk: Visitor, subject: str) -> int:
    rows = clerk.get("/purchase/contracts?limit=200")["items"]
    return next(int(row["id"]) for row in rows if row["subject"] == subject)


def _paper_of(clerk: Visitor, contract: int) -> int:
    """The id of the contract's own paper, once the worker has issued it."""
    deadline = time.monotonic() + WAIT_SECONDS
    while (paper := clerk.get(f"/contracts/{contract}")["papers"][0])["document_id"] is None:
        if time.monotonic() > deadline:
            raise ToldError("The contract's paper did not come; see the worker's log.")
        time.sleep(0.5)
    return int(paper["document_id"])


def _confirm(officer: Visitor) -> None:
    placement: dict[str, Any] = officer.get("/placements")["items"][0]
    code = officer.get(f"/placements/{placement['id']}")["document_code"]
    officer.post(f"/placements/{placement['id']}/confirm", {"document_code": code})


def _picture(browser: Browser, visitor: Visitor, path: str, size: tuple[int, int], name: str) -> None:
    """A page as the visitor's browser shows it, in Chinese, when nothing is loading any more."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="zh-CN")
    origin = f"http://{visitor.host}:{visitor.port}"
    context.add_cookies([{"name": key, "value": value, "url": origin} for key, value in visitor.cookies.items()])
    page = context.new_page()
    page.goto(f"{origin}{path}", wait_until="networkidle")
    page.locator("h1").first.wait_for()
    page.wait_for_function("!document.querySelector('.ant-skeleton')")
    _keep(Image.open(io.BytesIO(page.screenshot(animations="disabled"))), name)
    context.close()


def _picture_of_paper(pdf: bytes, pages: tuple[int, int], name: str) -> None:
    """Two of its pages beside each other, counted from 0 or from the end."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()  # the seal is a signature field
    first, second = (document[at % len(document)].render(scale=1.1).to_pil() for at in pages)
    both = Image.new("RGB", (first.width + second.width + GAP, first.height), "#8c8c8c")
    both.paste(first, (0, 0))
    both.paste(second, (first.width + GAP, 0))
    _keep(both, name)


def _sealed_page(pdf: bytes) -> int:
    """Counted from 0; the seal is the signature field's appearance."""
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        marks = [[mark.get("/FT") for mark in page.get("/Annots", [])] for page in paper.pages]
    return next(at for at, kinds in enumerate(marks) if "/Sig" in kinds)


def _keep(image: Image.Image, name: str) -> None:
    """As a small PNG: pages have few colours."""
    image.convert("RGB").quantize(128).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    raise SystemExit(main())
