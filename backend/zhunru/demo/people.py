"""The demo's accounts: one per role, named by the role; nobody real and nobody invented."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import make_password

from zhunru.accounts.models import Organisation, User
from zhunru.accounts.queries import social_work_office
from zhunru.accounts.services import add_membership
from zhunru.core.actors import COUNTY, SYSTEM
from zhunru.core.roles import Role
from zhunru.divisions.models import County, Township, Village
from zhunru.divisions.queries import townships_in_use

PASSWORD = settings.DEMO_PASSWORD
SINCE = date(2026, 1, 1)


@dataclass(frozen=True)
class Account:
    realm: str
    host: str
    username: str
    name: str
    role: Role
    organisation: Organisation | None = None
    village: Village | None = None


OFFICES = {
    "admin": Role.COUNTY_ADMIN,
    "clerk": Role.SOCIAL_WORK_CLERK,
    "head": Role.SOCIAL_WORK_HEAD,
    "recorder": Role.DECISION_RECORDER,
    "seal": Role.SEAL_KEEPER,
    "leader": Role.LEADER,
    "auditor": Role.AUDITOR,
}
DEPARTMENTS = {
    "water": "水务局",
    "safety": "应急管理局",
    "farming": "农业农村局",
    "finance": "财政局",
    "justice": "司法局",
}


def accounts() -> Iterator[Account]:
    """Every account of the demo: the county's, three departments', each township's and each village's."""
    yield from _county_accounts()
    for township in townships_in_use():
        yield from _township_accounts(township)


def _county_accounts() -> Iterator[Account]:
    host = County.objects.get().host
    office = social_work_office().get()
    for username, role in OFFICES.items():
        yield Account(COUNTY, host, username, f"演示{role.label}", role, office)
    for username, short_name in DEPARTMENTS.items():
        department = Organisation.objects.get(kind=Organisation.Kind.DEPARTMENT, short_name=short_name)
        for post, role in (("clerk", Role.DEPARTMENT_CLERK), ("head", Role.DEPARTMENT_HEAD)):
            yield Account(COUNTY, host, f"{username}-{post}", f"演示{short_name}{role.label}", role, department)


def _township_accounts(township: Township) -> Iterator[Account]:
    realm, host = township.schema_name, township.domains.get(is_primary=True).domain
    yield Account(realm, host, "admin", "演示乡镇管理员", Role.TOWNSHIP_ADMIN)
    yield Account(realm, host, "officer", "演示乡镇工作人员", Role.TOWNSHIP_OFFICER)
    for village in township.villages.filter(ended_on__isnull=True):
        username = f"v{village.code[-3:]}"
        yield Account(realm, host, username, f"演示{village.name}工作人员", Role.VILLAGE_OFFICER, village=village)


def create_accounts() -> None:
    """Open what is missing. One hash serves all: the password is public anyway, and hashing is slow by design."""
    known = set(User.objects.values_list("realm", "username"))
    missing = [account for account in accounts() if (account.realm, account.username) not in known]
    hashed = make_password(PASSWORD) if missing else ""
    for account in missing:
        user = User(realm=account.realm, username=account.username, name=account.name, password=hashed)
        user.record(actor=SYSTEM, reason="建立演示账号")
        add_membership(
            user,
            role=account.role,
            from_on=SINCE,
            actor=SYSTEM,
            organisation=account.organisation,
            village=account.village,
        )


def one_per_role() -> list[Account]:
    """The first account of each role, for the list of log-ins that the demo prints."""
    found: dict[Role, Account] = {}
    for account in accounts():
        found.setdefault(account.role, account)
    return list(found.values())
