from functools import reduce
from operator import or_
from typing import Any, ClassVar, TypeVar

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.functional import Promise

from zhunru.core import history
from zhunru.core.actors import Actor

T = TypeVar("T", bound=models.Model)


def one_of(field: str, *values: str) -> models.Q:
    """`field` is one of `values`, for constraints of townships' tables.

    PostgreSQL writes an IN over text anew each time that it is copied, so that a copy would look different.
    """
    return reduce(or_, (models.Q(**{field: value}) for value in values))


class TrackedQuerySet(models.QuerySet[T]):
    """Reads as usual; writes that would pass by the history are refused."""

    def update(self, **_: Any) -> int:
        raise TypeError(f"{self.model.__name__} is tracked: change each row with record()")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError(f"{self.model.__name__} is tracked: rows are ended, never deleted")


class Tracked(models.Model):
    """A row whose every change is kept: what changed, who changed it and why."""

    version = models.PositiveIntegerField(default=0, editable=False)
    """Counts the changes; a client that saves an older version is told so."""

    objects: ClassVar[Any] = models.Manager.from_queryset(TrackedQuerySet)()
    history = history.records()

    class Meta:
        abstract = True

    def record(self, *, actor: Actor, reason: str | Promise) -> None:
        """Save, signed by `actor`. Domain code calls this instead of `save`.

        The reason is kept in the county's language, whatever language the actor reads.
        """
        self._history_user = actor
        with translation.override(settings.LANGUAGE_CODE):
            self._change_reason = str(reason)
        self.version += 1
        self.save()

    def delete(self, *_: Any, **__: Any) -> tuple[int, dict[str, int]]:
        raise TypeError(f"{type(self).__name__} is tracked: rows are ended, never deleted")
