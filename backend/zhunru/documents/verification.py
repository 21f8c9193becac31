"""Is this paper genuine, and does it hold today? Answers for anyone who holds a paper."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from zhunru.documents import codes, kinds, queries, signing
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


class FileAnswer(StrEnum):
    """What a file is, compared with the register."""

    SAME = "same"
    """Byte by byte the issued file, and its signature holds."""
    CHANGED = "changed"
    """Signed once, but changed afterwards."""
    OTHER = "other"
    """Signed here and unchanged, but it is another paper."""
    UNSIGNED = "unsigned"
    """No signature of ours at all."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several matters of a paper for which it does not hold today: `by` says why and since when."""

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


def look_up(typed: str, today: date) -> Answer | None:
    """The paper of this code, None where there is none; forgives how the code was typed."""
    code = codes.normalise(typed)
    if code is None:
        return None
    found = Document.objects.select_related("organisation", "seal", "ended_by").filter(code=code).first()
    return answer(found, today) if found else None


def answer(document: Document, today: date) -> Answer:
    """A paper holds within its term, unless another paper has ended it or its matter rests."""
    worth = standing(document, today)
    if worth != Standing.VALID or not KINDS[document.kind].admits:
        return Answer(document, worth)
    if successors := document.facts.get("successors"):
        return _of_parts(document, successors, today)
    suspension = queries.suspensions_of([document.facts["matter_code"]], today).get(document.facts["matter_code"])
    return Answer(document, Standing.SUSPENDED if suspension else worth, suspension)


def _of_parts(document: Document, successors: list[dict[str, Any]], today: date) -> Answer:
    """Each part of a split rests and leaves by itself."""
    codes = [one["code"] for one in successors]
    gone, resting = queries.replaced_in(document, codes), queries.suspensions_of(codes, today)
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


def standing(document: Document, today: date) -> Standing:
    """From the paper alone: an ended paper is ended from the day on which it ended."""
    if document.ended_on and document.ended_on <= today:
        return Standing(document.status)
    provisional = document.kind == kinds.PROVISIONAL.name
    starts, ends = (_day(document.facts.get(name)) for name in ("starts_on", "ends_on"))
    if starts and today < starts:
        return Standing.NOT_YET
    if ends and ends < today:
        return Standing.LAPSED if provisional else Standing.EXPIRED
    return Standing.PROVISIONAL if provisional else Standing.VALID


def _day(written: Any) -> date | None:
    return date.fromisoformat(written) if written else None


def check_file(document: Document, content: bytes) -> FileAnswer:
    """Compare a file with the issued one: by hash first, by its signature where that differs."""
    found = signing.verify(content)
    if hashlib.sha256(content).hexdigest() == document.sha256 and found.holds:
        return FileAnswer.SAME
    if found.holds:
        return FileAnswer.OTHER
    return FileAnswer.CHANGED if found.signed else FileAnswer.UNSIGNED
