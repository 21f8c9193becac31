"""What a search takes and gives."""

from typing import Annotated

from ninja import Schema
from pydantic import Field

from zhunru.core.text import Line


class Asked(Schema):
    q: Line = ""
    limit: Annotated[int, Field(ge=1, le=50)] = 10
    """Rows of each kind."""


class Found(Schema):
    """One row; `path` is the page on which it opens, `whose` the department, office or village it belongs to."""

    id: int
    path: str
    code: str
    title: str
    whose: str
    state: str


class FoundGroup(Schema):
    """What was found of one kind: `entries`, `matters`, `placements` or `papers`; the count tells of the rest."""

    code: str
    label: str
    count: int
    items: list[Found]
