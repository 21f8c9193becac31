"""Seals as the routes take and give them."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field, StringConstraints, computed_field

from zhunru.core.text import Line, Text, values_of
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Seal, SealGrant
from zhunru.documents.schemas.documents import KindName

RankName = Annotated[Seal.Rank, values_of(Seal.Rank)]
RowId = Annotated[int, Field(ge=1, lt=2**63)]
Said = Annotated[Line, StringConstraints(min_length=1)]


class SealFilters(Schema):
    """`in_use` leaves out what was revoked, or what was not."""

    in_use: bool | None = None
    specimen: bool | None = None


class SealRow(BaseModel):
    """A line of the list."""

    id: int
    name: str
    holder: str
    rank: RankName
    diameter_mm: Decimal
    specimen: bool
    keeper_name: str | None
    approver_name: str | None
    registered_on: date
    valid_until: date | None
    revoked_on: date | None

    @computed_field
    def rank_label(self) -> str:
        return str(self.rank.label)


class SealIn(Schema):
    """The seal of an organisation or of a village, never of both. Its picture comes as a file beside this."""

    organisation: RowId | None = None
    village: RowId | None = None
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=100)]
    rank: RankName
    diameter_mm: Annotated[Decimal, Field(max_digits=4, decimal_places=1, gt=0)]
    valid_until: date | None = None


class Person(Schema):
    """Somebody who may be appointed; `role` in words."""

    id: int
    name: str
    role: str


class Candidates(Schema):
    """Who may keep a seal and who may approve of its use."""

    keepers: list[Person]
    approvers: list[Person]


class Appointment(Schema):
    """Both at once, for they are never the same; `version` is the seal's as it was read."""

    keeper: RowId | None
    approver: RowId | None
    version: int


class Revocation(Schema):
    """Why the seal is used no more."""

    reason: Said


class GrantIn(Schema):
    """What is approved of once for all, on which ground and until when."""

    kinds: Annotated[list[KindName], Field(min_length=1, max_length=len(KINDS))]
    ground: Said
    ends_on: date | None = None


class GrantOut(Schema):
    """An approval once for all, in force or not."""

    id: int
    kinds: list[str]
    kind_labels: list[str]
    ground: str
    approved_name: str
    granted_on: date
    ends_on: date | None
    revoked_on: date | None

    @classmethod
    def of(cls, grant: SealGrant) -> "GrantOut":
        plain = ("id", "kinds", "ground", "approved_name", "granted_on", "ends_on", "revoked_on")
        return cls(
            kind_labels=[str(KINDS[name].label) for name in grant.kinds if name in KINDS],
            **{name: getattr(grant, name) for name in plain},
        )


class Named(Schema):
    """A person by name."""

    id: int
    name: str


class SealOut(Schema):
    """One seal with its grants; `may` names what the reader may do: appoint, revoke, grant."""

    id: int
    version: int
    name: str
    holder: str
    organisation: int | None
    village: int | None
    rank: RankName
    rank_label: str
    diameter_mm: Decimal
    specimen: bool
    keeper: Named | None
    approver: Named | None
    registered_on: date
    valid_until: date | None
    revoked_on: date | None
    revoked_reason: str
    grants: list[GrantOut]
    may: list[str]

    @classmethod
    def of(cls, seal: Seal, may: list[str]) -> "SealOut":
        plain = (
            "id", "version", "name", "rank", "diameter_mm", "specimen", "registered_on", "valid_until", "revoked_on",
            "revoked_reason",
        )  # fmt: skip
        return cls(
            holder=str(seal.organisation or seal.village),
            organisation=seal.organisation_id,
            village=seal.village_id,
            rank_label=seal.get_rank_display(),
            keeper=Named(id=seal.keeper.pk, name=seal.keeper.name) if seal.keeper else None,
            approver=Named(id=seal.approver.pk, name=seal.approver.name) if seal.approver else None,
            grants=[GrantOut.of(grant) for grant in seal.grants.order_by("-id")],
            may=may,
            **{name: getattr(seal, name) for name in plain},
        )


class VoidIn(Schema):
    """Why the paper should never have been issued; `version` is the paper's as it was read."""

    reason: Annotated[Text, StringConstraints(min_length=1, max_length=400)]
    version: int | None = None
