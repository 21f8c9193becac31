"""Is this paper genuine, and does it hold on a day? Answers for anyone who holds a paper."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from zhunru.documents import asking, codes, kinds, queries
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Document


class Standing(TextChoices):
    """What a paper is worth on a given day."""

    VALID = "valid", _("有效")
    PARTLY = "partly", _("部分有效")
    PROVISIONAL = "provisional", _("先行登记，尚未批准")
    NOT_YET = "not_yet", _("尚未生效")
    SUSPENDED = "suspended", _("已暂停")
    EXPIRED = "expired", _("已到期")
    WITHDRAWN = "withdrawn", _("已撤销")
    SUPERSEDED = "superseded", _("已被取代")
    LAPSED = "lapsed", _("已失效")
    VOIDED = "voided", _("已作废")


@dataclass(frozen=True, slots=True)
class Part:
    """One of several matters of a paper for which it does not hold that day: `by` says why and since when."""

    title: str
    code: str
    rests: bool
    """It is suspended; otherwise `by` has ended it or taken this paper's place."""
    since: date
    by: Document


@dataclass(frozen=True, slots=True)
class Answer:
    """A paper and what it is worth; `suspension` is the paper by which its matter rests.

    A split lets several matters in: `parts` are those for which it does not hold.
    """

    document: Document
    standing: Standing
    suspension: Document | None = None
    parts: list[Part] = field(default_factory=list)

    @property
    def label(self) -> str:
        return str(self.standing.label)

    @property
    def admits(self) -> bool:
        """Whether with this kind of paper a matter may enter villages at all."""
        return KINDS[self.document.kind].admits

    @property
    def agreed(self) -> bool:
        """Whether two sides sealed it: it binds them, and nobody else."""
        return KINDS[self.document.kind].sides > 1


def look_up(typed: str, today: date, number: str = "") -> Answer | None:
    """The paper of this code, None where there is none; forgives how code and number were typed.

    With a number that is another paper's, and with a code that cannot be one, the same question is asked and finds
    nothing: neither answer nor time tells which it was.
    """
    found = known().filter(code=codes.normalise(typed) or "")
    if number.strip():
        found = found.filter(number=asking.number_meant(number))
    paper = found.first()
    return answer(paper, today) if paper else None


def known() -> QuerySet[Document]:
    """All papers, each with what an answer needs."""
    return Document.objects.select_related("organisation", "seal", "ended_by")


def answer(document: Document, day: date) -> Answer:
    """A paper holds within its term, unless another paper has ended it or its matter rests."""
    worth = standing(document, day)
    if worth != Standing.VALID or not KINDS[document.kind].admits:
        return Answer(document, worth)
    successors = document.facts.get("successors") or []
    codes = [one["code"] for one in successors] or [document.facts["matter_code"]]
    resting = queries.suspensions_of(codes, day)
    if successors:
        return _of_parts(document, successors, resting, day)
    suspension = resting.get(document.facts["matter_code"])
    return Answer(document, Standing.SUSPENDED if suspension else worth, suspension)


def _of_parts(document: Document, successors: list[dict[str, Any]], resting: dict[str, Document], day: date) -> Answer:
    """Each part of a split rests and leaves by itself."""
    codes = [one["code"] for one in successors]
    gone = {code: by for code, by in queries.replaced_in(document, codes).items() if _since(by) <= day}
    parts = [
        Part(one["title"], one["code"], rests=one["code"] not in gone, since=_since(by), by=by)
        for one in successors
        if (by := gone.get(one["code"]) or resting.get(one["code"]))
    ]
    if not parts:
        return Answer(document, Standing.VALID)
    return Answer(document, Standing.PARTLY if len(parts) < len(codes) else Standing.SUSPENDED, parts=parts)


def _since(paper: Document) -> date:
    return _day(paper.facts.get("suspended_on")) or paper.issued_on


def standing(document: Document, day: date) -> Standing:
    """From the paper alone: an ended paper is ended from the day on which it ended."""
    if document.ended_on and document.ended_on <= day:
        return Standing(document.status)
    provisional = document.kind == kinds.PROVISIONAL.name
    starts, ends = _day(document.facts.get("starts_on")), last_day(document)
    if starts and day < starts:
        return Standing.NOT_YET
    if ends and ends < day:
        return Standing.LAPSED if provisional else Standing.EXPIRED
    return Standing.PROVISIONAL if provisional else Standing.VALID


def last_day(document: Document) -> date | None:
    """The last day of its term: as its facts say, or so many days after it was issued as its kind allows."""
    days = KINDS[document.kind].validity_days
    if days is not None:
        return document.issued_on + timedelta(days=days - 1)
    return _day(document.facts.get("ends_on"))


def _day(written: Any) -> date | None:
    return date.fromisoformat(written) if written else None
