"""Matters by time: reminders before the end, the end, papers served, legacy matters whose term is over."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions import telling
from zhunru.admissions.announcing import LABEL, NAMED_BY, by_department, is_first, named, untold
from zhunru.admissions.models import Announcement, Delivery, Matter
from zhunru.admissions.parameters import parameters_of_matter
from zhunru.admissions.sweeping.rows import Tally, alone, each
from zhunru.admissions.workflow import MATTERS
from zhunru.core.actors import SYSTEM
from zhunru.notices import services as notices
from zhunru.workdays import clocks
from zhunru.workdays.models import Clock
from zhunru.workdays.names import ClockName

M = Matter.Status
ENDS_BY = ("ends_on", "application__configuration_id")
LONGEST = timedelta(days=365)
"""No reminder comes earlier before the end."""


def expire(today: date) -> Tally:
    """Clause 2.1d: the term is over, and with it the matter; the last day still counts."""

    def act(matter: Matter) -> bool:
        MATTERS.perform("expire", matter, actor=SYSTEM)
        return True

    return each(Matter.objects.filter(status__in=(M.IN_FORCE, M.SUSPENDED, M.WITHDRAWING), ends_on__lt=today), act)


def remind(today: date) -> Tally:
    """Rule A-23: so many days before the end, each told once; of several that have come, only the nearest."""
    near = Matter.objects.filter(status__in=(M.IN_FORCE, M.SUSPENDED), ends_on__range=(today, today + LONGEST))
    told, days = _told(), _Days()
    done = Tally()
    for matter in near.select_related("application").only(*NAMED_BY, *ENDS_BY).order_by("ends_on", "pk"):
        stage = min((before for before in days.of(matter) if _left(matter, today) <= before), default=None)
        topic = f"expiry:{stage}:{matter.ends_on}"
        if stage is not None and (matter.pk, topic) not in told:
            done += _tell(matter, topic, today)
    return done


def _told() -> set[tuple[int, str]]:
    rows = Announcement.objects.filter(subject=LABEL, topic__startswith="expiry:")
    return set(rows.values_list("subject_id", "topic"))


class _Days:
    """The days before the end at which a matter's reminders come; each version of the parameters is read once."""

    def __init__(self) -> None:
        self.known: dict[int | None, list[int]] = {}

    def of(self, matter: Matter) -> list[int]:
        version = matter.application.configuration_id if matter.application else None
        if version not in self.known:
            self.known[version] = parameters_of_matter(matter).expiry_reminder_days
        return self.known[version]


def _left(matter: Matter, today: date) -> int:
    return (matter.ends_on - today).days if matter.ends_on else 0


def _tell(matter: Matter, topic: str, today: date) -> Tally:
    def act() -> bool:
        if not is_first(matter, topic, today):
            return False
        words = {"title": matter.title, "code": matter.code, "n": _left(matter, today), "on": matter.ends_on}
        notices.tell_department(
            matter.department_id,
            effect="due",
            title=_("还有 %(n)s 天到期：%(title)s（%(code)s）") % words,
            text=_("%(on)s 到期。需要延期的请及时申请；工作完成的请提交完成情况报告。") % words,
            page="matters",
            object_id=matter.pk,
        )
        return True

    return alone(act, f"reminder of {matter.pk}")


def end_service(_today: date) -> Tally:
    """Rule A-19: the papers have reached every township in scope."""
    label = Matter._meta.label_lower
    open_ones = Delivery.objects.filter(matter=OuterRef("pk")).exclude(status=Delivery.Status.DONE)
    runs = Clock.objects.filter(subject=label, name=ClockName.SERVE, met_on=None).values("subject_id")

    def act(matter: Matter) -> bool:
        last = matter.deliveries.latest("done_at")
        clocks.stop(matter, ClockName.SERVE, on=timezone.localdate(last.done_at))
        return True

    return each(Matter.objects.filter(~Exists(open_ones), pk__in=runs), act)


def tell_of_legacy(today: date) -> Tally:
    """Matters from before this system that nobody has applied for within their term: they are not quietly dropped."""
    late = Matter.objects.filter(status=M.LEGACY, readmit_by__lt=today).only(*NAMED_BY).order_by("pk")
    return sum((_tell_of(found, today) for found in by_department(late).values()), Tally())


def _tell_of(matters: list[Matter], today: date) -> Tally:
    def act() -> bool:
        new = untold(matters, "readmit", today)
        if not new:
            return False
        words = {"department": new[0].department.name, "n": len(new)}
        title = _("存量事项逾期未重新准入：%(department)s，%(n)s 项") % words
        said: dict[str, Any] = {"effect": "due", "title": title, "text": named(new), "page": "matters"}
        notices.tell_department(new[0].department_id, **said)
        telling.tell_office(**said)
        return True

    return alone(act, f"legacy matters of {matters[0].department_id}")
