"""Who is told of what. What was removed is announced as clearly as what was added (clause 1.3c)."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from zhunru.accounts.queries import social_work_office
from zhunru.admissions.models import Application, Matter, Opinion, RefusalCase
from zhunru.core.actors import COUNTY
from zhunru.core.workflow import Remark, Step
from zhunru.notices import services as notices

S = Application.Status


@dataclass(frozen=True, slots=True)
class News:
    """The effect a notice is filed under and its sentence, with %(title)s and %(code)s."""

    effect: str
    sentence: str


def tell_office(**said: Any) -> None:
    """The county's office; where none is registered yet, everybody on the county's host."""
    office = social_work_office().values_list("pk", flat=True).first()
    notices.tell(realm=COUNTY, organisation_id=office, **said)


# --- applications ---

TO_DEPARTMENT = {
    "return_for_correction", "accept", "deem_accepted", "not_accept", "decline", "endorse", "approve", "reject",
    "defer", "send_back", "convert", "merge_into", "take_up_again", "issue", "lapse", "end_with_matter",
}  # fmt: skip
"""Steps of an application that its department hears of."""
TO_OFFICE = {"submit", "deem_accepted", "bring_new_facts", "recall", "lapse"}
"""Steps that the office has not taken itself."""
ASKING = ("accept", "deem_accepted")
"""With these steps opinions are asked for."""


def tell_of_application(step: Step[Any], application: Application) -> None:
    said: dict[str, Any] = {
        "effect": "told",
        "title": _("“%(title)s”：%(status)s")
        % {"title": application.title, "status": application.get_status_display()},
        "text": str(step.label),
        "page": "applications",
        "object_id": application.pk,
    }
    if step.name in TO_DEPARTMENT:
        notices.tell_department(application.department_id, **said)
    if step.name in TO_OFFICE:
        tell_office(**said)
    if step.name in ASKING:
        _tell_the_asked(application)


def _tell_the_asked(application: Application) -> None:
    """Each township, village and department whose opinion is awaited, on its own host."""
    awaited = application.opinions.filter(purpose=Opinion.Purpose.ADMISSION, answered_at__isnull=True)
    title = _("征求意见：%(department)s拟申请“%(title)s”") % {
        "department": application.department.name,
        "title": application.title,
    }
    by_realm: dict[str, set[int]] = defaultdict(set)
    for opinion in awaited:
        said: dict[str, Any] = {"effect": "told", "title": title, "text": _until(opinion), "page": "opinions"}
        if opinion.organisation_id:
            notices.tell_department(opinion.organisation_id, **said, object_id=opinion.pk)
        elif opinion.village_id:
            by_realm[opinion.realm].add(opinion.village_id)
        else:
            notices.tell(realm=opinion.realm, **said, object_id=opinion.pk)
    for realm, villages in by_realm.items():
        notices.tell(realm=realm, effect="told", title=title, page="opinions", village_ids=villages)


def _until(opinion: Opinion) -> str:
    return _("请于 %(day)s 前答复") % {"day": opinion.due_on} if opinion.due_on else ""


# --- matters ---


def _of_matter(step: str) -> News | None:
    """Sentences are looked up when they are said, in the reader's language of the county."""
    return {
        "take_effect": News("added", _("新增准入事项：%(title)s（%(code)s）")),
        "enter_first": News("added", _("紧急事项先行进入，尚未批准：%(title)s（%(code)s）")),
        "ratify": News("changed", _("紧急事项已获批准：%(title)s（%(code)s）")),
        "adjust": News("changed", _("事项有调整：%(title)s（%(code)s）")),
        "extend": News("changed", _("事项延期：%(title)s（%(code)s）")),
        "suspend": News("changed", _("事项暂停，恢复前可以不办：%(title)s（%(code)s）")),
        "resume": News("changed", _("事项恢复办理：%(title)s（%(code)s）")),
        "order_withdrawal": News("told", _("拟撤销，可在异议期内提出意见：%(title)s（%(code)s）")),
        "keep": News("told", _("异议成立，继续保留：%(title)s（%(code)s）")),
        "withdraw": News("removed", _("已撤销，不再承担：%(title)s（%(code)s）")),
        "expire": News("removed", _("到期退出，不再承担：%(title)s（%(code)s）")),
        "lapse": News("removed", _("未获批准，即日起可以停办：%(title)s（%(code)s）")),
        "write_off": News("removed", _("存量事项已核销，不再承担：%(title)s（%(code)s）")),
        "supersede": News("removed", _("已并入或拆分为其他事项：%(title)s（%(code)s）")),
    }.get(step)


OFFICE_HEARS = {"expire", "lapse"}
"""What happens to a matter by itself."""


def tell_of_matter(step: Step[Any], matter: Matter, data: Remark) -> None:
    """The department and every village in scope; of a legacy matter that goes on, its successor's paper tells.

    Villages that a change lets in or lets go hear of that from their township, when it is carried out there.
    """
    if step.name == "report_completion":
        _tell_of_report(matter)
    news = _of_matter(step.name)
    if news is None:
        return
    said = _said(news, matter, data.remark or matter.withdrawal_reasons)
    notices.tell_department(matter.department_id, **said, object_id=matter.pk)
    if step.name in OFFICE_HEARS:
        tell_office(**said, object_id=matter.pk)
    if not matter.legacy or step.name == "write_off":
        stay = set(matter.scope) & set(getattr(data, "former_scope", []) or matter.scope)
        notices.tell_villages(stay, **said | {"page": "placements"})


def _said(news: News, matter: Matter, text: str) -> dict[str, Any]:
    title = news.sentence % {"title": matter.title, "code": matter.code}
    return {"effect": news.effect, "title": title, "text": text, "page": "matters"}


def _tell_of_report(matter: Matter) -> None:
    title = _("部门报告完成：%(title)s（%(code)s）") % {"title": matter.title, "code": matter.code}
    tell_office(effect="told", title=title, text=matter.completion_report, page="matters", object_id=matter.pk)


# --- refusals ---


def tell_of_refusal(step: Step[Any], case: RefusalCase) -> None:
    """Back to the village: what the department said, what the county ruled."""
    notices.tell(
        realm=case.realm,
        effect="told",
        title=_("拒绝事项有答复：%(status)s") % {"status": case.get_status_display()},
        text=case.ruling or case.answer,
        page="refusals",
        object_id=case.pk,
        village_ids=[case.village_id],
    )
    if step.name == "contest":
        title = _("部门对拒绝有异议，待裁定：%(demand)s") % {"demand": case}
        tell_office(effect="due", title=title, text=case.answer, page="refusals", object_id=case.pk)
    if step.name in ("uphold", "overrule"):
        notices.tell_department(
            case.department_id,
            effect="told",
            title=_("拒绝事项已裁定：%(status)s") % {"status": case.get_status_display()},
            text=case.ruling,
            page="refusals",
            object_id=case.pk,
        )
