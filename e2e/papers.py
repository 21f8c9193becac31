"""Papers of the county as the register tells them."""

from typing import Any

from infra.visitor import Visitor

ADMITTING = ("approval", "merger", "adjustment")


def that_is(head: Visitor, status: str, *kinds: str) -> dict[str, Any]:
    """An approval of that status or else another paper that lets a matter in, unless `kinds` are named."""
    for kind in kinds or ADMITTING:
        if rows := head.get(f"/documents?kind={kind}&status={status}")["items"]:
            return dict(head.get(f"/documents/{rows[-1]['id']}"))
    raise AssertionError(f"there is no paper that is {status}")
