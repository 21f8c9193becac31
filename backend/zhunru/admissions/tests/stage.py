"""A county to act in: its offices with their seal, two departments, and people made when they are first called.

For every app's tests from admissions upward. Nobody here has a name, only a role.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from zhunru.accounts.members import member_of
from zhunru.accounts.models import Membership, Organisation, User
from zhunru.accounts.services import add_membership
from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Finding, Matter
from zhunru.admissions.services import drafts
from zhunru.admissions.workflow import APPLICATIONS, MATTERS
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.divisions.models import Township, Village
from zhunru.documents.sealing import register_specimen_seal
from zhunru.lists.models import Entry, ListKind
from zhunru.lists.services import drafting, publishing
from zhunru.tenancy.context import county_context, township_context

PASSWORD = "only-for-tests-2026"
LONG_AGO = date(2020, 1, 1)
OFFICES = {
    "admin": Role.COUNTY_ADMIN,
    "clerk": Role.SOCIAL_WORK_CLERK,
    "head": Role.SOCIAL_WORK_HEAD,
    "recorder": Role.DECISION_RECORDER,
    "seal": Role.SEAL_KEEPER,
    "leader": Role.LEADER,
    "auditor": Role.AUDITOR,
}
DEPARTMENTS = {"water": "县水务局", "farming": "县农业农村局"}
POSTS = {"clerk": Role.DEPARTMENT_CLERK, "head": Role.DEPARTMENT_HEAD}
ASPECTS = (Finding.Aspect.LEGALITY, Finding.Aspect.FEASIBILITY, Finding.Aspect.REASONABLENESS)
FORM: dict[str, Any] = {
    "title": "春灌节水入户宣传",
    "necessity": "春灌用水集中，入户讲清轮灌安排，可减少争水。",
    "feasibility": "水务技术人员随队，村（社区）只需引导，时间安排在农闲。",
    "duty_relation": "节水宣传是水务部门自身职责，村（社区）仅协助。",
    "contact_name": "演示联系人",
    "contact_phone": "0893-0000000",
    "frequency": "一年一轮",
    "person_days": "1.5",
    "not_secret": True,
    "objective": "向每户说明轮灌次序和节水办法",
    "done_criteria": "各村（社区）完成一轮入户说明。",
    "department_duty": "编印说明材料，派技术人员到场",
    "township_duty": "协调各村（社区）的时间",
    "village_duty": "引导技术人员入户",
    "legal_bases": [{"document": "中华人民共和国抗旱条例", "article": "第四十二条", "version": "2009-02-26"}],
    "starts_on": "2026-01-01",
    "funding_amount": "3600.00",
    "budget_line": "农林水支出—水利—抗旱",
}
"""An application that passes every rule of submission once it has a scope."""
SETTLED: dict[str, Any] = {"completion_report": "已完成", "settlement": "经费已结清", "closures": "未建台账，未挂牌"}
"""What a matter must have settled before it leaves."""


@dataclass(frozen=True)
class Stage:
    """What the scenery holds: the office, the departments by name, the townships with their villages."""

    office: Organisation
    departments: dict[str, Organisation]
    townships: list[Township]

    def villages(self, *places: int) -> list[Village]:
        """The villages of the townships at these places (of all), in the order of their codes."""
        chosen = [self.townships[place] for place in places] or self.townships
        return [village for township in chosen for village in township.villages.all()]

    def actor(self, name: str) -> Actor:
        """Someone of the county: `clerk`, `head`, `recorder`, `seal`, ... or `water-clerk`, `farming-head`, ..."""
        department, _, post = name.rpartition("-")
        if department:
            return member(COUNTY, name, POSTS[post], organisation=self.departments[department])
        return member(COUNTY, name, OFFICES[name], organisation=self.office)

    def village_officer(self, village: Village) -> Actor:
        realm = village.township.schema_name
        return member(realm, f"v{village.code[-3:]}", Role.VILLAGE_OFFICER, village=village)

    def township_officer(self, township: Township) -> Actor:
        return member(township.schema_name, "officer", Role.TOWNSHIP_OFFICER)

    def township_admin(self, township: Township) -> Actor:
        return member(township.schema_name, "admin", Role.TOWNSHIP_ADMIN)


def set_stage() -> Stage:
    """Make offices, departments and the seal; to be called on the county's side."""
    office = _organisation("贡嘎县委社会工作部（演示）", Organisation.Kind.OFFICE)
    departments = {short: _organisation(name, Organisation.Kind.DEPARTMENT) for short, name in DEPARTMENTS.items()}
    register_specimen_seal(office, actor=SYSTEM, today=LONG_AGO)
    townships = Township.objects.prefetch_related("domains", "villages__township").order_by("code")
    return Stage(office, departments, list(townships))


def _organisation(name: str, kind: Organisation.Kind) -> Organisation:
    made = Organisation(name=name, short_name=name, kind=kind)
    made.record(actor=SYSTEM, reason="建立")
    return made


def member(
    realm: str, username: str, role: Role, *, organisation: Organisation | None = None, village: Village | None = None
) -> Actor:
    """The user of that name as an actor, made with its one role when first asked for."""
    with county_context() if realm == COUNTY else township_context(realm):
        held = list(Membership.objects.filter(realm=realm, user__username=username).select_related(*WITH))
        if not held:
            user = User(realm=realm, username=username, name=f"演示{role.label}", password=make_password(PASSWORD))
            user.record(actor=SYSTEM, reason="建立账号")
            post = add_membership(
                user, role=role, from_on=LONG_AGO, actor=SYSTEM, organisation=organisation, village=village
            )
            held = [post]
        return member_of(held).actor


