"""Is this paper genuine, and does it hold today? Answers for anyone who holds a paper."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhunru.documents import codes, signing
from zhunru.documents.models import Document


class Standing(StrEnum):
    """What a paper is worth on a given day."""

    VALID = "valid"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


STANDING_LABELS = {
    Standing.VALID: _("有效"),
    Standing.NOT_YET: _("尚未生效"),
    Standing.EXPIRED: _("已到期"),
    Standing.WITHDRAWN: _("已撤销"),
}


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
class Answer:
    document: Document
    standing: Standing

    @property
    def label(self) -> str:
        return str(STANDING_LABELS[self.standing])


def look_up(typed: str, today: date) -> Answer | None:
    """The paper of this code, None where there is none; forgives how the code was typed."""
    code = codes.normalise(typed)
    if code is None:
        return None
    found = Document.objects.select_related("organisation", "withdrawn_by").filter(code=code).first()
    return Answer(found, standing(found, today)) if found else None


def standing(document: Document, today: date) -> Standing:
    """A withdrawn paper is withdrawn from the day on which it was withdrawn."""
    if document.withdrawn_on and document.withdrawn_on <= today:
        return Standing.WITHDRAWN
    starts, ends = (_day(document.facts.get(name)) for name in ("starts_on", "ends_on"))
    if starts and today < starts:
        return Standing.NOT_YET
    if ends and ends < today:
        return Standing.EXPIRED
    return Standing.VALID


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
