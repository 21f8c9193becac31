"""What a department says to a refusal, and what the county rules (clause 1.3a)."""

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions import schemas
from zhunru.admissions.models import Application, RefusalCase
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError


def record_answer(case: RefusalCase, *, actor: Actor, data: schemas.CaseAnswer) -> None:
    """The department's own words, given once."""
    case.answer = data.answer
    case.answered_at = timezone.now()


def record_application(case: RefusalCase, *, actor: Actor, data: schemas.CaseApplied) -> None:
    """It will apply, or has applied: then the application is one of its own."""
    if data.application:
        own = Application.objects.filter(pk=data.application, department_id=case.department_id)
        if not own.exists():
            raise DomainError("no_application", _("请选择本部门的申请"), field="application")
        case.application_id = data.application
    record_answer(case, actor=actor, data=data)


def record_ruling(case: RefusalCase, *, actor: Actor, data: schemas.Ruling) -> None:
    if not case.answered_at:
        case.answer = _("部门逾期未答复")
        case.answered_at = timezone.now()
    case.ruling = data.ruling
    case.ruled_at = timezone.now()
