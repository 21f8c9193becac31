"""The register of hosts: which host belongs to which realm.

This layer lies below the models of the register, so it asks Django for them by name; nowhere else does it.
"""

import time
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.http import Http404
from django_tenants.utils import get_tenant_domain_model, get_tenant_model

from zhunru.core.actors import COUNTY
from zhunru.tenancy.stamps import BITS

CACHE_SECONDS = 30.0


class UnknownTownshipError(LookupError):
    """No township of this name is at work: never was, or has ended."""


@dataclass(frozen=True, slots=True)
class Place:
    """A township as the register holds it."""

    id: int
    no: int
    code: str
    name: str
    schema_name: str


@dataclass(frozen=True, slots=True)
class Host:
    """What a host name stands for: the county (`township` is None) or one township."""

    realm: str
    township: Place | None


_FIELDS = ("id", "no", "code", "name", "schema_name")
_known: tuple[float, dict[str, Host]] = (0.0, {})


def host(name: str) -> Host | None:
    """The realm of a host name without port, in lower case; None if nobody works there.

    The whole register is read at most every 30 s: unknown names cost no query, and their number no memory.
    """
    global _known  # replaced as a whole, so that threads need no lock
    read_at, hosts = _known
    if time.monotonic() - read_at > CACHE_SECONDS:
        hosts = _read()
        _known = (time.monotonic(), hosts)
    return hosts.get(name)


def forget() -> None:
    """Have the next look-up read the register anew; for whoever has just changed it."""
    global _known
    _known = (0.0, {})


def township(schema_name: str) -> Place:
    """The township at work in this schema, read now. Raises UnknownTownshipError."""
    found = townships().filter(schema_name=schema_name, ended_on=None).values_list(*_FIELDS).first()
    if found is None:
        raise UnknownTownshipError(f"no township is at work in {schema_name!r}")
    return Place(*found)


def schema_of_row(id: int) -> str:
    """The schema in which the row with this stamped id lies. Http404 where no township of that number is at work."""
    found = townships().filter(no=id >> BITS, ended_on=None).values_list("schema_name", flat=True).first()
    if found is None:
        raise Http404
    return str(found)


def townships() -> QuerySet[Any]:
    """All townships, ended ones too."""
    return get_tenant_model().objects.all()  # type: ignore[no-any-return]  # django-tenants has no types


def counties() -> QuerySet[Any]:
    """The county of this installation."""
    return apps.get_model("divisions", "County")._default_manager.all()


def domains() -> QuerySet[Any]:
    """The hosts of the townships."""
    return get_tenant_domain_model().objects.all()  # type: ignore[no-any-return]  # django-tenants has no types


def _read() -> dict[str, Host]:
    rows = domains().filter(tenant__ended_on=None).values_list("domain", *(f"tenant__{f}" for f in _FIELDS))
    places = ((name, Place(*fields)) for name, *fields in rows)
    found = {name: Host(place.schema_name, place) for name, place in places}
    return found | {name: Host(COUNTY, None) for name in counties().values_list("host", flat=True)}
