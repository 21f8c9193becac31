"""Papers with the same words are drawn once in a run: the press is slow, and the tests of documents prove it.

Numbers begin anew in each test as it is. Here codes do too, and the applications' numbers, which matters are named by;
so most papers of one test are word for word those of another. What no test has said before is drawn.
"""

from random import Random
from types import SimpleNamespace

import psycopg
import pytest

from zhunru.documents import codes
from zhunru.documents.rendering import Limits, Press, Rendered

__all__ = ["NEXT_APPLICATION", "draw_once"]

FIRST_APPLICATION = 3001
"""Far from the numbers of all other rows, so that one that stands in for another is noticed."""
NEXT_APPLICATION = 4001
"""For a test that begins with what its module has made; the codes are others, too."""

_draw = Press.render
_drawn: dict[tuple[str, Limits, str, str | None], Rendered] = {}


def draw_once(patch: pytest.MonkeyPatch, admin_dsn: str, first: int = FIRST_APPLICATION) -> None:
    """Until the test ends: the same codes as in every test, and no page drawn twice."""
    with psycopg.connect(admin_dsn, autocommit=True) as session:
        session.execute("SELECT setval('admissions_application_id_seq', %s, false)", [first])
    patch.setattr(codes, "secrets", SimpleNamespace(randbelow=Random(first).randrange))  # noqa: S311 - no secret here
    patch.setattr(Press, "render", _render)


def _render(press: Press, html: str, css: str | None = None) -> Rendered:
    known = (press.css, press.limits, html, css)
    if known not in _drawn:
        _drawn[known] = _draw(press, html, css)
    return _drawn[known]
