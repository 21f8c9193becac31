"""Whoever acts: known by membership for the length of one request or one background task."""

from dataclasses import dataclass, field

from zhunru.core.roles import Role

COUNTY = "county"
"""The realm of the county host; a township's realm is the name of its schema."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One person in one role at one place, or the system itself (`role` is None)."""

    user_id: int | None
    name: str
    role: Role | None
    realm: str
    organisation_id: int | None = None
    organisation_name: str = ""
    village_ids: frozenset[int] = field(default=frozenset())
    acts_for: int | None = None
    """The colleague whose work this person does in its absence; `name` says so, too."""

    @property
    def person(self) -> int:
        """The user who acts. RuntimeError for the system: some acts are a person's own."""
        if self.user_id is None:
            raise RuntimeError("this act needs a person, not the system")
        return self.user_id

    @property
    def persons(self) -> frozenset[int]:
        """Whoever the act counts as, where two acts need two people: who acts and whom it stands in for."""
        return frozenset(person for person in (self.user_id, self.acts_for) if person is not None)

    def has_role(self, *roles: Role) -> bool:
        return self.role in roles


SYSTEM = Actor(user_id=None, name="系统", role=None, realm=COUNTY)
"""Acts in background work, where the deed was decided by somebody else before."""
