"""Guards of what is done in a township."""

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions.models import Opinion
from zhunru.configuration import queries as configuration
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.documents import codes
from zhunru.placements import queries
from zhunru.placements.models import Placement


def is_own_village(placement: Placement, actor: Actor) -> None:
    """A village speaks for itself: its receipt is given by its own staff."""
    if placement.village_id not in actor.village_ids:
        raise DomainError("other_village", _("只能办理本村（社区）的事项"))


def shows_its_document(placement: Placement, code: str) -> None:
    """Clause 2.1c (持批准文书进入), rule A-21: entry is recorded against the paper that was shown."""
    if codes.normalise(code) != placement.document_code:
        raise DomainError("wrong_document", _("核验码与批准文书不符，请对照文书右上角重新填写"), field="document_code")


def refusal_was_answered(placement: Placement, _actor: Actor) -> None:
    """While the department is still to answer, or the county to rule, the refusal stands."""
    if placement.refusal_id and not queries.is_answered(placement.refusal_id):
        raise DomainError("refusal_open", _("拒绝事项尚未处理完毕，请待部门答复或者县委社会工作部裁定"))


def does_not_rest(placement: Placement, _actor: Actor) -> None:
    """A suspended matter is neither signed for nor worked on until it is resumed."""
    if queries.is_resting(placement.matter_id):
        raise DomainError("resting", _("该事项已暂停，恢复后再办理"))


def is_live(placement: Placement) -> None:
    """What the village no longer carries needs no petition and no comment."""
    if placement.status == Placement.Status.CLOSED:
        raise DomainError("not_live", _("该事项已撤销，无需再提意见"))


def may_answer(opinion: Opinion, actor: Actor) -> None:
    """Clause 1.3a (尊重民意), rule A-14: a village answers for itself, the township for the township."""
    if opinion.village_id is None and not actor.has_role(Role.TOWNSHIP_OFFICER):
        raise NotAllowedError("role", _("征求乡镇的意见由乡镇工作人员答复"))
    if opinion.village_id is not None and opinion.village_id not in actor.village_ids:
        raise NotAllowedError("role", _("征求村（社区）的意见由该村（社区）自己答复"))
    if opinion.answered_at:
        why = _("答复期已过，已按无异议处理") if opinion.silent else _("该意见已答复，不能更改")
        raise DomainError("answered", why)


def review_is_open() -> None:
    """Rule A-27: comments are made in the yearly review."""
    today = timezone.localdate()
    opens_on, closes_on = configuration.current().values.review_window(today.year)
    if not opens_on <= today <= closes_on:
        raise DomainError("outside_window", _("年度复核期为 %(a)s 至 %(b)s") % {"a": opens_on, "b": closes_on})
