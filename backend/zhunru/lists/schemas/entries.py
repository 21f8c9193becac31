from typing import Annotated, Any

from ninja import Schema
from pydantic import BaseModel, Field, StringConstraints, computed_field

from zhunru.configuration.choices import ObjectType
from zhunru.core.text import Line, Text, values_of
from zhunru.divisions.models import Village
from zhunru.lists.models import ListKind
from zhunru.lists.schemas.bases import LegalBasisOut

Given = Annotated[Line, StringConstraints(min_length=1)]
Reason = Annotated[Text, StringConstraints(min_length=1, max_length=600)]
KindOfVillage = Annotated[Village.Kind, values_of(Village.Kind)]
TypeOfObject = Annotated[ObjectType, values_of(ObjectType)]


def _wide(most: int) -> Any:
    return Annotated[Text, StringConstraints(max_length=most)]


class EntryFilter(Schema):
    kind: Annotated[ListKind | None, Field(alias="list")] = None
    lead_department: Annotated[Line | None, Field(alias="department")] = None


class EntryRow(BaseModel):
    """A line of a list."""

    id: int
    version: int
    kind: ListKind
    code: str
    seq: int
    category: str
    title: str
    title_bo: str
    village_duty: str
    lead_department: str
    supporting_departments: str
    legal_basis: str
    basis_version: str
    applies_to: list[KindOfVillage]
    removed: bool
    change_reason: str
    matter_code: str

    @computed_field
    def kind_label(self) -> str:
        return str(self.kind.label)


class EntryIn(Schema):
    """All that may be written of an entry, in the order of the printed columns."""

    seq: Annotated[int, Field(ge=1, le=99_999)] | None = None
    category: Annotated[Line, StringConstraints(max_length=100)] = ""
    title: Given
    title_bo: _wide(600) = ""  # type: ignore[valid-type]
    village_duty: Text = ""
    village_duty_bo: Text = ""
    lead_department: Annotated[Line, StringConstraints(max_length=100)] = ""
    supporting_departments: _wide(300) = ""  # type: ignore[valid-type]
    legal_basis: Annotated[Text, StringConstraints(min_length=1, max_length=600)]
    basis_version: Annotated[Line, StringConstraints(max_length=100)] = ""
    applies_to: Annotated[list[KindOfVillage], Field(max_length=4)] = []
    funding: _wide(300) = ""  # type: ignore[valid-type]
    remark: _wide(600) = ""  # type: ignore[valid-type]
    deviation: bool = False
    deviation_reason: _wide(600) = ""  # type: ignore[valid-type]
    object_types: Annotated[list[TypeOfObject], Field(max_length=20)] = []
    departments: Annotated[list[int], Field(max_length=200)] = []
    keywords: Annotated[list[Annotated[Given, StringConstraints(max_length=100)]], Field(max_length=50)] = []
    outright: bool = False
    reason: Reason

    @property
    def values(self) -> dict[str, Any]:
        """By the entry's columns."""
        return self.model_dump(mode="json", exclude={"reason", "version"}, exclude_none=True)


class EntryChange(EntryIn):
    """With the version that its writer has seen."""

    version: int


class EntryOut(Schema):
    id: int
    version: int
    kind: str
    kind_label: str = Field(alias="get_kind_display")
    code: str
    seq: int
    category: str
    title: str
    title_bo: str
    village_duty: str
    village_duty_bo: str
    lead_department: str
    supporting_departments: str
    legal_basis: str
    basis_version: str
    bases: list[LegalBasisOut] = Field(alias="bases.all")
    applies_to: list[str]
    funding: str
    remark: str
    deviation: bool
    deviation_reason: str
    matter_code: str
    change_reason: str
    removed: bool
    object_types: list[str]
    departments: list[int]
    keywords: list[str]
    outright: bool
    source_url: str
    completeness: str
    edition_id: int
