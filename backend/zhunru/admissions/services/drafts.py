"""Drafts: begun, changed as typed, never lost."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.admissions import schemas
from zhunru.admissions.models import Application
from zhunru.configuration import queries as configuration
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.roles import DEPARTMENT_ROLES
from zhunru.core.workflow import stale


def draft_application(*, actor: Actor, data: schemas.ApplicationIn, client_key: UUID | None) -> Application:
    """Begin a draft for the actor's department (rule A-01); the same key sent again gives the same draft."""
    if not actor.has_role(*DEPARTMENT_ROLES) or actor.organisation_id is None:
        raise NotAllowedError("role", _("只有县直部门可以申请事项准入"))
    if known := _sent_before(actor, client_key):
        return known
    application = Application(
        department_id=actor.organisation_id,
        drafted_by_id=actor.person,
        drafted_for_id=actor.acts_for,
        client_key=client_key,
        **_columns(data),
    )
    try:
        with transaction.atomic():
            application.record(actor=actor, reason=gettext_lazy("新建申请"))
    except IntegrityError:  # the same key, sent at the same moment, was faster
        if known := _sent_before(actor, client_key):
            return known
        raise
    return application


def _sent_before(actor: Actor, client_key: UUID | None) -> Application | None:
    if client_key is None:
        return None
    found: Application | None = Application.objects.filter(drafted_by_id=actor.user_id, client_key=client_key).first()
    return found


def edit_application(application: Application, *, actor: Actor, data: schemas.ApplicationPatch) -> Application:
    """Change a draft; raises DomainError `stale` when somebody else was faster, `locked` once it is filed."""
    if not actor.has_role(*DEPARTMENT_ROLES):
        raise NotAllowedError("role", _("只有申请单位可以修改申请"))
    with transaction.atomic():
        locked = Application.objects.select_for_update().get(pk=application.pk)
        if not locked.editable:
            raise DomainError("locked", _("申请已提交，不能再修改"))
        if locked.version != data.version:
            raise stale(locked)
        for name, value in _columns(data, locked).items():
            setattr(locked, name, value)
        locked.record(actor=actor, reason=gettext_lazy("修改申请"))
    return locked


MONEY_AND_DAYS = {"legal_bases", "parts", "funding_due", "demands", "hit_answers"}
"""Columns that keep JSON: what came in, as JSON keeps it."""


def _columns(data: schemas.ApplicationIn, former: Application | None = None) -> dict[str, Any]:
    """The columns that were sent; JSON and codes as the database keeps them."""
    former_type = former.object_type if former else data.object_type
    sent = data.model_dump(exclude_unset=True, exclude={"version"})
    written = data.model_dump(mode="json", include=MONEY_AND_DAYS & data.model_fields_set)
    if "funding_amount" in sent:
        written["funding_amount"] = data.funding_amount  # money is text on the wire only
    if "scope" in sent:
        written["scope"] = sorted(set(data.scope))
    if "concerns" in sent:
        written["concerns"] = sorted(set(data.concerns))
    if "extras" in sent:
        written["extras"] = _extras(data, sent.get("object_type") or former_type)
    return sent | written


def _extras(data: schemas.ApplicationIn, object_type: str) -> dict[str, Any]:
    """The section of the object type, as far as it is filled in; InvalidError at the field that is wrong."""
    schema = configuration.current().values.extra_schema(object_type)
    known = {field.name for field in schema.fields}
    values = {name: value for name, value in data.extras.items() if name in known}
    for name, fault in schema.faults(values, complete=False).items():
        raise InvalidError("extras", fault, field=f"extras.{name}")
    return schema.cleaned(values)
