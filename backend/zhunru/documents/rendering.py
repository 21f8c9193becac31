"""Rendering in a child process that can be limited, killed and replaced, and that outlives a job."""

import atexit
import json
import os
import re
import secrets
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from zhunru.core.errors import DomainError
from zhunru.documents import composing, fonts

BACKEND = Path(__file__).resolve().parents[2]
_ROW = re.compile(r"<tr[\s>]", re.IGNORECASE)
_case = ContextVar("case", default="")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may use: a list of 600 long entries, and no more by much.

    `seconds` is time on the clock, waiting for the processor included.
    """

    cpu_seconds: int = 40
    seconds: float = 90.0
    memory_mb: int = 1024
    max_pages: int = 400
    max_rows: int = 3000
    """Of all tables of a paper; counted before anything is drawn."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """An unsigned, unsealed PDF. `anchors`: name -> (page from 0, x, y in points from the lower left)."""

    pdf: bytes
    pages: int
    anchors: dict[str, tuple[int, float, float]]


class ChildLostError(Exception):
    """The child died or did not answer in time."""


class Press:
    """One child and the lock that gives it one job at a time; usable from any thread."""

    def __init__(self, css: str, limits: Limits) -> None:
        self.css = css
        self.limits = limits
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def render(self, html: str, css: str | None = None) -> Rendered:
        """Render `html` with the press's style sheet, or with `css`.

        DomainError("render_failed") when the child breaks a limit or dies, and the next job gets a new child;
        DomainError("too_many_rows") before it is troubled.
        """
        self._count_rows(html)
        job: dict[str, Any] = {"html": html, "case": _case.get()}
        if css is not None:
            job["css"] = css
        with self._lock:
            try:
                head, pdf = self._exchange(json.dumps(job).encode())
            except (ChildLostError, OSError) as error:
                self.kill()
                raise DomainError(
                    "render_failed", _("文书排版失败，未生成任何文件，请稍后重试"), cause=str(error)
                ) from error
        if "error" in head:
            raise DomainError("render_failed", _("文书内容超出排版限度，请精简后重试"), cause=head["error"])
        anchors = {name: (int(p), float(x), float(y)) for name, (p, x, y) in head["anchors"].items()}
        return Rendered(pdf, head["pages"], anchors)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is rendered within shares its type case: papers of a kind cost half as much, byte for byte the same.

        Each is still a job of its own, that fails by itself.
        """
        token = _case.set(_case.get() or secrets.token_hex(8))
        try:
            yield
        finally:
            _case.reset(token)

    def _count_rows(self, html: str) -> None:
        rows = len(_ROW.findall(html))
        if rows > self.limits.max_rows:
            sentence = _("文书的表格共%(rows)s行，超过%(most)s行的限度，请分成几份制作")
            raise DomainError("too_many_rows", sentence % {"rows": rows, "most": self.limits.max_rows})

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child and self._owner == os.getpid() else None

    def kill(self) -> None:
        """End the child at once; a new one is started by the next job."""
        if self._child is not None and self._owner == os.getpid():
            self._child.kill()
            self._child.wait()
        self._child = None

    def _exchange(self, job: bytes) -> tuple[dict[str, Any], bytes]:
        child = self._running()
        return self._ask(child, job)

    def _running(self) -> subprocess.Popen[bytes]:
        """The child of this very process; after a fork the parent's is left alone."""
        if self._child is None or self._owner != os.getpid() or self._child.poll() is not None:
            self._child, self._owner = self._start(), os.getpid()
            self._ask(self._child, json.dumps(self._setup()).encode())
        return self._child

    def _setup(self) -> dict[str, Any]:
        limits = self.limits
        return {
            "css": self.css,
            "memory_mb": limits.memory_mb,
            "cpu_seconds": limits.cpu_seconds,
            "max_pages": limits.max_pages,
        }

    def _start(self) -> subprocess.Popen[bytes]:
        conf = fonts.fontconfig_file(fonts.font_set())
        return subprocess.Popen(
            [sys.executable, "-m", "zhunru.documents.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=BACKEND,
            env={
                "PATH": os.defpath,
                "LANG": "C.UTF-8",
                "PYTHONPATH": str(BACKEND),
                "FONTCONFIG_FILE": str(conf),
                "HOME": str(conf.parent),
            },
        )

    def _ask(self, child: subprocess.Popen[bytes], message: bytes) -> tuple[dict[str, Any], bytes]:
        if child.stdin is None or child.stdout is None:
            raise ChildLostError("no pipes")
        child.stdin.write(struct.pack(">I", len(message)) + message)
        child.stdin.flush()
        deadline = time.monotonic() + self.limits.seconds
        head = json.loads(_read(child.stdout.fileno(), deadline))
        return head, _read(child.stdout.fileno(), deadline)


def _read(descriptor: int, deadline: float) -> bytes:
    """One length-prefixed message; ChildLostError when it does not come whole and in time."""
    size = struct.unpack(">I", _read_exactly(descriptor, 4, deadline))[0]
    return _read_exactly(descriptor, size, deadline)


def _read_exactly(descriptor: int, size: int, deadline: float) -> bytes:
    chunks: list[bytes] = []
    while size:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            raise ChildLostError("too slow")
        chunk = os.read(descriptor, min(size, 1 << 20))
        if not chunk:
            raise ChildLostError("the child ended")
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)


@cache
def press() -> Press:
    """The press of this process."""
    made = Press(composing.style(), Limits())
    atexit.register(made.kill)
    return made
