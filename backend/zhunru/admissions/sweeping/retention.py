"""Papers whose time is over: their files go by the rule of their kind, and what was erased is written down."""

from datetime import date

from zhunru.admissions.sweeping.rows import Tally, each
from zhunru.documents import retention
from zhunru.documents.models import Document


def erase(today: date) -> Tally:
    return each(retention.overdue(today), lambda paper: _erased(paper, today))


def _erased(paper: Document, today: date) -> bool:
    return retention.erase(paper, today=today)


def clear_away(_today: date) -> Tally:
    """What an erasure was cut off from doing."""
    done = sum(retention.remove_files(paper) for paper in retention.left_behind())
    return Tally(done=done)
