"""People of the office as users, and requests of the county's routes as one of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone

from zhunru.accounts.models import Membership, Organisation, User
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import DEPARTMENT_ROLES, Role
from zhunru.core.tests.clients import client
from zhunru.documents import api, services
from zhunru.documents.kinds import APPROVAL
from zhunru.documents.models import Document, Draft, SealUse
from zhunru.documents.tests.composed import rectification
from zhunru.documents.tests.samples import approval
from zhunru.documents.workflow import DRAFTS, USES

SINCE = date(2020, 1, 1)


def person(name: str, role: Role, organisation: Organisation) -> Actor:
    """Somebody with an account and a post."""
    user = User(realm=COUNTY, username=name, name=f"演示{name}", password="!")
    user.record(actor=SYSTEM, reason="建立账号")
    post = Membership(user=user, realm=COUNTY, role=role, organisation=organisation, from_on=SINCE)
    post.record(actor=SYSTEM, reason="任职")
    return Actor(user.pk, user.name, role, COUNTY, organisation.pk, organisation.name)


@dataclass(frozen=True)
class Staff:
    """The office at work: who writes, who decides, who keeps the seal."""

    clerk: Actor
    head: Actor
    leader: Actor
    keeper: Actor
    other_keeper: Actor


def staff(office: Organisation) -> Staff:
    return Staff(
        clerk=person("clerk", Role.SOCIAL_WORK_CLERK, office),
        head=person("head", Role.SOCIAL_WORK_HEAD, office),
        leader=person("leader", Role.LEADER, office),
        keeper=person("keeper", Role.SEAL_KEEPER, office),
        other_keeper=person("second", Role.SEAL_KEEPER, office),
    )


def department(name: str, username: str) -> Actor:
    """The head of another office, which has nothing to do with this one's seal."""
    made = Organisation(name=name, short_name=name, kind=Organisation.Kind.DEPARTMENT)
    made.record(actor=SYSTEM, reason="建立")
    assert Role.DEPARTMENT_HEAD in DEPARTMENT_ROLES
    return person(username, Role.DEPARTMENT_HEAD, made)


def ask(part: str, who: Actor, method: str, path: str, data: Any = None) -> Any:
    """One request to the routes `part` of the documents: `seals`, `uses`, `drafts`, `county`, `router`."""
    desk = client(getattr(api, part), who)
    return desk.request(method.upper(), path, json=data)


def good(answer: Any) -> Any:
    assert answer.status_code < 300, answer.content.decode()
    return answer.json()


def said_no(answer: Any) -> str:
    """The code of a refusal."""
    assert answer.status_code >= 400, answer.content.decode()
    return str(answer.json()["code"])


def typed(**changed: Any) -> dict[str, Any]:
    """What somebody types to have a demand for correction written: everything."""
    facts = rectification().model_dump(mode="json", exclude={"matter_title", "matter_code", "scope", "whole_county"})
    return facts | changed


def drafted(who: Actor, **changed: Any) -> Draft:
    """A whole draft, typed by `who`."""
    made = good(ask("drafts", who, "post", "", {"kind": "rectification"}))
    saved = good(ask("drafts", who, "put", f"/{made['id']}", {"version": made["version"], "facts": typed(**changed)}))
    draft: Draft = Draft.objects.get(pk=saved["id"])
    return draft


def requested(who: Actor, **changed: Any) -> SealUse:
    """The use that the draft waits for."""
    draft = DRAFTS.take("request", drafted(who, **changed), actor=who)
    assert draft.use is not None
    return draft.use


def approved(team: Staff) -> SealUse:
    """Asked for by the clerk, approved of by the head."""
    return USES.take("approve", requested(team.clerk), actor=team.head)


def keep(statement: str, values: list[Any]) -> None:
    """Straight SQL, and what the database says to it when the transaction is to be kept."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def issue(office: Organisation | None, keeper: Actor) -> Document:
    assert office is not None
    return services.issue(
        APPROVAL, approval(), actor=keeper, today=timezone.localdate(), organisation=office, host="gongga.example"
    )
