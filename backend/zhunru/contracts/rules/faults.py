"""One thing that is wrong, and where: `clauses.3.weight`."""

from typing import NamedTuple


class Fault(NamedTuple):
    field: str
    detail: str
