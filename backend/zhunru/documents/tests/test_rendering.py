"""The rendering child: what it fetches, what it may use, and that it comes back."""

import http.server
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from zhunru.core.errors import DomainError
from zhunru.documents.rendering import Limits, Press, press

PAGE = '<html lang="zh-CN"><title>t</title><body><p>准入</p>{}</body></html>'


@pytest.fixture
def strict() -> Iterator[Press]:
    made = Press("", Limits(cpu_seconds=2, seconds=20, memory_mb=600, max_pages=3, max_rows=6000))
    yield made
    made.kill()


def test_a_page_is_rendered_and_the_child_stays() -> None:
    first = press().render(PAGE.format(""))
    child = press().pid
    second = press().render(PAGE.format(""))
    assert first.pdf.startswith(b"%PDF-")
    assert first.pages == second.pages == 1
    assert press().pid == child


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="{0}">',
        '<link rel="stylesheet" href="{0}">',
        '<style>@import url("{0}");</style>',
        '<style>@font-face {{ font-family: X; src: url("{0}") }} p {{ font-family: X, "ZR Latin", "ZR Fang" }}</style>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="{0}" width="9" height="9"/></svg>',
        '<link rel="attachment" href="{0}">',
        '<object data="{0}"></object>',
    ],
)
def test_nothing_is_fetched_from_disk_or_network(tag: str, var: Path) -> None:
    canary = var / "canary.svg"
    canary.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text>CANARY</text></svg>')
    hits: list[str] = []

    class Canary(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)
            self.send_response(200)
            self.end_headers()

    with http.server.HTTPServer(("127.0.0.1", 0), Canary) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        plain = press().render(PAGE.format(""))
        for url in (canary.as_uri(), f"http://127.0.0.1:{server.server_port}/x.svg"):
            drawn = press().render(PAGE.format(tag.format(url)))
            assert b"CANARY" not in drawn.pdf
            assert b"/EmbeddedFile" not in drawn.pdf
            assert abs(len(drawn.pdf) - len(plain.pdf)) < 2000
        server.shutdown()
    assert hits == []


BOMBS = {
    "columns": '<table><tr><td colspan="1000000">x</td></tr></table>',
    "nesting": "<div>" * 3000 + "</div>" * 3000,
    "lines": "<div>准入</div>" * 40000,
    "pages": '<p style="break-after:page">x</p>' * 9,
    "laughs": "<svg xmlns='http://www.w3.org/2000/svg'><g id='a0'><path d='M0 0h1'/></g>"
    + "".join(f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 8))
    + "</svg>",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_stopped_and_the_next_paper_is_drawn(bomb: str, strict: Press) -> None:
    with pytest.raises(DomainError) as failure:
        strict.render(PAGE.format(BOMBS[bomb]))
    assert failure.value.code == "render_failed"
    assert "文书" in failure.value.message
    assert strict.render(PAGE.format("")).pages == 1


def test_too_many_rows_are_counted_before_the_child_is_troubled(strict: Press) -> None:
    rows = "<tr><td>准入</td></tr>" * 3000
    with pytest.raises(DomainError) as failure:
        strict.render(PAGE.format(f"<table>{rows}</table><TABLE>{rows.upper()}<tr class='x'><td></td></tr></TABLE>"))
    assert failure.value.code == "too_many_rows"
    assert failure.value.message == "文书的表格共6001行，超过6000行的限度，请分成几份制作"
    assert strict.pid is None


def test_a_killed_child_fails_one_paper_and_not_the_next(strict: Press) -> None:
    strict.render(PAGE.format(""))
    child = strict.pid
    assert child is not None
    killer = threading.Timer(0.3, os.kill, (child, signal.SIGKILL))
    killer.start()
    with pytest.raises(DomainError):
        strict.render(PAGE.format("<table>" + "<tr><td>准入</td></tr>" * 5000 + "</table>"))
    killer.join()
    assert strict.render(PAGE.format("")).pages == 1
    assert strict.pid != child


def test_a_child_killed_while_idle_is_replaced_unnoticed(strict: Press) -> None:
    strict.render(PAGE.format(""))
    child = strict.pid
    assert child is not None
    os.kill(child, signal.SIGKILL)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    assert strict.render(PAGE.format("")).pages == 1


def test_the_child_outlives_the_thread_that_started_it(strict: Press) -> None:
    starter = threading.Thread(target=strict.render, args=(PAGE.format(""),))
    starter.start()
    starter.join()
    child = strict.pid
    assert strict.render(PAGE.format("")).pages == 1
    assert strict.pid == child


def test_many_threads_share_one_child() -> None:
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda n: press().render(PAGE.format(n)), range(16)))
    assert [d.pages for d in drawn] == [1] * 16


def test_the_child_knows_none_of_our_secrets(strict: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    strict.render(PAGE.format(""))
    assert b"secret" not in Path(f"/proc/{strict.pid}/environ").read_bytes()
