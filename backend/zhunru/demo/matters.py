"""Three applications at different stages, so that the demo's pages are not empty. Their legal bases are real."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from zhunru.accounts.members import member_of
from zhunru.accounts.models import Membership
from zhunru.admissions import schemas
from zhunru.admissions.models import Application, Finding, Opinion
from zhunru.admissions.services import drafts
from zhunru.admissions.similar import similar_to
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.actors import COUNTY, Actor
from zhunru.divisions.models import Village

TERM_DAYS = 180


def actor(username: str, realm: str = COUNTY) -> Actor:
    """The demo account as an actor. To be called in its realm."""
    held = Membership.objects.select_related("user", "organisation", "village").filter(
        user__realm=realm, user__username=username
    )
    return member_of(list(held)).actor


def create_matters() -> bool:
    """One application through every step, one at the office's desk, one draft; False where there are some already."""
    if Application.objects.exists():
        return False
    villages = list(Village.objects.filter(ended_on__isnull=True).values_list("code", flat=True))
    admitted = draft("water", SPRING_WATERING, villages)
    take(admitted, "submit", "water-head")
    admit(admitted)
    waiting = draft("safety", FIRE_SAFETY, villages[:12])
    take(waiting, "submit", "safety-head")
    draft("farming", FOOD_QUALITY, villages[:3])
    return True


def admit(application: Application) -> None:
    """Take a submitted application through review and decision to its paper."""
    recommend(application)
    resolution = schemas.Approval(resolution_number="演示县委常委会决定8号", meeting_on=timezone.localdate())
    take(application, "approve", "recorder", resolution)
    take(application, "issue", "seal")


def recommend(application: Application) -> None:
    """Take a submitted application through opinions, reviews and the leader's endorsement to the committee."""
    take(application, "accept", "clerk")
    take(application, "first_review", "clerk", _first_review(application))
    all_answer(application)
    take(application, "review", "clerk", findings())
    take(application, "refer", "head", schemas.Referral(recommendation="建议同意准入。"))
    endorsed = schemas.Endorsed(reference="演示批8号", given_on=timezone.localdate(), opinion="同意提请常委会研究。")
    take(application, "endorse", "recorder", endorsed)


def _first_review(application: Application) -> schemas.FirstReviewIn:
    """Each similar matter in force is another one."""
    different = [
        schemas.SimilarJudged(matter=one.matter.pk, judgement="different", reason="对象和内容不同")
        for one in similar_to(application)
    ]
    return schemas.FirstReviewIn(opinion="材料齐全，不与清单和现有事项重复。", similar=different)


def findings() -> schemas.Findings:
    opinions = {
        Finding.Aspect.LEGALITY: "依据现行有效，属部门职责范围内的协助事项。",
        Finding.Aspect.FEASIBILITY: "工作量适度，经费已落实，村（社区）有能力协助。",
        Finding.Aspect.REASONABLENESS: "与清单事项不重复，不要求另建台账、挂牌和出具证明。",
    }
    return schemas.Findings(
        findings=[
            schemas.Findings.One(aspect=aspect, favourable=True, opinion=opinion)
            for aspect, opinion in opinions.items()
        ]
    )


def draft(department: str, texts: dict[str, Any], scope: list[str]) -> Application:
    """A draft of that department's clerk."""
    today = timezone.localdate()
    term = {"starts_on": today, "ends_on": today + timedelta(days=TERM_DAYS)}
    data = schemas.ApplicationIn.model_validate(texts | term | {"scope": scope})
    return drafts.draft_application(actor=actor(f"{department}-clerk"), data=data, client_key=None)


def take(application: Application, step: str, username: str, data: Any = None) -> None:
    """One step by the demo account of that name."""
    APPLICATIONS.take(step, application, actor=actor(username), data=data)


def all_answer(application: Application) -> None:
    """The demo's parties have no objection; of a village no person is named."""
    application.opinions.filter(answered_at=None).update(
        position=Opinion.Position.NO_OBJECTION, answered_at=timezone.now()
    )


CONTACT: dict[str, Any] = {"contact_name": "演示联系人", "contact_phone": "0893-0000000", "not_secret": True}
SPRING_WATERING: dict[str, Any] = {
    "title": "春灌节水入户宣传",
    "necessity": "春灌用水集中，入户讲清轮灌安排和节水办法，可减少争水和漏水。",
    "objective": "向每户说明轮灌次序和节水办法，收集渠道破损线索，由部门维修",
    "done_criteria": "各村（社区）完成一轮入户说明，渠道破损线索全部移交部门。",
    "department_duty": "编印说明材料，派技术人员到场，维修渠道，拨付经费",
    "township_duty": "协调各村（社区）的时间，汇总渠道破损线索",
    "village_duty": "引导技术人员入户，告知农户轮灌安排",
    "feasibility": "水务技术人员随队，村（社区）只需引导，时间安排在农闲。",
    "duty_relation": "节水宣传是水务部门自身职责，村（社区）仅协助。",
    "frequency": "一年一轮",
    "person_days": "1.5",
    **CONTACT,
    "legal_bases": [
        {
            "document": "中华人民共和国抗旱条例",
            "article": "第四十二条",
            "version": "2009-02-26",
            "quotation": "向村民、居民宣传节水抗旱知识，协助做好抗旱措施的落实工作",
        }
    ],
    "funding_amount": "3600.00",
    "budget_line": "农林水支出—水利—抗旱",
}
FIRE_SAFETY: dict[str, Any] = {
    "title": "冬季用火用电安全入户提醒",
    "necessity": "冬季取暖用火用电集中，入户提醒可减少火灾。",
    "objective": "向每户发放提醒单，查看炉具和线路，告知整改办法",
    "done_criteria": "各村（社区）完成一轮入户提醒。",
    "department_duty": "编印提醒单，派人入户查看，负责隐患整改",
    "township_duty": "安排各村（社区）的时间",
    "village_duty": "引导入户，协助宣传",
    "feasibility": "部门派人入户，村（社区）只引导。",
    "duty_relation": "消防安全提醒是部门自身职责，村（社区）仅协助。",
    "frequency": "一年一轮",
    "person_days": "1.0",
    **CONTACT,
    "legal_bases": [
        {
            "document": "中华人民共和国消防法",
            "article": "第六条",
            "version": "2021-04-29",
            "quotation": "村民委员会、居民委员会应当协助人民政府以及公安机关、应急管理等部门，加强消防宣传教育",
        }
    ],
    "no_cost_reason": "材料和人员由部门承担，村（社区）只引导入户",
}
FOOD_QUALITY: dict[str, Any] = {
    "title": "农产品质量安全信息员登记",
    "necessity": "建立信息员名单，便于及时告知检测安排。",
}
