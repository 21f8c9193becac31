"""Urgent matters as tests of time need them: entered at a moment, registered so many hours later."""

from datetime import timedelta

from django.utils import timezone

from zhunru.admissions import schemas
from zhunru.admissions.models import Matter
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.kinds import registered
from zhunru.admissions.tests.stage import Stage

ENTERED = "2026-09-28 10:00"
"""A Monday; what comes is National Day with its make-up day, see `test_urgent_time`."""


def entered(stage: Stage, at: At, moment: str = ENTERED) -> Matter:
    """Registered at that moment, an hour after it entered."""
    at(moment)
    return registered(stage)


def fresh(matter: Matter) -> Matter:
    """As the database holds it now."""
    return Matter.objects.select_related("application", "withdrawal_document").get(pk=matter.pk)


def urgent_in(stage: Stage, *, hours: float, **changed: object) -> schemas.UrgentIn:
    data = {
        "title": "汛期堤段巡查",
        "urgent_ground": "natural_disaster",
        "entered_at": timezone.now() - timedelta(hours=hours),
        "village_duty": "发现险情立即报告",
        "contact_name": "演示联系人",
        "contact_phone": "0893-0000000",
        "not_secret": True,
        "scope": [village.code for village in stage.villages(0)],
    }
    return schemas.UrgentIn.model_validate(data | changed)
