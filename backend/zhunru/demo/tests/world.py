"""A matter admitted for one township's villages, with everybody at their desks."""

from dataclasses import dataclass, field

from zhunru.admissions.models import Matter
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage, drafted, listed, member
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import COUNTY_ROLES, Role
from zhunru.lists.models import Entry, ListKind
from zhunru.placements.tests.arrivals import arrived, placements
from zhunru.placements.tests.voices import said_in
from zhunru.tenancy.context import county_context

COUNTY_NAMES = {
    Role.COUNTY_ADMIN: "admin",
    Role.SOCIAL_WORK_CLERK: "clerk",
    Role.SOCIAL_WORK_HEAD: "head",
    Role.DECISION_RECORDER: "recorder",
    Role.SEAL_KEEPER: "seal",
    Role.LEADER: "leader",
    Role.AUDITOR: "auditor",
    Role.DEPARTMENT_CLERK: "water-clerk",
    Role.DEPARTMENT_HEAD: "water-head",
}


@dataclass
class World:
    """Of the first township: its villages carry the matter. The others are strangers to it."""

    stage: Stage
    matter: Matter
    entry: Entry
    desks: dict[tuple[str, int | None], Desk] = field(default_factory=dict)
    voices: dict[str, int] = field(default_factory=dict)

    def desk(self, actor: Actor) -> Desk:
        """The actor's session, opened once."""
        key = (actor.realm, actor.user_id)
        if key not in self.desks:
            self.desks[key] = Desk(actor)
        return self.desks[key]

    def by_role(self, role: Role, place: int = 0) -> Desk:
        """Someone of this role: of the county or its water department, or of the township at `place`."""
        if role in COUNTY_ROLES:
            with county_context():
                return self.desk(self.stage.actor(COUNTY_NAMES[role]))
        township = self.stage.townships[place]
        if role == Role.VILLAGE_OFFICER:
            return self.desk(self.stage.village_officer(self.stage.villages(place)[0]))
        people = {Role.TOWNSHIP_ADMIN: self.stage.township_admin, Role.TOWNSHIP_OFFICER: self.stage.township_officer}
        return self.desk(people[role](township))

    def object(self, kind: str, realm: str) -> int:
        """The id of something that whoever is entitled in `realm` may see."""
        if kind == "users":
            return self.someone(realm)
        if kind in ("consultations", "refusals", "urgent-reports"):
            return self.said(kind, realm)
        found: dict[str, int] = {
            "applications": self.matter.application_id,
            "matters": self.matter.pk,
            "documents": self.matter.document_id or 0,
            "placements": self.placement,
            "townships": self.stage.townships[0].pk,
            "villages": self.stage.villages(0)[0].pk,
            "lists": self.entry.edition_id,
            "entries": self.entry.pk,
        }
        return found[kind]

    def said(self, kind: str, realm: str) -> int:
        """What the first village is asked, has refused, or its township has reported; made when first asked for."""
        if kind not in self.voices:
            self.voices |= said_in(self.stage, kind)
        return self.voices[f"county {kind}" if realm == COUNTY else kind]

    @property
    def placement(self) -> int:
        """That of the first village."""
        return int(placements(self.stage.townships[0])[0].pk)

    def someone(self, realm: str) -> int:
        """A user of that realm who has nothing to do with this test."""
        return member(realm, "bystander", Role.LEADER if realm == COUNTY else Role.TOWNSHIP_OFFICER).person


def make_world(stage: Stage) -> World:
    with county_context():
        drafted(stage, stage.villages(0), title="尚未申报的事项")
        entry = listed(ListKind.ASSIST, "协助森林草原防火巡查")
    return World(stage, arrived(stage, 0), entry)
