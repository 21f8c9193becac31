"""The seal keeper's act: the paper, and every step that hangs on it, in the caller's transaction."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.admissions.models import Application, Matter, RequestKind
from zhunru.admissions.models.matters import CONTENT
from zhunru.admissions.papers import admitting
from zhunru.admissions.parameters import parameters_of
from zhunru.admissions.schemas import Sealed
from zhunru.admissions.services.contents import content_of
from zhunru.admissions.workflow import MATTERS
from zhunru.configuration.choices import Category
from zhunru.core.actors import Actor
from zhunru.core.history import told
from zhunru.documents.kinds.adjustment import Change
from zhunru.documents.models import Document

K = RequestKind


def seal(application: Application, *, actor: Actor) -> None:
    """Issue the paper of an approved application and carry out what was decided."""
    if application.category == Category.URGENT and application.kind == K.ADMIT:
        _ratify(application, actor)
    else:
        _SEALING[RequestKind(application.kind)](application, actor)


def _admit(application: Application, actor: Actor) -> None:
    matter = application.matters.get()
    paper = admitting.issue_approval(matter, application, actor=actor)
    MATTERS.perform("take_effect", matter, actor=actor, data=Sealed(paper=paper.pk))
    _supersede(_predecessors(matter), paper, actor)


def _ratify(application: Application, actor: Actor) -> None:
    """The provisional matter takes over what was applied for; it holds for the urgent term at most (A-24)."""
    matter = application.matters.get()
    former, ends_on = matter.scope, last_urgent_day(application)
    for name, value in content_of(application).items():
        setattr(matter, name, value)
    matter.conditions = application.decision.conditions if application.decision else []
    matter.ends_on = ends_on
    paper = admitting.issue_approval(matter, application, actor=actor)
    sealed = Sealed(paper=paper.pk, application=application.pk, former_scope=former, ends_on=ends_on)
    MATTERS.perform("ratify", matter, actor=actor, data=sealed)


def last_urgent_day(application: Application) -> date:
    """Of what was asked for, as much as the urgent term allows, counted from the entry."""
    if application.entered_at is None:
        raise ValueError("an urgent application tells when the matter entered")
    days = parameters_of(application).urgent.max_calendar_days
    latest = timezone.localdate(application.entered_at) + timedelta(days=days)
    return min(application.ends_on or latest, latest)


def _adjust(application: Application, actor: Actor) -> None:
    matter = _concerned(application)
    former, changes = matter.scope, changes_of(matter, application)
    for name, value in content_of(application).items():
        setattr(matter, name, value)
    paper = admitting.issue_adjustment(matter, application, changes, actor=actor, former_scope=former)
    sealed = Sealed(paper=paper.pk, application=application.pk, former_scope=former)
    MATTERS.perform("adjust", matter, actor=actor, data=sealed)


def changes_of(matter: Matter, application: Application) -> list[Change]:
    """Point by point what the paper will say: before and after, in words."""
    found = []
    for name in CONTENT:
        field: Any = Matter._meta.get_field(name)
        before, after = getattr(matter, name), getattr(application, name)
        if before != after:
            words = {"before": told(field, before) or str(_("无")), "after": told(field, after) or str(_("无"))}
            found.append(Change(what=str(field.verbose_name), **words))
    return found


def _extend(application: Application, actor: Actor) -> None:
    matter = _concerned(application)
    paper = admitting.issue_extension(matter, application, actor=actor)
    MATTERS.perform("extend", matter, actor=actor, data=Sealed(paper=paper.pk, ends_on=application.ends_on))


def _merge(application: Application, actor: Actor) -> None:
    matter = application.matters.get()
    merged = _predecessors(matter)
    paper = admitting.issue_merger(matter, application, merged, actor=actor)
    carried = [one.pk for one in merged]
    MATTERS.perform("take_effect", matter, actor=actor, data=Sealed(paper=paper.pk, carried_from=carried))
    _supersede(merged, paper, actor)


def _split(application: Application, actor: Actor) -> None:
    parts, old = list(application.matters.order_by("id")), _concerned(application)
    paper = admitting.issue_split(parts, application, old, actor=actor)
    for part in parts:
        MATTERS.perform("take_effect", part, actor=actor, data=Sealed(paper=paper.pk, carried_from=[old.pk]))
    _supersede([old], paper, actor)


def _withdraw(application: Application, actor: Actor) -> None:
    MATTERS.perform("withdraw", _concerned(application), actor=actor)


def _supersede(matters: list[Matter], paper: Document, actor: Actor) -> None:
    for matter in matters:
        MATTERS.perform("supersede", matter, actor=actor, data=Sealed(paper=paper.pk))


def _predecessors(matter: Matter) -> list[Matter]:
    return [line.predecessor for line in matter.origins.select_related("predecessor__document")]


def _concerned(application: Application) -> Matter:
    found: Matter = Matter.objects.select_related("department", "document").get(pk__in=application.concerns)
    return found


_SEALING: dict[RequestKind, Callable[[Application, Actor], None]] = {
    K.ADMIT: _admit,
    K.ADJUST: _adjust,
    K.EXTEND: _extend,
    K.MERGE: _merge,
    K.SPLIT: _split,
    K.WITHDRAW: _withdraw,
}
