"""One part of the benchmark in a process of its own, under the login it needs. Called by `make bench`.

`fill`, `facts N M`, `editions`, `signed` and `contracts N M` work as the owner, the other parts as the application;
`years` on the county of seed_scale. The last line is JSON.
"""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from infra.bench import contracts, lists, pages, papers, scale, together, townships, world  # noqa: E402  # Django must be set up first
from zhunru.divisions.models import Township  # noqa: E402
from zhunru.tenancy.context import nobody_context  # noqa: E402


def fill() -> list[object]:
    world.fill()
    return [townships.provisioning().as_dict()]


def facts() -> list[object]:
    world.spread_facts(int(sys.argv[2]), int(sys.argv[3]))
    return []


def app() -> list[object]:
    with nobody_context():
        first, second = Township.objects.order_by("no")[:2]
    rows = [
        pages.list_page(first),
        papers.stamped_paper(),
        papers.stamped_edition(),
        townships.switch((first.schema_name, second.schema_name)),
    ]
    return [row.as_dict() for row in rows]


def many() -> list[object]:
    """What many papers cost and leave behind."""
    measures = (together.issued, together.drawn, together.browser, together.memory)
    return [row.as_dict() for measure in measures for row in measure()]


def board() -> list[object]:
    return [pages.board_cost()]


def years() -> list[object]:
    """What lists, the night and the calendar cost after years of work."""
    return [row.as_dict() for row in scale.rows()]


def editions() -> list[object]:
    world.fill()
    lists.fill()
    return []


def of_lists() -> list[object]:
    return [lists.as_of().as_dict(), papers.stamped_edition().as_dict()]


def signed() -> list[object]:
    contracts.fill()
    return []


def score() -> list[object]:
    return [contracts.score().as_dict()]


def spread() -> list[object]:
    contracts.spread(int(sys.argv[2]), int(sys.argv[3]))
    return []


def listed() -> list[object]:
    return [*contracts.listed()]


PARTS = {
    "fill": fill,
    "facts": facts,
    "app": app,
    "papers": many,
    "board": board,
    "years": years,
    "editions": editions,
    "lists": of_lists,
    "signed": signed,
    "score": score,
    "contracts": spread,
    "listed": listed,
}

if __name__ == "__main__":
    found = PARTS[sys.argv[1]]()
    print(json.dumps(found, ensure_ascii=False))
