"""The night in one township's contracts: where both have agreed that silence counts, it does (P-11, domain 3.4).

Only a record of work that nobody queried, and verdicts that nobody disputed in time. Money never arrives by silence.
"""

from datetime import date
from functools import partial

from django.db import transaction
from django.dispatch import receiver

from zhunru.admissions.sweeping.rows import each
from zhunru.admissions.sweeping.townships import Counts, in_township
from zhunru.configuration import queries as configuration
from zhunru.contracts import tasks
from zhunru.contracts.models import Deliverable, Paper, Period
from zhunru.contracts.workflow.deliverables import DELIVERABLES
from zhunru.contracts.workflow.periods import PERIODS
from zhunru.core.actors import SYSTEM


@receiver(in_township)
def sweep(*, today: date, **_said: object) -> Counts:
    """Under the township's role."""
    ask_again_for_papers()
    return {"work confirmed by silence": confirm_work(today), "assessments not disputed": let_terms_lapse(today)}


def ask_again_for_papers() -> None:
    """What was asked for and has not come: the queue may have lost it; issued twice it is still one paper."""
    for id in Paper.objects.filter(status=Paper.Status.WANTED).values_list("pk", flat=True):
        transaction.on_commit(partial(tasks.ask_for_paper, id))


def confirm_work(today: date) -> int:
    """Nothing where the county has switched it off; then the purchaser must say something."""
    if not configuration.current().values.purchases.silence_confirms_deliverables:
        return 0
    rows = Deliverable.objects.filter(status=Deliverable.Status.SUBMITTED, confirm_due_on__lt=today)
    return each(rows, _confirmed).done


def let_terms_lapse(today: date) -> int:
    """Rule P-11: after the village's term its silence is consent."""
    waiting = (Period.Status.ASSESSED, Period.Status.ANSWERED)
    return each(Period.objects.filter(status__in=waiting, due_on__lt=today), _lapsed).done


def _confirmed(row: Deliverable) -> bool:
    DELIVERABLES.perform("confirm", row, actor=SYSTEM)
    return True


def _lapsed(row: Period) -> bool:
    PERIODS.perform("lapse", row, actor=SYSTEM)
    return True
