"""Cases at other stations, so that every page has something to show; each goes its way through the real steps."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from zhunru.admissions import schemas, urgent
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.services import meetings
from zhunru.configuration.choices import Body
from zhunru.demo.matters import CONTACT, actor, admit, draft, recommend, take
from zhunru.divisions.models import Village

BASES: dict[str, list[dict[str, str]]] = {
    "flood": [{"document": "中华人民共和国防洪法", "article": "第三十八条", "version": "2016-07-02"}],
    "water": [{"document": "中华人民共和国水法", "article": "第三条", "version": "2016-07-02"}],
    "epidemic": [{"document": "中华人民共和国动物防疫法", "article": "第十七条", "version": "2021-01-22"}],
    "seed": [{"document": "中华人民共和国种子法", "article": "第六条", "version": "2021-12-24"}],
}


def create_states() -> None:
    """An urgent entry, an agenda, a correction, a deferral and a merger."""
    villages = list(Village.objects.filter(ended_on=None).order_by("code").values_list("code", flat=True))
    _enter_first(villages[:5])
    _wait_for_the_committee("water", "农村饮水水源巡查引导", "water", villages[5:15])
    _return("farming", "良种推广入户登记", "seed", villages[:4])
    _defer("farming", "牲畜集中免疫引导", "epidemic", villages[10:30])
    _merge(villages[20:26])


def _form(title: str, basis: str, department: str) -> dict[str, Any]:
    return {
        "title": title,
        "necessity": f"{title}时间集中，需要熟悉情况的人带路和告知。",
        "feasibility": "人员、车辆和材料由部门落实，村（社区）只需引导。",
        "duty_relation": "属部门自身职责，村（社区）仅协助。",
        "objective": f"{department}完成{title}，逐户告知，问题由部门处理",
        "done_criteria": "完成一轮，问题清单移交部门。",
        "department_duty": "派员到场，承担全部专业工作，拨付经费",
        "township_duty": "协调各村（社区）的时间",
        "village_duty": "引导到户，告知农户",
        "frequency": "一年一轮",
        "person_days": "1.0",
        "legal_bases": BASES[basis],
        "funding_amount": "1200.00",
        "budget_line": "农林水支出",
        **CONTACT,
    }


def _file(department: str, title: str, basis: str, scope: list[str], **more: Any) -> Application:
    application = draft(department, _form(title, basis, "部门") | more, scope)
    take(application, "submit", f"{department}-head")
    return application


def _enter_first(scope: list[str]) -> None:
    entry = schemas.UrgentIn(
        title="强降雪道路结冰除险引导",
        urgent_ground="natural_disaster",
        entered_at=timezone.now() - timedelta(hours=3),
        village_duty="为除险车辆带路\n告知农户暂缓出行",
        scope=scope,
        **CONTACT,
    )
    urgent.register(actor=actor("safety-clerk"), data=entry)


def _wait_for_the_committee(department: str, title: str, basis: str, scope: list[str]) -> None:
    application = _file(department, title, basis, scope)
    recommend(application)
    agenda = schemas.MeetingIn(body=Body.COMMITTEE, held_on=timezone.localdate(), applications=[application.pk])
    meetings.plan(actor=actor("clerk"), data=agenda)


def _return(department: str, title: str, basis: str, scope: list[str]) -> None:
    application = _file(department, title, basis, scope)
    defects = ["经费拨付时间未写明，请补充每期金额和日期", "村（社区）职责过于笼统，请写明具体做什么、做几次"]
    take(application, "return_for_correction", "clerk", schemas.Correction(defects=defects))


def _defer(department: str, title: str, basis: str, scope: list[str]) -> None:
    application = _file(department, title, basis, scope)
    recommend(application)
    today = timezone.localdate()
    deferral = schemas.Deferral(
        resolution_number="演示县委常委会决定7号",
        meeting_on=today,
        resubmit_on=today + timedelta(days=30),
        reasons="与冬季转场时间重叠，待转场结束后再议",
    )
    take(application, "defer", "recorder", deferral)


def _merge(scope: list[str]) -> None:
    """Two matters become one, with one paper; what the villages carry goes on in it."""
    for title in ("渠道损坏线索告知", "汛前河道漂浮物告知"):
        admit(_file("water", title, "flood", scope))
    merged = Matter.objects.filter(title__in=["渠道损坏线索告知", "汛前河道漂浮物告知"]).values_list("pk", flat=True)
    admit(_file("water", "渠道和河道线索告知", "flood", scope, kind="merge", concerns=list(merged)))
