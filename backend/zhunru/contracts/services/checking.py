"""The eligibility check of a purchase, kept whole with its contract as it was on that day (P-01, P-03, P-04, P-16)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.contracts.models import Contract
from zhunru.contracts.schemas.texts import TermsText
from zhunru.core.actors import Actor
from zhunru.core.errors import FaultsError
from zhunru.purchases import eligibility
from zhunru.purchases.checks import Asked, Check, Finding

FIELDS = {"P-03": "provider_kind"}
"""Where a finding of that rule is shown; all others are about the subject."""


def keep(contract: Contract, text: TermsText, *, actor: Actor, original: bool) -> None:
    """Check what is bought and keep the result; the original's subject and provider become the contract's.

    FaultsError at `subject`, `provider_kind` or `answers` with each reason and what it rests on.
    """
    found = eligibility.check(asked(contract, text))
    if not found.passed:
        faults = [{"field": field, "detail": detail} for field, detail in _faults(found)]
        raise FaultsError("not_eligible", _("该项目不符合购买服务的条件"), faults)
    contract.check_result = found.as_json()
    if original:
        contract.subject = text.subject
        contract.service_code = text.service_code
        contract.service_name = str((found.service or {}).get("name", ""))
        contract.provider = text.provider
    contract.record(actor=actor, reason=gettext_lazy("可购买性审查"))


def asked(contract: Contract, text: TermsText) -> Asked:
    """The purchase as the check takes it."""
    return Asked(
        subject=text.subject,
        description=text.content,
        service_code=text.service_code,
        provider_kind=text.provider_kind,
        provider=text.provider,
        village=contract.village.name,
        village_kind=contract.village.kind,
        department_id=contract.purchaser_id,
        answers={one.code: one.answer for one in text.answers if one.answer},
    )


def _faults(found: Check) -> Iterator[tuple[str, str]]:
    for finding in found.blocks:
        yield FIELDS.get(finding.rule, "subject"), _told(finding)
    for finding in found.questions:
        yield f"answers.{finding.key}", _told(finding)


def _told(finding: Finding) -> str:
    basis = _("（依据：%(basis)s）") % {"basis": finding.legal_basis} if finding.legal_basis else ""
    return f"{finding.sentence}{basis}"
