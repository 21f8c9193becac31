"""What an approval brings into being: new matters that wait for their paper."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions.models import Application, Delivery, Lineage, Matter, RequestKind
from zhunru.admissions.services import delivering
from zhunru.admissions.services.contents import content_of
from zhunru.configuration.choices import Category
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.divisions.models import County

K = RequestKind
LETTERS = {
    "work_matter": "SX", "mechanism": "JG", "signboard": "PZ", "ledger": "TZ", "survey": "DC",
    "inspection": "JC", "contest": "CJ", "app": "XT", "training": "PX",
}  # fmt: skip


def found(application: Application, *, conditions: list[str], actor: Actor) -> None:
    """On approval: the new matters, waiting for their paper. Other kinds change a matter that is there."""
    if application.kind == K.SPLIT:
        for place, part in enumerate(application.parts, start=1):
            _found_part(application, part, place, conditions=conditions, actor=actor)
    elif application.kind == K.MERGE or (application.kind == K.ADMIT and application.category != Category.URGENT):
        _found_one(application, conditions=conditions, actor=actor)


def _found_one(application: Application, *, conditions: list[str], actor: Actor) -> None:
    matter = Matter(
        code=code_of(application),
        application=application,
        department_id=application.department_id,
        conditions=conditions,
        **content_of(application),
    )
    _keep(matter, application, actor=actor)


def _found_part(
    application: Application, part: dict[str, Any], place: int, *, conditions: list[str], actor: Actor
) -> None:
    content = content_of(application) | {
        "title": part["title"],
        "village_duty": part["village_duty"],
        "person_days": part["person_days"] or application.person_days,
        "scope": part["scope"] or application.scope,
    }
    if part["funding_amount"]:
        content |= {"funding_amount": part["funding_amount"], "funding_due": []}
    matter = Matter(
        code=f"{code_of(application)}-{place}",
        application=application,
        department_id=application.department_id,
        conditions=conditions,
        **content,
    )
    _keep(matter, application, actor=actor)


def _keep(matter: Matter, application: Application, *, actor: Actor) -> None:
    if matter.starts_on is None:
        raise DomainError("incomplete", _("请填写开始日期"), field="starts_on")
    matter.record(actor=actor, reason=gettext_lazy("决定同意准入"))
    Lineage.objects.bulk_create(
        Lineage(predecessor_id=id, successor=matter, kind=application.kind) for id in application.concerns
    )
    delivering.owe(matter, Delivery.Kind.ENTER, waiting=True)


def code_of(application: Application) -> str:
    """Permanent: county, object type, the application's number."""
    return f"{County.objects.get().code}-{LETTERS[application.object_type]}-{application.pk:04d}"
