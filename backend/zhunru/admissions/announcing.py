"""Telling once, however often the night is begun anew; and many things of one kind in one notice."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Model
from django.utils.translation import gettext as _

from zhunru.admissions.models import Announcement, Matter

LABEL = Matter._meta.label_lower
NAMED_BY = ("id", "code", "title", "department_id")
"""The columns that a notice needs: a night that looks at ten thousand matters does not read their texts."""
NAMED = 30
"""Matters named in one notice; the number tells of the rest."""


def is_first(obj: Model, topic: str, today: date) -> bool:
    """Whether this is told for the first time; notes it in the caller's transaction."""
    _note, made = Announcement.objects.get_or_create(
        subject=obj._meta.label_lower, subject_id=obj.pk, topic=topic, defaults={"told_on": today}
    )
    return made


def untold(matters: Iterable[Matter], topic: str, today: date) -> list[Matter]:
    """Those of which this has not been told; notes it of each. Two at a time: the second fails and tells nothing."""
    known = told_of(topic)
    new = [matter for matter in matters if matter.pk not in known]
    Announcement.objects.bulk_create(
        Announcement(subject=LABEL, subject_id=matter.pk, topic=topic, told_on=today) for matter in new
    )
    return new


def told_of(topic: str) -> set[int]:
    """Ids of the matters of which this has been told."""
    return set(Announcement.objects.filter(subject=LABEL, topic=topic).values_list("subject_id", flat=True))


def by_department(matters: Iterable[Matter]) -> dict[int, list[Matter]]:
    found: dict[int, list[Matter]] = defaultdict(list)
    for matter in matters:
        found[matter.department_id].append(matter)
    return found


def named(matters: list[Matter]) -> str:
    """`春灌宣传（540522-SX-0001）、…`."""
    names = _("、").join(f"{matter.title}（{matter.code}）" for matter in matters[:NAMED])
    rest = len(matters) - NAMED
    return _("%(names)s等 %(n)s 项") % {"names": names, "n": len(matters)} if rest > 0 else names
