"""What comes in and goes out about accounts; a password only ever comes in."""

from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import AfterValidator, BaseModel, Field, StringConstraints, computed_field

from zhunru.accounts.models import USERNAME
from zhunru.core.pages import Paging
from zhunru.core.roles import Role
from zhunru.core.text import storable

MAX_PASSWORD = 128

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50), AfterValidator(storable)]
Username = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=USERNAME, min_length=2, max_length=50)
]
Password = Annotated[str, StringConstraints(min_length=10, max_length=MAX_PASSWORD), AfterValidator(storable)]


Id = Annotated[int, Field(ge=1, le=2**53)]


class PostIn(Schema):
    """A role with its place: the department of a county role, the villages of a village officer.

    `to_on` is the first day on which it no longer holds. With `stands_in_for`, a user's id, it is that colleague's
    role, held in the colleague's place from `from_on` (left out: today) until the day before `to_on`; where it is
    held is where the colleague holds it and need not be said.
    """

    role: Role
    organisation_id: Id | None = None
    village_ids: Annotated[list[Id], Field(max_length=100)] = []
    stands_in_for: Id | None = None
    from_on: date | None = None
    to_on: date | None = None


class UserIn(Schema):
    username: Username
    name: Name
    password: Password
    posts: Annotated[list[PostIn], Field(min_length=1, max_length=12)]


class UserChange(Schema):
    """Only what is given is changed; `posts` is the complete list from today on."""

    version: int
    name: Name | None = None
    is_active: bool | None = None
    posts: Annotated[list[PostIn], Field(max_length=12)] | None = None


class PasswordIn(Schema):
    password: Password


class RoleIn(Schema):
    """One of one's own posts; `stands_in_for` names the colleague of a deputy's."""

    role: Role
    stands_in_for: Id | None = None


class UserFilter(Paging):
    role: Role | None = None
    is_active: bool | None = None


class NamedOut(Schema):
    id: int
    name: str


class OrganisationOut(Schema):
    id: int
    name: str
    short_name: str
    kind: str


class RoleOut(Schema):
    """`label` names the colleague, too, where the role is held in somebody's place."""

    role: Role
    stands_in_for: int | None
    label: str


class PostOut(Schema):
    role: Role
    label: str
    organisation: NamedOut | None
    villages: list[NamedOut]
    stands_in_for: NamedOut | None
    from_on: date
    to_on: date | None


class UserOut(Schema):
    id: int
    username: str
    name: str
    is_active: bool
    version: int
    posts: list[PostOut]


class UserRow(BaseModel):
    """One line of the list of accounts; roles and places as of today."""

    id: int
    username: str
    name: str
    is_active: bool
    roles: list[Role]
    organisations: list[str]
    villages: list[str]
    deputises: list[str]
    """For whom it stands in."""

    @computed_field
    def role_labels(self) -> list[str]:
        return [str(role.label) for role in self.roles]


class RealmOut(Schema):
    """The office or township whose host this is."""

    kind: str
    code: str
    name: str
    county_name: str


class MeOut(Schema):
    """Who is logged in and where; `may` names the places of the menu."""

    name: str
    username: str
    role: Role
    role_label: str
    stands_in_for: int | None
    roles: list[RoleOut]
    organisation: str
    realm: RealmOut
    villages: list[NamedOut]
    may: list[str]
