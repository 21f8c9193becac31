"""What a department answers for, edition by edition (clause 4.1)."""

from datetime import date
from typing import Any

from django.db.models import Q

from zhunru.lists.models import Edition, Entry


def of_department(department: str, since: date, until: date) -> dict[str, Any]:
    """Each entry that names the department as leading or supporting, in every edition in force in that time."""
    editions = list(
        Edition.objects.filter(
            Q(ends_on=None) | Q(ends_on__gt=since), status=Edition.Status.PUBLISHED, effective_on__lte=until
        ).order_by("kind", "number")
    )
    named = Q(lead_department=department) | Q(supporting_departments__contains=department)
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for entry in Entry.objects.filter(named, edition__in=editions, removed=False).order_by("kind", "code", "edition"):
        row = rows.setdefault((entry.kind, entry.code), {"kind": entry.kind, "code": entry.code, "duties": {}})
        row["title"] = entry.title
        row["duties"][entry.edition_id] = entry.village_duty or entry.title
    return {
        "department": department,
        "since": since,
        "until": until,
        "editions": editions,
        "rows": list(rows.values()),
    }
