"""A matter admitted for one township's villages, with everybody at their desks; one of everything else when asked."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from zhunru.admissions import schemas
from zhunru.admissions.models import Attachment, Matter, Opinion
from zhunru.admissions.services import attaching, meetings
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage, accepted, drafted, listed, member, the
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.certificates.tests.counter import certified
from zhunru.configuration.choices import Body
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import COUNTY_ROLES, Role
from zhunru.demo.tests.bought import bought
from zhunru.demo.tests.deeds_of_batches import batched
from zhunru.demo.tests.sealed import duplicated, sealed
from zhunru.files.tests import samples
from zhunru.lists import queries
from zhunru.lists.models import Acknowledgement, Entry, ListKind
from zhunru.lists.services import commenting, drafting, taking_note
from zhunru.lists.workflow import EDITIONS
from zhunru.placements.tests.arrivals import arrived, placements
from zhunru.placements.tests.voices import said_in
from zhunru.purchases.choices import ClauseKind
from zhunru.purchases.models import BudgetLine, SampleClause, Waiver
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
    around: dict[str, int] = field(default_factory=dict)
    """Ids of what lies around the matter, by the first part of their path; `county refusals` is the county's side,
    `t_... acknowledgements` a township's.

    Made when something of it is first asked for.
    """
    desks: dict[tuple[str, int | None], Desk] = field(default_factory=dict)

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
        found: dict[str, int] = {
            "applications": the(self.matter.application_id),
            "matters": self.matter.pk,
            "documents": the(self.matter.document_id),
            "placements": self.placement,
            "townships": self.stage.townships[0].pk,
            "villages": self.stage.villages(0)[0].pk,
            "entries": self.entry.pk,
            "configuration": 1,
        }
        if kind in found:
            return found[kind]
        self.around = self.around or surroundings(self.stage)
        return self.around.get(f"{realm} {kind}") or self.around[kind]

    def part(self, operation: str, realm: str) -> int:
        """What its path names besides: the grant of a seal by its id, else the first of a kind."""
        return self.object("seal grants", realm) if operation == "seal_take_back_grant" else 1

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
    matter = arrived(stage, 0)
    with county_context():
        duplicated(stage, the(matter.document))
    return World(stage, matter, entry)


def surroundings(stage: Stage) -> dict[str, int]:
    """Another request, a question, a meeting, an existing matter, a refusal and an urgent entry of the township's."""
    with county_context():
        made = _at_the_county(stage) | _of_the_lists(stage) | _of_purchases(stage)
        made |= sealed(stage) | batched(stage)
    return made | said_in(stage, "refusals") | said_in(stage, "urgent-reports") | bought(stage) | certified(stage)


def _at_the_county(stage: Stage) -> dict[str, int]:
    """Water's request with a file, farming's on which water is asked, a meeting."""
    request = drafted(stage, stage.villages(0), title="秋收安全提醒")
    file = SimpleUploadedFile("工作方案.pdf", samples.pdf())
    attachment = attaching.attach(request, file, kind=Attachment.Kind.PLAN, actor=stage.actor("water-clerk"))
    APPLICATIONS.take("submit", request, actor=stage.actor("water-head"))
    other = accepted(stage, stage.villages(0), department="farming", title="冬季炉具查看", ask=["water"])
    meeting = schemas.MeetingIn(body=Body.COMMITTEE, held_on=timezone.localdate())
    _existing(stage)
    asked = Opinion.objects.filter(application=other)
    return {
        "attachments": attachment.pk,
        "meetings": meetings.plan(actor=stage.actor("clerk"), data=meeting).pk,
        "opinions": asked.get(organisation=stage.departments["water"]).pk,
        "consultations": asked.get(village=stage.villages(0)[0]).pk,
    }


def _of_the_lists(stage: Stage) -> dict[str, int]:
    """The negative list's draft in consultation, with a word of water's; the assist list, of which all take note."""
    current = the(queries.editions_in_force().filter(kind=ListKind.ASSIST).first())
    taking_note.ask(current)
    edition = drafting.start(ListKind.NEGATIVE, actor=SYSTEM)
    values = {"title": "招商引资", "legal_basis": "《甲法》第九条"}
    entry = drafting.add_entry(edition, values, reason="新列", actor=SYSTEM)
    edition = EDITIONS.take("consult", edition, actor=stage.actor("head"))
    said = commenting.comment(
        edition, entry=entry, position="proposal", text="请写明", actor=stage.actor("water-clerk")
    )
    asked = Acknowledgement.objects.filter(edition=current, village=None)
    return {
        "editions": edition.pk,
        "comments": said.pk,
        "legal-bases": the(entry.bases.first()).pk,
        "acknowledgements": asked.get(organisation=stage.departments["water"]).pk,
        **{f"{one.realm} acknowledgements": one.pk for one in asked.filter(organisation=None)},
    }


def _of_purchases(stage: Stage) -> dict[str, int]:
    """A line of water's budget, a subject that the office has found to be a service, a clause of the library."""
    water = stage.departments["water"]
    line = BudgetLine(
        department=water, year=2026, function_code="2130306", economic_code="30227", project="渠道管护", amount=9_000
    )
    waiver = Waiver(department=water, subject="招聘会场地服务", reason="只提供场地", granted_on=timezone.localdate())
    clause = SampleClause(seq=1, kind=ClauseKind.QUALITY, heading="渠道畅通", text="渠道内无淤积。")
    for row in (line, waiver, clause):
        row.record(actor=SYSTEM, reason="建立")
    return {"purchase/budget-lines": line.pk, "purchase/waivers": waiver.pk, "purchase/clauses": clause.pk}


def _existing(stage: Stage) -> None:
    """A matter of water's that villages carried before the platform came."""
    matter = Matter(
        code="540522-CL-0001",
        title="渠道巡护",
        department=stage.departments["water"],
        starts_on=timezone.localdate(),
        readmit_by=timezone.localdate() + timedelta(days=180),
        legacy=True,
        status=Matter.Status.LEGACY,
        scope=[village.code for village in stage.villages(0)],
    )
    matter.record(actor=stage.actor("clerk"), reason="导入存量事项")
