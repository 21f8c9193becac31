"""Supplements: another version under the same number, begun as a copy of what is in force (P-09; clause 2.4b)."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.contracts.models import Contract, Terms
from zhunru.contracts.schemas.terms import SupplementIn
from zhunru.contracts.services.life import side_of
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role

IN_FORCE = (Contract.Status.SIGNED, Contract.Status.PERFORMING, Contract.Status.SUSPENDED)
DONE = (Terms.Status.SIGNED, Terms.Status.DISCARDED)


@transaction.atomic
def supplement(contract: Contract, *, actor: Actor, data: SupplementIn) -> Terms:
    """Begun by the department; or asked for by the village that needs more time, to be drafted by the department."""
    if not actor.has_role(Role.DEPARTMENT_CLERK, Role.VILLAGE_OFFICER):
        raise NotAllowedError("role", _("补充合同由部门经办员起草，或由承接主体提出"))
    locked: Contract = Contract.objects.select_for_update().get(pk=contract.pk)
    if locked.status not in IN_FORCE:
        raise DomainError("not_in_force", _("合同已不在履行中，不能再签订补充合同"))
    versions = list(locked.versions.order_by("no"))
    if any(version.status not in DONE for version in versions):
        raise DomainError("supplement_under_way", _("有补充合同正在商签，请先签订或者放弃"))
    last = [version for version in versions if version.status == Terms.Status.SIGNED][-1]
    made = Terms(
        contract=locked,
        department_id=locked.purchaser_id,
        no=versions[-1].no + 1,
        asked_by=side_of(actor),
        reason=data.reason,
        text=last.text,
        price=last.price,
    )
    made.record(actor=actor, reason=gettext_lazy("提出补充合同"))
    return made
