"""What must hold when both sides agree and sign (clauses 2.2b and 2.4b; rules P-02 and P-08)."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.configuration import queries as configuration
from zhunru.contracts.models import Contract, Terms
from zhunru.contracts.rules.money import procurement_law_applies
from zhunru.contracts.schemas.texts import whole
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError

C = Contract.Status


def is_not_its_submitter(terms: Terms, actor: Actor) -> None:
    """Four eyes: who submitted the text does not sign it."""
    if submitter_of(terms) in actor.persons:
        raise DomainError("four_eyes", _("提交合同文本的人不能签订，请由另一位负责人签订"))


def submitter_of(terms: Terms) -> int | None:
    """Who last submitted the text; only that step leads into the review."""
    submitted = terms.history.filter(status=Terms.Status.REVIEW).order_by("-history_id").first()
    return submitted.history_user_id if submitted else None


def is_signed_in_time(terms: Terms, _actor: Actor) -> None:
    """Rule P-08: within thirty days of the award, where procurement law applies (article 46)."""
    text = whole(terms.text)
    if terms.no > 1 or text.awarded_on is None or not procurement_law_applies(text.price):
        return
    days = configuration.current().values.purchases.sign_within_days
    if timezone.localdate() > text.awarded_on + timedelta(days=days):
        raise DomainError("too_late", _("已超过成交（中标）通知书发出后 %(n)s 天的签订期限") % {"n": days})


def term_is_not_over(terms: Terms, _actor: Actor) -> None:
    """Nobody signs for a time that is past."""
    if whole(terms.text).ends_on < timezone.localdate():
        raise DomainError("term_over", _("合同期限已经届满，请退回修改"))


def contract_goes_on(terms: Terms, _actor: Actor) -> None:
    """A supplement is signed while the contract is in force."""
    if terms.no > 1 and terms.contract.status not in (C.SIGNED, C.PERFORMING, C.SUSPENDED):
        raise DomainError("not_in_force", _("合同已不在履行中，不能再签订补充合同"))
