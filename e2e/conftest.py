"""One whole system for all browser tests: fresh database, real server and worker, the built front end."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from infra.embedded_pg import free_port
from infra.frontend_build import ROOT, build_if_changed
from infra.instance import Instance, Login
from infra.processes import end_all
from infra.visitor import Visitor

FOLDER = ROOT / "var" / "e2e"
COUNTY = "gongga.localhost"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
DESK: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 375, "height": 812}
PATIENCE_MS = 20_000


@dataclass(frozen=True)
class System:
    """The running system and everybody who may log in to it."""

    port: int
    logins: list[Login]
    env: dict[str, str]
    """Of the administration commands."""

    def manage(self, *words: str) -> None:
        """Run an administration command."""
        command = [sys.executable, "backend/manage.py", *words]
        subprocess.run(command, cwd=ROOT, env=self.env, check=True)  # noqa: S603 - our own command

    def address(self, host: str, path: str = "/") -> str:
        return f"http://{host}:{self.port}{path}"

    def password(self, host: str, username: str) -> str:
        return next(o["password"] for o in self.logins if (o["host"], o["username"]) == (host, username))

    def villages(self, host: str) -> list[str]:
        """User names of the villages' officers on a township's host."""
        return [o["username"] for o in self.logins if o["host"] == host and o["username"].startswith("v")]


@pytest.fixture(scope="session")
def system() -> Iterator[System]:
    made = Instance(FOLDER, free_port(), durable=False)
    made.logs.mkdir(parents=True, exist_ok=True)
    end_all(made.owns, signal.SIGTERM, signal.SIGKILL)
    made.begin_anew()
    build_if_changed(made.logs / "build.log")
    with made.database() as admin:
        env = made.environment(admin)
        logins = made.furnish(env, logins="demo_logins --all")
        with made.serving(env, COUNTY):
            yield System(made.port, logins, env)
    made.begin_anew()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium: the browser that Playwright would fetch for itself cannot be had everywhere."""
    return browser_type_launch_args | {"executable_path": shutil.which("chromium"), "args": FLAGS.split()}


@pytest.fixture(scope="session")
def seen_by(system: System) -> Callable[[str], Visitor]:
    """Somebody of the county without a browser, to read what the pages should show."""

    def log_in(username: str) -> Visitor:
        visitor = Visitor(system.port, COUNTY)
        visitor.log_in(username, system.password(COUNTY, username))
        return visitor

    return log_in


type Enter = Callable[..., Page]


@pytest.fixture
def enter(new_context: CreateContextCallback, system: System) -> Iterator[Enter]:
    """`enter("head")` logs in on a host through the log-in page; each call is another person's browser.

    No page may raise an error of its own or ask for what the content security policy forbids.
    """
    faults: list[str] = []

    def go(username: str, host: str = COUNTY, *, size: ViewportSize = DESK, **context: Any) -> Page:
        page = new_context(viewport=size, locale="zh-CN", **context).new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if "Security Policy" in said.text else None)
        page.set_default_timeout(PATIENCE_MS)
        page.goto(system.address(host, "/login"))
        page.fill("input[name=username]", username)
        page.fill("input[name=password]", system.password(host, username))
        page.press("input[name=password]", "Enter")
        page.wait_for_url(lambda url: "/login" not in url)
        return page

    expect.set_options(timeout=PATIENCE_MS)
    yield go
    assert faults == []
