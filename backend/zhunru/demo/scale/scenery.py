"""What the made-up years take place in: the demo's county with its offices, departments, villages and people."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from zhunru.accounts.members import member_of
from zhunru.accounts.models import Membership, Organisation, User
from zhunru.accounts.queries import departments_in_office, social_work_office
from zhunru.accounts.services import add_membership
from zhunru.configuration import queries as configuration
from zhunru.configuration.models import Configuration
from zhunru.configuration.schema import Settings
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.demo.people import PASSWORD, SINCE
from zhunru.demo.scale.days import Days
from zhunru.divisions.models import County, Village
from zhunru.documents.models import Seal
from zhunru.workdays import seeding
from zhunru.workdays.calendar import Calendar

OFFICES = {
    "clerk": Role.SOCIAL_WORK_CLERK,
    "head": Role.SOCIAL_WORK_HEAD,
    "recorder": Role.DECISION_RECORDER,
    "seal": Role.SEAL_KEEPER,
}
POSTS = {"clerk": Role.DEPARTMENT_CLERK, "head": Role.DEPARTMENT_HEAD}


class People:
    """Somebody for each post: who holds it, or a new account named by the post."""

    def __init__(self, office: Organisation, departments: list[Organisation]) -> None:
        held = Membership.objects.filter(realm=COUNTY, to_on=None, stands_in_for=None)
        held = held.select_related("user", "organisation", "village").order_by("id")
        self._held = {(post.role, post.organisation_id): post for post in held}
        self._password = make_password(PASSWORD)
        self.office = {name: self._actor(name, role, office) for name, role in OFFICES.items()}
        self.departments = {
            (department.pk, post): self._actor(f"d{department.pk}-{post}", role, department)
            for department in departments
            for post, role in POSTS.items()
        }

    def _actor(self, username: str, role: Role, organisation: Organisation) -> Actor:
        post = self._held.get((role, organisation.pk)) or self._appoint(username, role, organisation)
        return member_of([post]).actor

    def _appoint(self, username: str, role: Role, organisation: Organisation) -> Membership:
        name = f"演示{organisation.short_name}{role.label}"[:50]
        user = User(realm=COUNTY, username=username, name=name, password=self._password)
        user.record(actor=SYSTEM, reason="建立演示账号")
        return add_membership(user, role=role, from_on=SINCE, actor=SYSTEM, organisation=organisation)


@dataclass(frozen=True)
class Scenery:
    """Read once, on the county's side."""

    today: date
    county: County
    calendar: Calendar
    days: Days
    configuration: Configuration
    office: Organisation
    seal: Seal
    departments: list[Organisation]
    finance: list[Organisation]
    justice: list[Organisation]
    villages: list[Village]
    people: People

    @cached_property
    def settings(self) -> Settings:
        return self.configuration.values

    @cached_property
    def by_code(self) -> dict[str, Village]:
        return {village.code: village for village in self.villages}


def load(today: date | None = None) -> Scenery:
    """On the county's side, in the transaction that fills it; the working-day calendar is entered if it is not yet."""
    today = today or timezone.localdate()
    seeding.seed()
    calendar = Calendar.load()
    office = social_work_office().get()
    departments = list(departments_in_office().order_by("id"))
    functions = Organisation.Function
    return Scenery(
        today=today,
        county=County.objects.get(),
        calendar=calendar,
        days=Days(today, calendar),
        configuration=configuration.current(),
        office=office,
        seal=Seal.objects.get(organisation=office, revoked_on=None),
        departments=departments,
        finance=[one for one in departments if one.function == functions.FINANCE],
        justice=[one for one in departments if one.function == functions.JUSTICE],
        villages=list(Village.objects.filter(ended_on=None).select_related("township").order_by("code")),
        people=People(office, departments),
    )
