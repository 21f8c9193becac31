"""Telling: each call adds rows within the caller's transaction, so that nothing is told that did not happen.

A township may tell its own realm only; the database sees to that. Titles and texts are kept in the county's language,
whatever language the actor reads, and must never name a person.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise

from zhunru.core.actors import COUNTY
from zhunru.divisions.models import Village
from zhunru.notices.models import Effect, Notice

BATCH = 2_000
"""Rows inserted by one statement."""


@dataclass(frozen=True)
class _Message:
    effect: Effect
    title: str
    text: str
    page: str
    object_id: int | None

    def to(self, realm: str, *, organisation_id: int | None = None, village_id: int | None = None) -> Notice:
        return Notice(
            realm=realm,
            organisation_id=organisation_id,
            village_id=village_id,
            effect=self.effect,
            title=self.title,
            text=self.text,
            page=self.page,
            object_id=self.object_id,
        )


def tell(
    *,
    realm: str,
    effect: Effect | str,
    title: str | Promise,
    text: str | Promise = "",
    page: str = "",
    object_id: int | None = None,
    organisation_id: int | None = None,
    village_ids: Collection[int] = (),
) -> int:
    """Tell a realm: all of it, one department of the county's, or some villages of the township's.

    Returns how many notices that made: one, or one for each village.
    """
    message = _message(effect, title, text, page, object_id)
    if not village_ids:
        return _add([message.to(realm, organisation_id=organisation_id)])
    return _add(message.to(realm, village_id=village) for village in sorted(set(village_ids)))


def tell_department(
    organisation_id: int,
    *,
    effect: Effect | str,
    title: str | Promise,
    text: str | Promise = "",
    page: str = "",
    object_id: int | None = None,
) -> int:
    """Tell one department, on the county's host."""
    message = _message(effect, title, text, page, object_id)
    return _add([message.to(COUNTY, organisation_id=organisation_id)])


def tell_villages(
    codes: Iterable[str],
    *,
    effect: Effect | str,
    title: str | Promise,
    text: str | Promise = "",
    page: str = "",
    object_id: int | None = None,
) -> int:
    """Tell each of these villages (12-digit codes), whichever townships they belong to.

    ValueError for a code that is no village's: nobody would ever learn who was left out.
    """
    wanted = set(codes)
    found = list(Village.objects.filter(code__in=wanted).values_list("code", "id", "township__schema_name"))
    if unknown := wanted - {code for code, _id, _realm in found}:
        raise ValueError(f"no such village: {', '.join(sorted(unknown)[:5])}")
    message = _message(effect, title, text, page, object_id)
    return _add(message.to(realm, village_id=village) for _code, village, realm in found)


def _message(
    effect: Effect | str, title: str | Promise, text: str | Promise, page: str, object_id: int | None
) -> _Message:
    with translation.override(settings.LANGUAGE_CODE):
        return _Message(Effect(effect), str(title), str(text), page, object_id)


def _add(notices: Iterable[Notice]) -> int:
    return len(Notice.objects.bulk_create(notices, batch_size=BATCH))
