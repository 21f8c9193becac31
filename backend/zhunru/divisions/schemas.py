from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field, computed_field

from zhunru.divisions.models import Village

Id = Annotated[int, Field(ge=1, lt=2**63)]


class TownshipRow(BaseModel, from_attributes=True):
    id: int
    code: str
    name: str
    village_count: int


class VillageFilter(Schema):
    township_id: Id | None = None
    kind: Village.Kind | None = None


class VillageRow(BaseModel, from_attributes=True):
    id: int
    code: str
    name: str
    kind: Village.Kind
    township_id: int
    township_name: str
    ended_on: date | None

    @computed_field
    def kind_label(self) -> str:
        return str(self.kind.label)
