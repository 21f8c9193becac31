"""Versions of an office's own templates: one being drafted, one in use, those before them."""

import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, FaultsError, NotAllowedError
from zhunru.core.roles import OFFICE_ROLES, Role
from zhunru.core.workflow import stale
from zhunru.documents.kinds import Kind
from zhunru.documents.kinds.declaration import PaperFacts
from zhunru.documents.models import Document, TemplateVersion
from zhunru.documents.templating import reading

Status = TemplateVersion.Status


def in_use(kind: Kind) -> TemplateVersion | None:
    """The office's own, None where the supplied one holds."""
    found: TemplateVersion | None = TemplateVersion.objects.filter(kind=kind.name, status=Status.PUBLISHED).first()
    return found


def source_in_use(kind: Kind) -> str:
    """Empty where the supplied one holds, as it always does for slips."""
    template = in_use(kind) if kind.series else None
    return template.source if template else ""


def draft_of(kind: Kind) -> TemplateVersion | None:
    """The version being drafted."""
    found: TemplateVersion | None = TemplateVersion.objects.filter(kind=kind.name, status=Status.DRAFT).first()
    return found


@transaction.atomic
def save(kind: Kind, source: str, *, note: str, version: int | None, actor: Actor) -> TemplateVersion:
    """Keep the draft as typed, faults and all. `version`: what was read, None for a first; DomainError("stale")."""
    if not actor.has_role(*OFFICE_ROLES):
        raise NotAllowedError("role", _("只有社会工作部可以修改文书模板"))
    draft = TemplateVersion.objects.select_for_update().filter(kind=kind.name, status=Status.DRAFT).first()
    if draft is None:
        last = TemplateVersion.objects.filter(kind=kind.name).aggregate(last=Max("number"))["last"] or 0
        draft = TemplateVersion(kind=kind.name, number=last + 1)
    elif draft.version != version:
        raise stale(draft)
    draft.source, draft.note = _plain(source), note
    draft.record(actor=actor, reason=gettext_lazy("保存模板草稿"))
    return draft


def _plain(source: str) -> str:
    """As the supplied ones are kept: a browser sends other line ends."""
    return source.replace("\r\n", "\n").rstrip() + "\n"


@transaction.atomic
def publish(kind: Kind, *, version: int, actor: Actor, today: datetime.date) -> TemplateVersion:
    """The draft is used from the next paper on; papers issued before stay as they are.

    FaultsError where it cannot be a template, DomainError where there is no draft or it has changed meanwhile.
    """
    if not actor.has_role(Role.SOCIAL_WORK_HEAD):
        raise NotAllowedError("role", _("只有社会工作部负责人可以启用文书模板"))
    draft = TemplateVersion.objects.select_for_update().filter(kind=kind.name, status=Status.DRAFT).first()
    if draft is None:
        raise DomainError("no_draft", _("没有待启用的模板草稿"))
    if draft.version != version:
        raise stale(draft)
    refuse_faults(draft.source, kind)
    _retire(kind, actor)
    draft.status, draft.published_on = Status.PUBLISHED, today
    draft.record(actor=actor, reason=gettext_lazy("启用模板"))
    return draft


@transaction.atomic
def restore(kind: Kind, *, actor: Actor) -> None:
    """Back to the supplied template. DomainError where it is in use anyway."""
    if not actor.has_role(Role.SOCIAL_WORK_HEAD):
        raise NotAllowedError("role", _("只有社会工作部负责人可以停用文书模板"))
    if not _retire(kind, actor):
        raise DomainError("no_template", _("正在使用的就是系统提供的模板"))


def _retire(kind: Kind, actor: Actor) -> bool:
    former = TemplateVersion.objects.select_for_update().filter(kind=kind.name, status=Status.PUBLISHED).first()
    if former is None:
        return False
    former.status = Status.RETIRED
    former.record(actor=actor, reason=gettext_lazy("停用模板"))
    return True


def refuse_faults(source: str, kind: Kind) -> None:
    """FaultsError that names every fault, where there is one."""
    if found := reading.faults(source, kind):
        said = [{"field": "source", "detail": _told(fault)} for fault in found]
        raise FaultsError("template_faults", _("模板有%(count)d处错误，请先改正") % {"count": len(found)}, said)


def _told(fault: reading.Fault) -> str:
    return _("第%(line)d行：%(detail)s") % {"line": fault.line, "detail": fault.detail} if fault.line else fault.detail


def sample(kind: Kind, number: str = "") -> PaperFacts:
    """The facts of the latest paper of this kind, or of the one with this number, to show a template with."""
    papers = Document.objects.filter(kind=kind.name)
    found = (papers.filter(number=number) if number else papers).order_by("-id").first()
    if found is None:
        field = "number" if number else None
        raise DomainError("no_sample", _("没有找到这一文种的文书，无法用实际内容预览"), field=field)
    try:
        return kind.facts.model_validate(found.facts)
    except DomainError as error:  # what its register keeps is not all that it said
        raise DomainError("no_sample", _("这一文种的登记内容不足以重新排版，无法预览")) from error


def sample_or_why(kind: Kind, number: str = "") -> tuple[PaperFacts | None, str]:
    """The same, or why there is none."""
    try:
        return sample(kind, number), ""
    except DomainError as error:
        return None, error.message
