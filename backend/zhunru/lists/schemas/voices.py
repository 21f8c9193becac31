from datetime import date, datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

from zhunru.core.text import Text, values_of
from zhunru.lists.models import Comment

Position = Annotated[Comment.Position, values_of(Comment.Position)]


class CommentIn(Schema):
    """Without an entry it is about the draft as a whole."""

    entry: int | None = None
    position: Position
    text: Text = ""


class CommentAnswer(Schema):
    answer: Annotated[Text, StringConstraints(min_length=1)]


class CommentOut(Schema):
    id: int
    entry_id: int | None
    entry_code: str | None = Field(None, alias="entry.code")
    entry_title: str | None = Field(None, alias="entry.title")
    who: str
    position: Position
    position_label: str = Field(alias="get_position_display")
    text: str
    said_at: datetime
    answer: str
    answered_at: datetime | None

    @staticmethod
    def resolve_who(said: Comment) -> str:
        return str(said.organisation or said.township)


class AcknowledgementOut(Schema):
    """Who has to take note of which edition by when. `mine` says whether the reader may confirm it."""

    id: int
    edition_id: int
    kind: str
    kind_label: str
    number: int
    effective_on: date
    removed_count: int
    who: str
    asked_on: date
    due_on: date | None
    done_at: datetime | None
    overdue: bool
    mine: bool
