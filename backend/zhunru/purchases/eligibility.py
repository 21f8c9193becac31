"""Whether a department may buy this of this village at all (rules P-01, P-03, P-04, P-16; clauses 2.4b and 2.4e).

It writes nothing. What it finds blocks, asks for an answer, or passes; each finding names what it rests on.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from zhunru.configuration import queries as configuration
from zhunru.lists import queries as lists
from zhunru.lists.models import ListKind
from zhunru.purchases import likenesses, subjects
from zhunru.purchases.checks import Asked, Check, Finding, Held
from zhunru.purchases.choices import PROVIDERS as MAY_PROVIDE
from zhunru.purchases.legal import NO_TRANSFER, PROVIDERS, STAFFING
from zhunru.purchases.models import Forbidden, Service, Waiver
from zhunru.purchases.parties import is_of_the_party
from zhunru.purchases.wording import found

STAFFING_WORDS = ("劳务派遣", "派遣 人员", "招聘", "招录", "聘用", "公益性岗位", "公益岗位", "借调")
TRANSFER_WORDS = ("转包", "分包", "再委托", "委托 第三方 实施", "转让 服务项目")
AGAINST = (ListKind.STATUTORY, ListKind.ASSIST, ListKind.NEGATIVE)


def check(asked: Asked, *, on: date | None = None) -> Check:
    """The check as of `on` (today), with every answer that `asked` brings."""
    day = on or localdate()
    threshold = float(configuration.current().values.similarity)
    service = Service.objects.filter(code=asked.service_code).first() if asked.service_code else None
    compared = likenesses.compared(asked, on=day)
    findings = [
        *subjects.of_lists(asked, on=day),
        *subjects.of_service(asked, service),
        *subjects.of_forbidden(asked, service, list(Forbidden.objects.all())),
        *_of_staffing(asked),
        *_of_provider(asked),
        *_of_transfer(asked),
    ]
    if not asked.service_code:
        findings += likenesses.questions(compared, threshold, known={finding.key for finding in findings})
    return Check(
        asked=asked,
        checked_on=day,
        threshold=threshold,
        findings=tuple(_answered(finding, asked) for finding in findings),
        editions=tuple(_editions(day)),
        service=_told(service),
        compared=compared,
    )


def _answered(finding: Finding, asked: Asked) -> Finding:
    answer = asked.answers.get(finding.key, "").strip() if finding.level == "ask" else ""
    return replace(finding, answer=answer)


def _of_staffing(asked: Asked) -> Iterator[Finding]:
    """Rule P-04: the purchaser's own staffing is no service; the office alone may find that it is something else."""
    words = found(STAFFING_WORDS, asked.subject, asked.description)
    if not words:
        yield Finding(rule="P-04", code="no_staffing", level="pass", sentence=_("未见劳务派遣、招聘用工的内容"))
        return
    waiver = _waiver(asked)
    if waiver:
        said = {"day": waiver.granted_on, "reason": waiver.reason}
        sentence = _("社会工作部已于 %(day)s 认定不属于劳务派遣、招聘用工：%(reason)s") % said
        yield Finding(
            rule="P-04", code="staffing_waived", level="pass", sentence=sentence, key="staffing",
            legal_basis=STAFFING.legal_basis, quote=STAFFING.quote, matched=words,
        )  # fmt: skip
        return
    yield Finding(
        rule="P-04",
        code="staffing",
        level="block",
        sentence=_("人员招聘、劳务派遣、设置公益性岗位不得作为购买服务；确属服务的，请报社会工作部认定"),
        key="staffing",
        legal_basis=STAFFING.legal_basis,
        quote=STAFFING.quote,
        matched=words,
    )


def _waiver(asked: Asked) -> Waiver | None:
    rows = Waiver.objects.filter(department_id=asked.department_id, subject=asked.subject, ended_on=None)
    waiver: Waiver | None = rows.first() if asked.department_id else None
    return waiver


def _of_provider(asked: Asked) -> Iterator[Finding]:
    """Rule P-03: village and community committees and rural collectives may provide, a Party branch never."""
    if is_of_the_party(asked.provider_kind, asked.provider):
        yield Finding(
            rule="P-03", code="party_branch", level="block", key="provider",
            sentence=_("村（社区）党组织不得作为承接主体，请改为村（居）民委员会或者农村集体经济组织"),
            legal_basis=PROVIDERS.legal_basis, quote=PROVIDERS.quote, matched=(asked.provider,),
        )  # fmt: skip
    elif asked.provider_kind not in MAY_PROVIDE:
        yield Finding(
            rule="P-03", code="no_provider", level="block", key="provider",
            sentence=_("承接主体应为村民委员会、居民委员会或者农村集体经济组织"),
            legal_basis=PROVIDERS.legal_basis, quote=PROVIDERS.quote,
        )  # fmt: skip
    else:
        yield Finding(rule="P-03", code="provider", level="pass", sentence=_("承接主体符合规定"))


def _of_transfer(asked: Asked) -> Iterator[Finding]:
    """Rule P-16."""
    words = found(TRANSFER_WORDS, asked.subject, asked.description)
    if words:
        yield Finding(
            rule="P-16", code="transfer", level="block", key="transfer", matched=words,
            sentence=_("服务项目不得转包、分包，请删去有关内容"), legal_basis=NO_TRANSFER.legal_basis,
            quote=NO_TRANSFER.quote,
        )  # fmt: skip
    else:
        yield Finding(rule="P-16", code="no_transfer", level="pass", sentence=_("未见转包、分包的内容"))


def _editions(day: date) -> Iterator[Held]:
    for edition in lists.editions_in_force(day).filter(kind__in=AGAINST).order_by("kind"):
        yield Held(
            list=edition.kind,
            number=edition.number or 0,
            effective_on=edition.effective_on or day,
            document_number=edition.document_number,
        )


def _told(service: Service | None) -> dict[str, Any] | None:
    if service is None:
        return None
    return {
        name: getattr(service, name) for name in ("code", "name", "parent_code", "level", "offered", "note", "source")
    }
