from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.notices.models import Effect

Id = Annotated[int, Field(ge=0, lt=2**63)]


class NoticeFilter(Schema):
    """`after`: only those with a greater id, such as the greatest that the browser has shown."""

    effect: Effect | None = None
    after: Id = 0


class NoticeRow(BaseModel):
    """One notice; `page` and `object_id` say where to read on."""

    id: int
    effect: Effect
    title: str
    text: str
    page: str
    object_id: int | None
    village_name: str | None
    created_at: datetime

    @computed_field
    def effect_label(self) -> str:
        return str(self.effect.label)


class LatestOut(Schema):
    """The greatest id among the notices that the actor may read; 0 if there is none."""

    id: int
