"""What must hold before a seal is used or a draft goes on: guards of the steps (rules C-02 and A-17)."""

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, FaultsError, NotAllowedError
from zhunru.core.roles import OFFICE_ROLES, Role
from zhunru.documents import filling
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Document, Draft, Seal, SealUse


def is_their_seal(use: SealUse, actor: Actor) -> None:
    """The seal's approver decides; where none is appointed, the head of the office."""
    decides_on(use.seal, actor)


def decides_on(seal: Seal, actor: Actor) -> None:
    """Whoever was appointed, or stands in for that one. DomainError for everybody else."""
    if seal.approver_id is None:
        if not actor.has_role(Role.SOCIAL_WORK_HEAD):
            raise DomainError("not_the_approver", _("该印章没有确定用印审批人，由社会工作部负责人审批"))
    elif seal.approver_id not in actor.persons:
        words = {"name": seal.approver.name if seal.approver else ""}
        raise DomainError("not_the_approver", _("该印章的用印由%(name)s审批") % words)


def is_not_their_own(use: SealUse, actor: Actor) -> None:
    """Four eyes: nobody approves of what they asked for, nor a deputy of what that one's colleague asked for."""
    if {use.requested_by_id, use.requested_for_id} & actor.persons:
        raise DomainError("four_eyes", _("不能审批自己申请的用印"))


def is_not_the_keeper(use: SealUse, actor: Actor) -> None:
    """Rule C-02: who keeps a seal does not approve of its use."""
    if use.seal.keeper_id in actor.persons:
        raise DomainError("same_person", _("印章保管人不能审批用印（印章保管人与审批人应当分开）"))


def is_the_keeper(use: SealUse, actor: Actor) -> None:
    """Where a keeper is appointed, nobody else uses the seal."""
    if use.seal.keeper_id is not None and use.seal.keeper_id not in actor.persons:
        words = {"name": use.seal.keeper.name if use.seal.keeper else ""}
        raise DomainError("not_the_keeper", _("该印章由%(name)s保管，请由其用印") % words)


def did_not_approve(use: SealUse, actor: Actor) -> None:
    """Rule C-02 once more, at the moment of use."""
    if {use.approved_by_id, use.approved_for_id} & actor.persons:
        raise DomainError("same_person", _("批准用印的人不能自己用印，请由印章保管人办理"))


def asked_for_it(use: SealUse, actor: Actor) -> None:
    """Who asked may think better of it, as long as the seal has not been used."""
    if not {use.requested_by_id, use.requested_for_id} & actor.persons:
        raise DomainError("not_the_asker", _("只有申请人可以取消用印申请"))


def seal_is_in_force(use: SealUse, _actor: Actor) -> None:
    """A revoked seal, or one whose time is over, is not used."""
    seal = use.seal
    if seal.revoked_on is not None:
        raise DomainError("seal_revoked", _("该印章已停用，请取消申请后用现行印章重新申请"))
    if seal.valid_until is not None and seal.valid_until < timezone.localdate():
        raise DomainError("seal_expired", _("该印章的有效期已届满，请登记新印章"))


def draft_is_whole(draft: Draft, _actor: Actor) -> None:
    """Nothing is missing and nothing is against the form."""
    if faults := filling.faults_of(draft):
        raise FaultsError("invalid", _("文书还有需要补全或者改正的内容"), faults)


def writes_drafts(actor: Actor) -> None:
    """The office writes its papers. NotAllowedError for everybody else."""
    if not actor.has_role(*OFFICE_ROLES):
        raise NotAllowedError("role", _("只有社会工作部的经办员和负责人可以拟制文书、申请副本"))


def keeps_the_register(actor: Actor) -> None:
    """The head registers seals, appoints and revokes: never who keeps them (C-02). NotAllowedError for the others."""
    if not actor.has_role(Role.SOCIAL_WORK_HEAD):
        raise NotAllowedError("role", _("印章由社会工作部负责人登记、停用并确定保管人和审批人"))


def may_void(actor: Actor) -> None:
    """Only the head says that a paper was issued in error."""
    if not actor.has_role(Role.SOCIAL_WORK_HEAD):
        raise NotAllowedError("role", _("只有社会工作部负责人可以作废文书"))


def may_be_corrected(document: Document) -> None:
    """A void paper says nothing that could be put right."""
    if document.status == Document.Status.VOIDED:
        raise DomainError("voided", _("已作废的文书不能更正"))


def may_be_duplicated(document: Document) -> None:
    """A void paper, or one whose file was erased, is handed out to nobody."""
    if document.status == Document.Status.VOIDED:
        raise DomainError("voided", _("已作废的文书不能制发副本"))
    if hasattr(document, "erasure"):
        raise DomainError("erased", _("该文书的文件已按保管期限销毁，不能制发副本"))


def is_composed(kind: str) -> None:
    """DomainError for papers that come of a step of their own."""
    if not KINDS[kind].composed:
        raise DomainError("not_composed", _("该文种由办理程序自动生成，不能单独拟制"))