WITH = ("user", "organisation", "village")


# --- the way of an application, as far as a test needs it; all on the county's side ---


def drafted(stage: Stage, villages: list[Village], *, by: str = "water-clerk", **changed: Any) -> Application:
    """A draft for `villages` that passes every rule, unless `changed` says otherwise."""
    data = schemas.ApplicationIn(**{**FORM, "scope": [village.code for village in villages], **changed})
    return drafts.draft_application(actor=stage.actor(by), data=data, client_key=None)


def filed(stage: Stage, villages: list[Village], *, department: str = "water", **changed: Any) -> Application:
    """An application that has reached the office."""
    application = drafted(stage, villages, by=f"{department}-clerk", **changed)
    return APPLICATIONS.take("submit", application, actor=stage.actor(f"{department}-head"))


def reviewed(stage: Stage, villages: list[Village], **changed: Any) -> Application:
    """One with its three findings."""
    application = first_reviewed(stage, villages, **changed)
    all_answer(application)
    return APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=findings())


def accepted(stage: Stage, villages: list[Village], *, ask: Sequence[str] = (), **changed: Any) -> Application:
    """One that the office has taken up; those concerned are asked, and the departments named in `ask`."""
    asked = schemas.Acceptance(departments=[stage.departments[name].pk for name in ask])
    return APPLICATIONS.take("accept", filed(stage, villages, **changed), actor=stage.actor("clerk"), data=asked)


def first_reviewed(stage: Stage, villages: list[Village], **changed: Any) -> Application:
    """One that has had its first review."""
    application = accepted(stage, villages, **changed)
    opinion = schemas.FirstReviewIn(opinion="材料齐全，不与现有事项重复。")
    return APPLICATIONS.take("first_review", application, actor=stage.actor("clerk"), data=opinion)


def all_answer(application: Application) -> None:
    """Everybody asked has no objection, as if each had said so on its own host."""
    application.opinions.filter(answered_at=None).update(position="no_objection", answered_at=timezone.now())


def at_leader(stage: Stage, villages: list[Village], **changed: Any) -> Application:
    """One that lies before the leader in charge."""
    return APPLICATIONS.take("refer", reviewed(stage, villages, **changed), actor=stage.actor("head"))


def referred(stage: Stage, villages: list[Village], **changed: Any) -> Application:
    """One that lies before who decides: the committee, for a new regular matter."""
    application = at_leader(stage, villages, **changed)
    return APPLICATIONS.take("endorse", application, actor=stage.actor("recorder"), data=endorsed())


def approved(stage: Stage, villages: list[Village], **changed: Any) -> Application:
    """One that the committee has approved; its paper is not issued yet."""
    application = referred(stage, villages, **changed)
    return APPLICATIONS.take("approve", application, actor=stage.actor("recorder"), data=resolution())


def admitted(stage: Stage, villages: list[Village], **changed: Any) -> Matter:
    """A matter in force, with its stamped paper; its deliveries are on their way."""
    application = APPLICATIONS.take("issue", approved(stage, villages, **changed), actor=stage.actor("seal"))
    return Matter.objects.select_related("application", "document").get(application=application)


def withdrawing(stage: Stage, matter: Matter) -> Matter:
    """The same matter, put up for leaving; its villages are asked."""
    order = schemas.WithdrawalOrder(reasons="任务已完成", **SETTLED)
    return MATTERS.take("order_withdrawal", matter, actor=stage.actor("head"), data=order)


def withdrawn(stage: Stage, matter: Matter) -> Matter:
    """The same matter, ended by its paper."""
    withdrawing(stage, matter)
    matter.opinions.filter(answered_at=None).update(position="no_objection", answered_at=timezone.now())
    return MATTERS.take("withdraw", matter, actor=stage.actor("seal"))


def the[T](found: T | None) -> T:
    """`found`, which is there."""
    assert found is not None  # a test says so
    return found


def listed(kind: ListKind, title: str) -> Entry:
    """An entry of one of the three lists, in an edition of its own that follows the one before."""
    edition = drafting.start(kind, actor=SYSTEM)
    values = {"title": title, "legal_basis": "《演示法》第一条"}
    admitted = f"演示{edition.pk}" if kind == ListKind.ASSIST else ""
    entry = drafting.add_entry(edition, values, reason="列入", actor=SYSTEM, matter_code=admitted)
    before = edition.based_on and edition.based_on.effective_on
    day = before + timedelta(days=1) if before else LONG_AGO
    publishing.take_over(edition, document_number="演示", published_on=day, effective_on=day, actor=SYSTEM)
    return entry


def findings(*, against: Finding.Aspect | None = None) -> schemas.Findings:
    """Three findings, favourable but for the aspect named."""
    one = schemas.Findings.One
    return schemas.Findings(findings=[one(aspect=a, favourable=a != against, opinion="已核对。") for a in ASPECTS])


def endorsed() -> schemas.Endorsed:
    return schemas.Endorsed(reference="演示批〔2026〕5号", given_on=timezone.localdate(), opinion="同意提请研究")


def resolution() -> schemas.Approval:
    return schemas.Approval(resolution_number="演示县委常委会〔2026〕9号", meeting_on=timezone.localdate())
