"""Where a paper holds and what it is about, in few words."""

from django.utils.translation import gettext as _

from zhunru.documents.models import Document
from zhunru.documents.verification import Answer
from zhunru.documents.wording import quoted

FEW = 3
"""So many villages of one township are named; more are counted."""


def where(document: Document) -> str:
    """`吉雄镇扎庆居委会`, `吉雄镇4个村（社区）`, `全县9个乡镇43个村（社区）`."""
    scope = document.facts["scope"]
    count = sum(len(township["villages"]) for township in scope)
    if len(scope) == 1:
        villages = "、".join(scope[0]["villages"]) if count <= FEW else _villages(count)
        return f"{scope[0]['name']}{villages}"
    if document.facts.get("whole_county"):
        return _("全县%(townships)s个乡镇%(villages)s") % {"townships": len(scope), "villages": _villages(count)}
    return _("%(townships)s个乡镇%(villages)s") % {"townships": len(scope), "villages": _villages(count)}


def _villages(count: int) -> str:
    return _("%(count)s个村（社区）") % {"count": count}


def what(answer: Answer) -> str:
    """The matter in quotation marks; of a split those of its matters for which the paper holds."""
    facts = answer.document.facts
    gone = {part.code for part in answer.parts}
    titles = [one["title"] for one in facts.get("successors") or [] if one["code"] not in gone]
    return "、".join(quoted(title) for title in titles or [facts["matter_title"]])
