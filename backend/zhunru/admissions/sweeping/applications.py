"""Applications by time: silence at the counter, corrections that do not come, opinions that stay out."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from zhunru.admissions import deadlines, urgent
from zhunru.admissions.models import Application, Matter, Opinion, UrgentReport
from zhunru.admissions.rules.concerned import EXPECTED
from zhunru.admissions.services import consulting
from zhunru.admissions.sweeping.rows import Tally, each, overdue
from zhunru.admissions.workflow import APPLICATIONS, UNDER_WAY
from zhunru.configuration.choices import Category
from zhunru.core.actors import SYSTEM
from zhunru.workdays import clocks
from zhunru.workdays.models import Clock, Pause
from zhunru.workdays.names import ClockName

S = Application.Status
OPEN = (*UNDER_WAY, S.APPROVED)
"""Something may still come of these."""


def take_up_reports(_today: date) -> Tally:
    """What townships have registered for others and no worker has carried on."""

    def act(report: UrgentReport) -> bool:
        urgent.take_up(report.pk)
        return True

    return each(UrgentReport.objects.filter(status=UrgentReport.Status.WAITING), act)


def deem_accepted(today: date) -> Tally:
    """Rule A-03: no notice within the term counts as acceptance."""
    silent = Application.objects.filter(overdue(Application, ClockName.DEEMED_ACCEPTED, today), status=S.SUBMITTED)

    def act(application: Application) -> bool:
        APPLICATIONS.perform("deem_accepted", application, actor=SYSTEM)
        return True

    return each(silent, act)


def lapse_uncorrected(today: date) -> Tally:
    """Rule A-04: what is not mended within the term counts as withdrawn."""
    late = Application.objects.filter(overdue(Application, ClockName.CORRECTION, today), status=S.RETURNED)

    def act(application: Application) -> bool:
        APPLICATIONS.perform("lapse", application, actor=SYSTEM)
        return True

    return each(late, act)


def close_consultations(today: date) -> Tally:
    """Rule A-14: silence is no objection where configured so; elsewhere the total stands still until all have spoken.

    Only opinions on an admission: a village's receipt, its signature and its money are never taken from silence.
    """

    def act(application: Application) -> bool:
        before = _state(application)
        consulting.close(application)
        deadlines.keep_time(application)
        return _state(application) != before

    return each(_consulted(today), act)


def _consulted(today: date) -> QuerySet[Application]:
    """Where a term is over, where everybody has spoken and the clock does not know, where a pause may end."""
    label = Application._meta.label_lower
    asked = Opinion.objects.filter(application=OuterRef("pk"), purpose=Opinion.Purpose.ADMISSION, answered_at=None)
    runs = Clock.objects.filter(subject=label, name=ClockName.CONSULTATION, met_on=None).values("subject_id")
    rests = Pause.objects.filter(subject=label, reason=Pause.Reason.CONSULTATION, to_on=None).values("subject_id")
    due = Q(status__in=deadlines.CONSULTED) & (Exists(asked.filter(due_on__lt=today)) | Q(pk__in=runs) & ~Exists(asked))
    return Application.objects.filter(due | Q(pk__in=rests, status__in=(*deadlines.CONSULTED, S.APPROVED)))


def _state(application: Application) -> tuple[int, list[object]]:
    awaited = deadlines.awaited(application).count()
    return awaited, [(pause.from_on, pause.to_on) for pause in clocks.pauses_of(application)]


def end_with_matter(_today: date) -> Tally:
    """Requests about a matter that has left the villages meanwhile, and what is left of an urgent one that lapsed."""
    lapsed = Matter.objects.filter(application=OuterRef("pk"), status=Matter.Status.LAPSED)
    own = Q(Exists(lapsed), category=Category.URGENT, status__in=(S.DRAFT, *OPEN))
    about = Q(kind__in=EXPECTED, status__in=OPEN, concerns__overlap=_ended_but_asked_about())

    def act(application: Application) -> bool:
        APPLICATIONS.perform("end_with_matter", application, actor=SYSTEM)
        return True

    return each(Application.objects.filter(own | about), act)


def _ended_but_asked_about() -> list[int]:
    requests = Application.objects.filter(kind__in=EXPECTED, status__in=OPEN).values_list("concerns", flat=True)
    ids = {id for concerns in requests for id in concerns}
    return list(Matter.objects.filter(pk__in=ids, status__in=Matter.ENDED).values_list("pk", flat=True))
