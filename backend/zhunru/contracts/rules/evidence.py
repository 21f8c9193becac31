"""Files are taken only where the signed clause asks for evidence; nobody hands in more than that (clause 2.4c)."""

from django.utils.translation import gettext as _

from zhunru.contracts.models import Attachment, Clause, Deliverable
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError
from zhunru.purchases.choices import Evidence

MOST_FILES = 5


def is_asked_for(clause: Clause) -> None:
    if clause.evidence == Evidence.NONE:
        raise DomainError("no_evidence_asked", _("合同未要求该条款提供佐证材料，无需上传"), field="file")


def is_a_draft(deliverable: Deliverable) -> None:
    if deliverable.status != Deliverable.Status.DRAFT:
        raise DomainError("not_a_draft", _("服务记录提交后不能增减佐证材料"))


def has_room(found: list[Attachment]) -> None:
    if len(found) >= MOST_FILES:
        raise DomainError("too_many_files", _("每条服务记录最多 %(n)s 个附件") % {"n": MOST_FILES}, field="file")


def is_there(deliverable: Deliverable, _actor: Actor | None = None) -> None:
    """Where the clause asks for evidence, a record is handed over with it."""
    if deliverable.clause.evidence != Evidence.NONE and not kept(deliverable):
        raise DomainError("no_evidence", _("该条款要求佐证材料，请先保存草稿、上传材料，再提交"))


def stays_fit(deliverable: Deliverable, clause: Clause) -> None:
    """Files were taken as the clause asked; under another clause they might say too much, or too little."""
    if deliverable.pk and kept(deliverable) and clause.evidence != deliverable.clause.evidence:
        sentence = _("两个条款的佐证要求不同，请先移除已上传的材料，再改换条款")
        raise InvalidError("other_evidence", sentence, field="clause")


def kept(deliverable: Deliverable) -> list[Attachment]:
    """What has not been taken out again."""
    return list(deliverable.attachments.filter(removed_at=None)) if deliverable.pk else []
