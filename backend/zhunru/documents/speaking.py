"""What a paper is worth and permits, in sentences that a village officer can read out to whoever brought it.

Each kind of paper and each standing has its words; what the facts do not say is not said.
"""

from datetime import date

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from zhunru.documents import kinds, naming
from zhunru.documents.kinds import KINDS
from zhunru.documents.verification import Answer, Standing, last_day
from zhunru.documents.wording import chinese_date, quoted

_HOLDS = (Standing.VALID, Standing.PARTLY, Standing.PROVISIONAL)
_CLAUSES = {
    Standing.VALID: gettext_lazy("现在有效。"),
    Standing.PARTLY: gettext_lazy("现在只有一部分有效。"),
    Standing.PROVISIONAL: gettext_lazy("是紧急事项先行登记，还没有批准。"),
    Standing.NOT_YET: gettext_lazy("要从%(starts)s起才有效，现在还不能用。"),
    Standing.SUSPENDED: gettext_lazy("现在暂停，恢复以前不能用。"),
    Standing.EXPIRED: gettext_lazy("期限到%(until)s为止，现在已经过期。"),
    Standing.WITHDRAWN: gettext_lazy("已经从%(since)s起撤销，现在无效。"),
    Standing.SUPERSEDED: gettext_lazy("已经从%(since)s起换成新的文书，这一份不再用。"),
    Standing.LAPSED: gettext_lazy("紧急登记没有按期获得批准，已经失效。"),
    Standing.VOIDED: gettext_lazy("已经从%(since)s起作废，现在无效。"),
}
_TELLS = {
    kinds.SUSPENSION.name: gettext_lazy("它通知的是：%(what)s暂停，恢复以前村里不承担。"),
    kinds.RESUMPTION.name: gettext_lazy("它通知的是：%(what)s恢复，仍按原来的批准文书办理。"),
    kinds.WITHDRAWAL.name: gettext_lazy("它通知的是：%(what)s已经撤销，村里不再承担。"),
    kinds.EXPIRY.name: gettext_lazy("它通知的是：%(what)s到期退出，村里不再承担。"),
    kinds.LAPSE.name: gettext_lazy("它通知的是：紧急事项%(what)s失效，村里可以停止办理。"),
    kinds.REJECTION.name: gettext_lazy("它决定的是：%(what)s不准进入村里。"),
    kinds.DEFERRAL.name: gettext_lazy("它决定的是：%(what)s暂缓，现在不能进入村里。"),
    kinds.LIST_EDITION.name: gettext_lazy("它是公布的清单，村里做什么、可以拒绝什么，按清单上写的办。"),
    kinds.CONTRACT.name: gettext_lazy(
        "它是%(buyer)s和%(seller)s自愿签订的政府购买服务合同，村里只做合同里写明的服务。"
    ),
    kinds.SUPPLEMENT.name: gettext_lazy("它是%(buyer)s和%(seller)s自愿签订的补充合同，村里只做合同里写明的服务。"),
    kinds.ACCEPTANCE.name: gettext_lazy("它只说明一期购买服务的验收情况，不要求村里做什么。"),
    kinds.CERTIFICATE.name: gettext_lazy("它是村里开的证明，只说明纸面上写的那一件事。这里不显示个人信息。"),
}


def unknown() -> str:
    """Where there is no such paper."""
    return _("查不到这份文书，可以拒绝。请先对照纸面，看看核验码和发文字号有没有输错。")


def said(answer: Answer) -> str:
    """Two to four full sentences: genuine or not, what it is worth today, what it permits, what follows."""
    gap = "" if (get_language() or "zh").startswith("zh") else " "
    return gap.join(part for part in (_worth(answer), _content(answer), _so(answer)) if part)


def _worth(answer: Answer) -> str:
    document = answer.document
    opening = _("这是演示文书，盖的是样章，没有效力；按登记，") if document.specimen else _("这份文书是真的，")
    starts = document.facts.get("starts_on")
    days = {
        "starts": starts and date.fromisoformat(starts),
        "until": last_day(document) or document.ended_on,
        "since": document.ended_on,
    }
    return opening + str(_CLAUSES[answer.standing]) % {name: day_said(day) for name, day in days.items()}


def day_said(day: date | None) -> str:
    """`2026年12月31日`, in English `2026-12-31`."""
    if day is None:
        return ""
    return chinese_date(day) if (get_language() or "zh").startswith("zh") else day.isoformat()


def _content(answer: Answer) -> str:
    """What it permits as long as it may become good again; of a paper that permits nothing, what it is."""
    document = answer.document
    if answer.admits or document.kind == kinds.PROVISIONAL.name:
        return _permits(answer) if answer.standing in (*_HOLDS, Standing.NOT_YET) else ""
    told = _TELLS.get(document.kind)
    if told is None or answer.standing not in (*_HOLDS, Standing.NOT_YET):
        return ""
    parties = {side: document.facts.get(key, {}) for side, key in (("buyer", "purchaser"), ("seller", "provider"))}
    names = {side: party["name"] for side, party in parties.items() if isinstance(party, dict) and party}
    return str(told) % {"what": quoted(document.facts["matter_title"]), **names}


def _permits(answer: Answer) -> str:
    document = answer.document
    end = last_day(document)
    told = {
        "who": document.facts["addressee"],
        "where": naming.where(document),
        "what": naming.what(answer),
        "until": day_said(end),
    }
    if document.kind == kinds.PROVISIONAL.name:
        return _("%(who)s因情况紧急，先在%(where)s开展%(what)s，最迟到%(until)s为止。") % told
    if answer.standing == Standing.PARTLY:
        return _("现在它只准许%(who)s在%(where)s开展%(what)s。") % told
    if end:
        return _("它准许%(who)s在%(where)s开展%(what)s，到%(until)s为止。") % told
    return _("它准许%(who)s在%(where)s开展%(what)s，长期有效，每年复核一次。") % told


def _so(answer: Answer) -> str:
    """What whoever holds it may ask of the village, or may not."""
    document = answer.document
    if answer.standing == Standing.SUPERSEDED and document.ended_by:
        return _("请查新的文书%(number)s。") % {"number": document.ended_by.number}
    if answer.standing not in (*_HOLDS, Standing.NOT_YET):
        return _("有人凭它要求村里做事的，可以拒绝。")
    if answer.admits or document.kind == kinds.PROVISIONAL.name:
        return _("除此以外，不能凭它要求村里做别的。")
    if document.kind in (kinds.LIST_EDITION.name, kinds.CERTIFICATE.name) or answer.agreed:
        return ""
    kind = KINDS[document.kind].label
    return _("它是%(kind)s，不是批准文书，不能凭它要求村里做事。") % {"kind": kind}
