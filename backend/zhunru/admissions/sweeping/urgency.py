"""先进后批 by time (clause 2.1e, rule A-24): what is not applied for or not decided on in time lapses by itself."""

from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _

from zhunru.accounts.models import Organisation
from zhunru.admissions import schemas, telling
from zhunru.admissions.announcing import is_first, named
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.parameters import parameters_of
from zhunru.admissions.sweeping.rows import Tally, alone, each, overdue
from zhunru.admissions.workflow import APPLICATIONS, MATTERS, UNDER_WAY
from zhunru.configuration import queries as configuration
from zhunru.configuration.choices import Category
from zhunru.core.actors import SYSTEM
from zhunru.core.workflow import Remark
from zhunru.workdays import clocks
from zhunru.workdays.names import ClockName

C = ClockName
S = Application.Status
M = Matter.Status
TERMS = (C.URGENT_APPLICATION, C.URGENT_DECISION, C.URGENT_END)


def lapse(today: date) -> Tally:
    """The last day of a term is still in time; on the day after, the matter has left the villages."""
    provisional = Matter.objects.filter(application=OuterRef("pk"), status=M.PROVISIONAL)
    over = Q(Exists(provisional.filter(ends_on__lt=today)))
    for name in TERMS:
        over |= overdue(Application, name, today)
    rows = Application.objects.filter(over, Exists(provisional), category=Category.URGENT)

    def act(application: Application) -> bool:
        _lapse(application, today)
        return True

    return each(rows, act)


def _lapse(application: Application, today: date) -> None:
    """The matter with its paper, its deliveries and its notices; then what is left of the application."""
    reason = _reason(application, today)
    for matter in application.matters.filter(status=M.PROVISIONAL):
        MATTERS.perform("lapse", matter, actor=SYSTEM, data=schemas.Return(remark=reason))
    if application.status in (S.DRAFT, *UNDER_WAY, S.APPROVED):
        APPLICATIONS.perform("end_with_matter", application, actor=SYSTEM, data=Remark(remark=reason))


def _reason(application: Application, today: date) -> str:
    """Which term was missed, and when it ended."""
    terms = parameters_of(application).urgent
    late = clocks.running(application).filter(name__in=TERMS, due_on__lt=today).order_by("due_on", "id").first()
    name = late.name if late else C.URGENT_END
    words = {"on": late.due_on if late else application.matters.get().ends_on}
    if name == C.URGENT_APPLICATION:
        return _("进入后 %(n)s 个工作日内未补报申请（截至 %(on)s）") % {"n": terms.application_days, **words}
    if name == C.URGENT_DECISION:
        return _("申请后 %(n)s 个工作日内未作出决定（截至 %(on)s）") % {"n": terms.decision_days, **words}
    return _("先行进入满 %(n)s 天未获批准（截至 %(on)s）") % {"n": terms.max_calendar_days, **words}


def propose_interviews(today: date) -> Tally:
    """Departments whose urgent matters lapse again and again (A-24): the office may ask them in; once a year."""
    least = configuration.current().values.urgent.abuse_lapses
    years = sorted({(today - timedelta(days=1)).year, today.year})
    found = [
        (department, year)
        for year in years
        for department in Organisation.objects.filter(pk__in=_lapsing(year, least)).order_by("pk")
    ]
    return sum((_propose(department, year, today) for department, year in found), Tally())


def lapses(year: int) -> Q:
    """Matters that lapsed by time in `year`; what was decided against or recalled is no neglect."""
    return Q(status=M.LAPSED, withdrawal_document__issued_on__year=year, application__status=S.LAPSED)


def _lapsing(year: int, least: int) -> list[int]:
    counted = Matter.objects.filter(lapses(year)).values("department").annotate(times=Count("pk")).order_by()
    return list(counted.filter(times__gte=least).values_list("department", flat=True))


def _propose(department: Organisation, year: int, today: date) -> Tally:
    def act() -> bool:
        if not is_first(department, f"interview:{year}", today):
            return False
        matters = list(Matter.objects.filter(lapses(year), department=department).order_by("pk"))
        words = {"name": department.name, "year": year, "n": len(matters)}
        title = _("建议约谈%(name)s：%(year)s 年有 %(n)s 项紧急事项逾期失效") % words
        telling.tell_office(effect="due", title=title, text=named(matters), page="matters")
        return True

    return alone(act, f"interview of {department.pk}")
