"""Who is told of what. What was removed is announced as clearly as what was added (clause 1.3c)."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from zhunru.admissions.models import Application, Matter, RefusalCase
from zhunru.core.workflow import Step
from zhunru.notices import services as notices

S = Application.Status


@dataclass(frozen=True, slots=True)
class News:
    """The effect a notice is filed under and its sentence, with %(title)s and %(code)s."""

    effect: str
    sentence: str


TO_DEPARTMENT = {
    "return_for_correction", "accept", "deem_accepted", "not_accept", "decline", "endorse", "approve", "reject",
    "defer", "send_back", "convert", "merge_into", "issue", "lapse",
}  # fmt: skip
"""Steps of an application that its department hears of."""


def tell_of_application(step: Step[Any], application: Application) -> None:
    if step.name in TO_DEPARTMENT:
        notices.tell_department(
            application.department_id,
            effect="told",
            title=_("“%(title)s”：%(status)s")
            % {"title": application.title, "status": application.get_status_display()},
            text=str(step.label),
            page="applications",
            object_id=application.pk,
        )


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
        "supersede": News("removed", _("已并入或拆分为其他事项：%(title)s（%(code)s）")),
    }.get(step)


def tell_of_matter(step: Step[Any], matter: Matter) -> None:
    """The department and every village in scope; legacy matters never reached a village."""
    news = _of_matter(step.name)
    if news is None:
        return
    title = news.sentence % {"title": matter.title, "code": matter.code}
    said: dict[str, Any] = {"effect": news.effect, "title": title, "text": matter.withdrawal_reasons, "page": "matters"}
    notices.tell_department(matter.department_id, **said, object_id=matter.pk)
    if not matter.legacy:
        notices.tell_villages(matter.scope, **said | {"page": "placements"})


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
    if step.name in ("uphold", "overrule"):
        notices.tell_department(
            case.department_id,
            effect="told",
            title=_("拒绝事项已裁定：%(status)s") % {"status": case.get_status_display()},
            text=case.ruling,
            page="refusals",
            object_id=case.pk,
        )
