"""Contracts begun and texts written: saved as typed, told what is wrong, never lost (P-01, P-03)."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.contracts.models import Contract, Terms
from zhunru.contracts.schemas.contracts import ContractIn
from zhunru.contracts.schemas.terms import TermsEdit
from zhunru.contracts.schemas.texts import TermsDraft
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.core.workflow import stale
from zhunru.divisions.models import Village
from zhunru.divisions.naming import place_of
from zhunru.purchases.choices import PROVIDERS, ProviderKind

NAMES = {
    ProviderKind.VILLAGE_COMMITTEE: gettext_lazy("村民委员会"),
    ProviderKind.COMMUNITY_COMMITTEE: gettext_lazy("居民委员会"),
    ProviderKind.COLLECTIVE: gettext_lazy("集体经济组织"),
}


def may_draft(actor: Actor) -> int:
    """The department for which the actor drafts; NotAllowedError for whoever does not."""
    if not actor.has_role(Role.DEPARTMENT_CLERK) or actor.organisation_id is None:
        raise NotAllowedError("role", _("只有县直部门的经办员可以起草购买服务合同"))
    return actor.organisation_id


def draft_contract(village: Village, *, actor: Actor, data: ContractIn, client_key: UUID | None) -> Contract:
    """Begin a contract of the actor's department, with an empty first version; the same key gives the same contract.

    To be called where the village lies.
    """
    may_draft(actor)
    if data.provider_kind not in PROVIDERS:  # rule P-03
        sentence = _("党组织不能作为承接主体，请选择村（居）民委员会或者农村集体经济组织")
        raise InvalidError("party_branch", sentence, field="provider_kind")
    if known := _sent_before(actor, client_key):
        return known
    try:
        with transaction.atomic():
            return _begin(village, actor=actor, data=data, client_key=client_key)
    except IntegrityError:  # the same key, sent at the same moment, was faster
        if known := _sent_before(actor, client_key):
            return known
        raise


def _begin(village: Village, *, actor: Actor, data: ContractIn, client_key: UUID | None) -> Contract:
    contract = Contract(
        purchaser_id=may_draft(actor),
        purchaser=actor.organisation_name,
        village=village,
        provider_kind=data.provider_kind,
        provider=provider_of(village, data.provider_kind),
        subject=data.subject,
        client_key=client_key,
    )
    contract.record(actor=actor, reason=gettext_lazy("起草合同"))
    begun = TermsDraft(subject=data.subject, provider_kind=data.provider_kind, provider=contract.provider)
    terms = Terms(contract=contract, department_id=contract.purchaser_id, no=1, text=begun.model_dump(mode="json"))
    terms.record(actor=actor, reason=gettext_lazy("起草合同文本"))
    return contract


def provider_of(village: Village, kind: ProviderKind) -> str:
    """In full, as `甲竹林镇甲日村村民委员会`."""
    return f"{village.township.name}{place_of(village)}{NAMES[kind]}"


def _sent_before(actor: Actor, client_key: UUID | None) -> Contract | None:
    if client_key is None:
        return None
    found: Contract | None = Contract.objects.filter(client_key=client_key).first()
    if found and found.purchaser_id != actor.organisation_id:
        raise DomainError("key_used", _("该请求已用于其他合同，请刷新页面后重试"))
    return found


def write_text(terms: Terms, *, actor: Actor, data: TermsEdit) -> Terms:
    """Keep the text as typed. DomainError `stale` when somebody was faster, `locked` once it has been submitted."""
    may_draft(actor)
    with transaction.atomic():
        locked: Terms = Terms.objects.select_for_update().get(pk=terms.pk)
        if locked.status != Terms.Status.DRAFT:
            raise DomainError("locked", _("合同文本已提交，不能再修改"))
        if locked.version != data.version:
            raise stale(locked)
        locked.text = data.text.model_dump(mode="json")
        locked.record(actor=actor, reason=gettext_lazy("修改合同文本"))
    return locked
