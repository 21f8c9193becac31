"""Asking for a certificate: on the list, for an office, about a person who is named nowhere else (C-01, C-03)."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.certificate_types.rules import allowed
from zhunru.certificates import rules
from zhunru.certificates.models import Certificate, Content
from zhunru.certificates.schemas import CertificateIn
from zhunru.certificates.services.printing import facts_of
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.placements.refusing import village_of


def request(*, actor: Actor, data: CertificateIn, client_key: UUID | None) -> Certificate:
    """Written down to be approved by somebody else; sent twice under one key, it is one.

    DomainError, and nothing is kept, where it is not on the list, an enterprise asks, or the text says too much.
    """
    if not actor.has_role(Role.VILLAGE_OFFICER):
        raise NotAllowedError("role", _("只有村（社区）工作人员可以登记出具证明的申请"))
    if known := _sent_before(client_key, actor):
        return known
    try:
        with transaction.atomic():
            return _written(actor, data, client_key)
    except IntegrityError:  # the same key, sent at the same moment, was faster
        if known := _sent_before(client_key, actor):
            return known
        raise


def _written(actor: Actor, data: CertificateIn, client_key: UUID | None) -> Certificate:
    listed = allowed(data.type)
    rules.is_no_enterprise(data.demander_kind)
    rules.names_nobody(data.person, demander=data.demander, use=data.use)
    certificate = Certificate(
        type=listed,
        name=listed.name,
        village=village_of(actor, data.village),
        demander=data.demander,
        demander_kind=data.demander_kind,
        use=data.use,
        requested_by_id=actor.person,
        requested_by=actor.name,
        requested_at=timezone.now(),
        client_key=client_key,
    )
    content = Content(certificate=certificate, person=data.person, text=data.text)
    facts_of(certificate, content)
    certificate.record(actor=actor, reason=gettext_lazy("登记出具证明的申请"))
    content.certificate = certificate
    content.save()
    return certificate


def _sent_before(client_key: UUID | None, actor: Actor) -> Certificate | None:
    found: Certificate | None = Certificate.objects.filter(client_key=client_key).first() if client_key else None
    if found and found.village_id not in actor.village_ids:
        raise DomainError("key_used", _("该请求已用于其他证明，请刷新页面后重试"))
    return found
