"""What an answer names in passing: a paper, a matter."""

from ninja import Schema
from pydantic import Field


class Paper(Schema):
    """A pointer to a document of the register."""

    id: int
    number: str
    code: str
    title: str
    kind: str
    kind_label: str = Field(alias="get_kind_display")
    status: str
    status_label: str = Field(alias="get_status_display")


class MatterRef(Schema):
    id: int
    code: str
    title: str
    status: str
    status_label: str = Field(alias="get_status_display")
