"""Status changes declared as data.

An app lists its steps in `workflow.py`. A step says who may take it, from which
statuses to which, what must hold first (guards) and what else happens (effect).
Routes, the buttons a user sees and the tables in the manual all come from that list.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.db import transaction
from django.dispatch import Signal
from django.utils import translation
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from ninja import Schema

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.models import Tracked
from zhunru.core.roles import Role
from zhunru.core.text import Text

step_taken = Signal()
"""Sent inside the transaction with sender=model, step, obj, actor, data."""


class Remark(Schema):
    """What comes with a step; the remark becomes part of the history's reason."""

    remark: Text = ""
    version: int | None = None
    """The version of the row that the actor has seen; an older one is refused."""


@dataclass(frozen=True)
class Branch[M: Tracked]:
    """A step whose target depends on the row: `choose` names one of `targets`."""

    targets: tuple[str, ...]
    choose: Callable[[M], str]


@dataclass(frozen=True, kw_only=True)
class Step[M: Tracked]:
    name: str
    label: str | Promise
    source: tuple[str, ...]
    target: str | Branch[M]
    by: tuple[Role, ...]
    guards: tuple[Callable[[M, Actor], None], ...] = ()
    effect: Callable[..., None] | None = None
    data: type[Remark] = Remark
    at_will: bool = False
    """May be taken, but nobody waits for it: it is on no to-do list."""

    @property
    def targets(self) -> tuple[str, ...]:
        """Every status it can lead to."""
        return self.target.targets if isinstance(self.target, Branch) else (self.target,)

    def target_of(self, obj: M) -> str:
        """The status it leads `obj` to."""
        return self.target.choose(obj) if isinstance(self.target, Branch) else self.target


class Workflow[M: Tracked]:
    """The steps of one model, in the order in which they are usually taken."""

    def __init__(self, model: type[M], *steps: Step[M]) -> None:
        self.model = model
        self.steps = {step.name: step for step in steps}

    def __iter__(self) -> Iterator[Step[M]]:
        return iter(self.steps.values())

    def open_to(self, actor: Actor, obj: M) -> list[Step[M]]:
        """The steps `actor` may take from here, whether or not the guards let them."""
        return [s for s in self if status_of(obj) in s.source and actor.has_role(*s.by)]

    def take(self, name: str, obj: M, *, actor: Actor, data: Remark | None = None) -> M:
        """Take one step in one transaction, on a locked row, leaving a history record.

        Raises NotAllowedError (wrong role) or DomainError (status, version or a guard).
        """
        step = self.steps[name]
        if not actor.has_role(*step.by):
            raise NotAllowedError("role", _("您的角色不能执行“%(step)s”") % {"step": step.label})
        return self._perform(step, obj, actor=actor, data=data or step.data())

    def perform(self, name: str, obj: M, *, actor: Actor, data: Remark | None = None) -> M:
        """Take a step that the system carries out by itself: no role is asked for, all else holds."""
        step = self.steps[name]
        return self._perform(step, obj, actor=actor, data=data or step.data())

    def _perform(self, step: Step[M], obj: M, *, actor: Actor, data: Remark) -> M:
        """What a step writes, draws and tells is in the county's language, whatever language the actor reads."""
        with transaction.atomic():
            locked = cast("M", self.model.objects.select_for_update().get(pk=obj.pk))
            if data.version is not None and data.version != locked.version:
                raise stale(locked)
            self.check(step, locked, actor)
            with translation.override(settings.LANGUAGE_CODE):
                if step.effect:
                    step.effect(locked, actor=actor, data=data)
                _write_status(locked, step.target_of(locked))
                locked.record(actor=actor, reason=_reason(step, data))
                step_taken.send(sender=self.model, step=step, obj=locked, actor=actor, data=data)
        return locked

    def check(self, step: Step[M], obj: M, actor: Actor) -> None:
        """Raise the first reason why `step` cannot be taken now."""
        if status_of(obj) not in step.source:
            raise DomainError(
                "status",
                _("“%(status)s”状态下不能“%(step)s”，请刷新页面查看最新进展")
                % {"status": _label(obj), "step": step.label},
                status=status_of(obj),
            )
        for guard in step.guards:
            guard(obj, actor)

    def hindrance(self, step: Step[M], obj: M, actor: Actor) -> str | None:
        """Why `step` cannot be taken now, in words for the greyed button; None if it can."""
        try:
            self.check(step, obj, actor)
        except DomainError as error:
            return error.message
        return None


def stale(obj: Tracked) -> DomainError:
    """Somebody else changed the row since the actor read it."""
    return DomainError("stale", _("该记录已被他人修改，请对照最新内容后再保存"), version=obj.version)


def _reason(step: Step[Any], data: Remark) -> str | Promise:
    return format_lazy("{} {}", step.label, data.remark) if data.remark else step.label


def status_of(obj: Any) -> str:
    return str(obj.status)


def _write_status(obj: Any, status: str) -> None:
    obj.status = status


def _label(obj: Any) -> str:
    return str(obj.get_status_display())
