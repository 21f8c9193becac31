"""The rendering child: a program of its own, without Django, that turns HTML into PDF until its input ends.

Run by `rendering.Press` with a bare environment. Fonts and styles are loaded once. Each job may use so much CPU
and so many pages; memory is limited for good. Whatever a page asks for, only `data:` is fetched. When the
parent dies the input ends, and so does this program.
"""

import gc
import json
import resource
import struct
import sys
from typing import Any, BinaryIO

from zhunru.documents.declaring import declare_accessible

MB = 1024 * 1024
JOBS_BETWEEN_COLLECTIONS = 20
"""Collecting garbage after each would cost a sixth of a paper."""
PAGES_BETWEEN_COLLECTIONS = 100
"""A list's edition leaves 2 MB a page behind."""

_NO_NUMBER = "@bottom-left { content: none } @bottom-right { content: none }"
BACKS = (
    ".end { break-before: page }",
    f"@page :blank {{ {_NO_NUMBER} }} @page back {{ {_NO_NUMBER} }} .end {{ break-before: left; page: back }}",
)
"""How the imprint comes onto an even page: onto the next one; where it stood there already, behind a blank one, and
then neither bears a number (7.5)."""


def read(stream: BinaryIO) -> bytes | None:
    """One length-prefixed message, None at the end of the input."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    return stream.read(struct.unpack(">I", head)[0])


def write(stream: BinaryIO, *parts: bytes) -> None:
    for part in parts:
        stream.write(struct.pack(">I", len(part)))
        stream.write(part)
    stream.flush()


def limit_memory(megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, megabytes * MB))


def allow_cpu(seconds: int) -> None:
    """From now on; the kernel kills what goes on longer."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime)
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds + 1, resource.RLIM_INFINITY))


class Renderer:
    """WeasyPrint with its font configuration and one parsed style sheet, kept between jobs."""

    def __init__(self, css: str) -> None:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher

        from zhunru.documents.typecase import Case

        self.weasyprint = weasyprint
        self.case, self.case_name = Case(), ""
        self.fonts = FontConfiguration()
        self.fetcher = URLFetcher(allowed_protocols=["data"], allow_redirects=False)
        self.style = self.sheet(css)
        self.backs = [self.sheet(back) for back in BACKS]

    def sheet(self, css: str) -> Any:
        return self.weasyprint.CSS(string=css, font_config=self.fonts, url_fetcher=self.fetcher)

    def take_case(self, name: str) -> None:
        """Papers of one name share their type case, one after another; without a name a paper has its own."""
        if not name or name != self.case_name:
            self.case, self.case_name = type(self.case)(), name

    def render(self, html: str, max_pages: int, css: str | None) -> tuple[dict[str, Any], bytes]:
        """The reply's head (pages, anchors in points from the lower left corner) and the PDF."""
        style = self.style if css is None else self.sheet(css)
        source = self.weasyprint.HTML(string=html, url_fetcher=self.fetcher, base_url="")
        document = self.lay_out(source, style)
        count = len(document.pages)
        if count > max_pages:
            return {"error": "too_many_pages", "detail": str(count)}, b""
        anchors = {
            name: [index, x * 0.75, (page.height - y) * 0.75]
            for index, page in enumerate(document.pages)
            for name, (x, y, *_) in page.anchors.items()
        }
        declare_accessible(document.metadata)
        document.fonts = self.case.fonts()
        pdf = document.write_pdf(finisher=self.case.put_in, pdf_variant="pdf/a-3a", pdf_tags=True)
        return {"pages": count, "anchors": anchors}, pdf

    def lay_out(self, source: Any, *styles: Any) -> Any:
        """The pages. Where the source asks for it (`<meta name="last-page" content="even">`) the last one is even."""
        document = source.render(font_config=self.fonts, stylesheets=styles, pdf_variant="pdf/a-3a", pdf_tags=True)
        if len(styles) == 1 and document.metadata.custom.get("last-page") == "even":
            for back in self.backs:
                if len(document.pages) % 2:
                    document = self.lay_out(source, *styles, back)
        return document


def main() -> None:
    jobs, replies = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    setup = read(jobs)
    if setup is None:
        return
    limits = json.loads(setup)
    renderer = Renderer(limits["css"])
    gc.freeze()
    gc.disable()
    limit_memory(limits["memory_mb"])
    write(replies, b"{}", b"")
    done = pages = 0
    while True:
        job = read(jobs)
        if job is None:
            return
        asked = json.loads(job)
        allow_cpu(limits["cpu_seconds"])
        renderer.take_case(asked.get("case", ""))
        try:
            head, pdf = renderer.render(asked["html"], limits["max_pages"], asked.get("css"))
        except MemoryError:
            head, pdf = {"error": "memory", "detail": ""}, b""
        write(replies, json.dumps(head).encode(), pdf)
        if head.get("error") == "memory":
            return
        done, pages = done + 1, pages + head.get("pages", PAGES_BETWEEN_COLLECTIONS)
        if done >= JOBS_BETWEEN_COLLECTIONS or pages >= PAGES_BETWEEN_COLLECTIONS:
            done = pages = 0
            gc.collect()


if __name__ == "__main__":
    main()
