"""What a text must keep to before the village is asked to agree to it (P-02, P-03, P-05 to P-07, P-09, P-16)."""

from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _
from pydantic import ValidationError

from zhunru.contracts.models import Contract, Terms
from zhunru.contracts.rules import clauses, money, supplements
from zhunru.contracts.rules.faults import Fault
from zhunru.contracts.schemas.texts import TermsText, whole
from zhunru.core.actors import Actor
from zhunru.core.errors import FaultsError
from zhunru.core.problems import sentence_of
from zhunru.purchases.choices import PROVIDERS, Method, Side

Rule = Callable[[TermsText, Terms], Iterator[Fault]]


def faults_of(terms: Terms) -> list[Fault]:
    """Everything that stands against the text, each at its field; first its shape, then what it says."""
    if faults := _shape_faults(terms):
        return faults
    text = whole(terms.text)
    return [fault for rule in RULES for fault in rule(text, terms)]


def _shape_faults(terms: Terms) -> list[Fault]:
    try:
        whole(terms.text)
    except ValidationError as error:
        return [Fault(".".join(str(part) for part in one["loc"]), sentence_of(one)) for one in error.errors()]
    return []


def text_is_whole(terms: Terms, _actor: Actor) -> None:
    """Rules P-02, P-03, P-05 to P-07, P-09 and P-16: nothing is missing and nothing is against the rules."""
    if faults := faults_of(terms):
        raise FaultsError("invalid", _("合同文本还有需要改正的内容"), [fault._asdict() for fault in faults])


def text_is_readable(terms: Terms) -> None:
    """Every field is of its shape, whatever the rules say to it."""
    if faults := _shape_faults(terms):
        raise FaultsError("invalid", _("合同文本还有需要改正的内容"), [fault._asdict() for fault in faults])


def weights_of(terms: Terms) -> dict[str, Decimal]:
    """How much the weights of each side come to as far as they have been typed."""
    found = {side.value: Decimal(0) for side in Side}
    for clause in terms.text.get("clauses", ()):
        if clause.get("assessable") and clause.get("side") in found:
            found[clause["side"]] += _typed(clause.get("weight", ""))
    return found


def _typed(weight: str) -> Decimal:
    try:
        read = Decimal(weight.strip() or 0)
    except InvalidOperation:
        return Decimal(0)
    return read if read.is_finite() and abs(read) < 1000 else Decimal(0)


def provider_may_be_bought_from(text: TermsText, terms: Terms) -> Iterator[Fault]:
    """Rule P-03: a committee or a collective of this village, never a Party branch."""
    if text.provider_kind not in PROVIDERS:
        yield Fault("provider_kind", _("党组织不能作为承接主体，请选择村（居）民委员会或者农村集体经济组织"))
    elif text.provider_kind != terms.contract.provider_kind:
        yield Fault("provider_kind", _("承接主体类别与立项时不一致；确需变更的，请放弃后重新起草"))


def method_has_its_grounds(text: TermsText, terms: Terms) -> Iterator[Fault]:
    """Where procurement law applies the way of choosing the provider is told with its day (P-08)."""
    if not money.procurement_law_applies(text.price):
        return
    if text.method == Method.DIRECT:
        yield Fault("method", _("合同价款达到政府采购限额标准，不能直接委托"))
    if terms.no == 1 and text.awarded_on is None:
        yield Fault("awarded_on", _("请填写成交（中标）通知书发出日期"))
    if text.method == Method.SINGLE_SOURCE and not text.method_reason:
        yield Fault("method_reason", _("请说明采用单一来源方式的理由"))


def same_parties(text: TermsText, terms: Terms) -> Iterator[Fault]:
    """A supplement is between the same two; to buy something else is another contract."""
    contract: Contract = terms.contract
    if terms.no > 1 and text.provider != contract.provider:
        yield Fault("provider", _("补充合同不能更换承接主体"))
    if terms.no > 1 and text.subject != contract.subject:
        yield Fault("subject", _("补充合同不能更换服务项目"))


RULES: tuple[Rule, ...] = (
    provider_may_be_bought_from,
    method_has_its_grounds,
    same_parties,
    *clauses.RULES,
    *money.RULES,
    *supplements.RULES,
)
