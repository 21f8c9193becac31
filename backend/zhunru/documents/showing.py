"""What the page says of a paper: what it is worth now and on another day, what it permits, what belongs to it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from zhunru.documents import asking, codes, naming, speaking, verification
from zhunru.documents.asking import DayError
from zhunru.documents.kinds import KINDS, PROVISIONAL
from zhunru.documents.models import Document
from zhunru.documents.verification import Answer, Standing

_TONES = {Standing.VALID: "good", Standing.PARTLY: "wait", Standing.PROVISIONAL: "wait", Standing.NOT_YET: "wait"}
"""What is not named here does not hold."""
_DUTIES = ("content", "village_duty", "conditions", "funding", "no_cost_reason")


@dataclass(frozen=True, slots=True)
class On:
    """The other day that is asked for, what the paper was worth on it, or what is wrong with what was typed."""

    typed: str
    fault: str = ""
    answer: Answer | None = None
    day: date | None = None


def of(answer: Answer, today: date, asked_day: str = "") -> dict[str, Any]:
    """Everything that the template of a paper needs."""
    document = answer.document
    return {
        "answer": answer,
        "document": document,
        "facts": document.facts,
        "kind": KINDS[document.kind].label,
        "code": codes.grouped(document.code),
        "tone": _TONES.get(answer.standing, "bad"),
        "said": speaking.said(answer),
        "today": today,
        "first": verification.answer(document, document.issued_on),
        "on": _asked(document, asked_day, today),
        "permits": _permitted(answer),
        "last_day": verification.last_day(document),
        "personal": holds_personal_data(document),
        "ends": document.ends.order_by("id"),
        "corrections": [one for one in document.corrections.order_by("id") if one.status == Document.Status.VALID],
        "sealed_by": [
            document.seal.name,
            *document.cosealed.order_by("sealings__place").values_list("name", flat=True),
        ],
    }


def holds_personal_data(document: Document) -> bool:
    """Its page tells what kind of paper it is and who made it, and nothing of what stands in it."""
    return KINDS[document.kind].sealed_by == "village"


def _asked(document: Document, typed: str, today: date) -> On:
    if not typed.strip():
        return On("")
    try:
        day = asking.day_meant(typed, first=document.issued_on, last=today)
    except DayError as fault:
        return On(typed[: asking.LONGEST], fault=str(fault))
    return On(day.isoformat(), answer=verification.answer(document, day), day=day)


def _permitted(answer: Answer) -> dict[str, Any] | None:
    """What a paper lets happen, where, and what the village does; None for one that permits nothing."""
    document = answer.document
    if not answer.admits and document.kind != PROVISIONAL.name:
        return None
    facts = document.facts
    return {
        "who": facts["addressee"],
        "where": naming.where(document),
        "what": naming.what(answer),
        **{name: facts.get(name) for name in _DUTIES},
    }
