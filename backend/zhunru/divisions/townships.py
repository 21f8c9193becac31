"""A township comes to work, and ends; its schema stays as it is, for what happened there stays true."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from zhunru.divisions.models import County, Domain, Township
from zhunru.tenancy import register
from zhunru.tenancy.names import schema_for
from zhunru.tenancy.provision import provision


class HostTakenError(ValueError):
    """The host belongs to the county or to another township."""


@transaction.atomic
def found_township(county: County, *, code: str, name: str, host: str) -> Township:
    """Register a township and give it its schema and role, all or nothing; needs the owner's rights.

    Its number is never one that was used before: it is stamped into keys. Raises HostTakenError.
    """
    if host == county.host or Domain.objects.filter(domain=host).exists():
        raise HostTakenError(f"{host} is already somebody's host")
    last = Township.objects.aggregate(last=Max("no"))["last"] or 0
    township: Township = Township.objects.create(
        county=county, no=last + 1, code=code, name=name, schema_name=schema_for(code)
    )
    Domain.objects.create(tenant=township, domain=host, is_primary=True)
    provision(township)
    return township


def end_township(township: Township, *, on: date) -> None:
    """From now on its hosts are not found and its tasks refused; nothing is deleted."""
    township.ended_on = on
    township.save(update_fields=["ended_on"])
    register.forget()
