"""Publishing contracts as open data: a release whenever there is news of one, and what machines may read of them.

On the county's side only. A release is added to the row of those before it and never changed.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import translation

from zhunru.divisions.models import County
from zhunru.divisions.queries import public_host
from zhunru.documents.codes import public_site
from zhunru.purchases.models import Release
from zhunru.purchases.ocds.building import content
from zhunru.purchases.ocds.contract import PublicContract
from zhunru.purchases.ocds.packages import Json, Publisher, link, record
from zhunru.purchases.ocds.releasing import digest, release
from zhunru.tenancy.stamps import BITS

PAGE = 50
"""Releases or records in one package."""


@dataclass(frozen=True)
class Contract:
    """One published contract: its last release, and how many came before."""

    ocid: str
    body: Json
    earlier: int


def ocid_of(contract_id: int) -> str:
    return f"{settings.OCID_PREFIX}-{contract_id}"


@transaction.atomic
def publish(contract: PublicContract, *, contract_id: int, now: datetime) -> Release | None:
    """Add a release if `contract` says anything that the last one did not; None if there is no news.

    Two at once come one after the other, and the second finds no news. `contract_id` names the township.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [-contract_id])  # below zero nothing else locks
    ocid = ocid_of(contract_id)
    with translation.override(settings.LANGUAGE_CODE):
        said = content(contract, ocid=ocid, site=publisher().site)
    last = releases_of(ocid).last()
    sha256 = digest(said)
    if last is not None and last.sha256 == sha256:
        return None
    seq = last.seq + 1 if last else 1
    body = release(said, seq=seq, at=now, before=last.body if last else None)
    return Release.objects.create(
        ocid=ocid, contract_id=contract_id, township_id=contract_id >> BITS, seq=seq,
        published_at=now, body=body, sha256=sha256,
    )  # fmt: skip


def publisher() -> Publisher:
    return Publisher(County.objects.get().name, public_site(public_host()))


def releases_of(ocid: str) -> QuerySet[Release]:
    """Oldest first; empty for a number that was never given."""
    return Release.objects.filter(ocid=ocid).order_by("seq")


def page_of_releases(number: int) -> Page[Any]:
    """Bodies, the newest first. EmptyPage beyond the last one."""
    rows = Release.objects.order_by("-id").values_list("body", flat=True)
    return Paginator(rows, PAGE, allow_empty_first_page=False).page(number)


def page_of_contracts(number: int) -> Page[Any]:
    """Numbers of published contracts, the one published last first. EmptyPage beyond the last one."""
    first = Release.objects.filter(seq=1).order_by("-id").values_list("ocid", flat=True)
    return Paginator(first, PAGE, allow_empty_first_page=False).page(number)


def as_they_stand(ocids: list[str]) -> list[Contract]:
    """These contracts, in this order."""
    last = Release.objects.filter(ocid__in=ocids).order_by("ocid", "-seq").distinct("ocid")
    found = {row.ocid: Contract(row.ocid, row.body, row.seq - 1) for row in last}
    return [found[ocid] for ocid in ocids]


def records(ocids: list[str], by: Publisher) -> list[Json]:
    """Each contract as it stands, with links to its releases."""
    links: dict[str, list[Json]] = {ocid: [] for ocid in ocids}
    rows = Release.objects.filter(ocid__in=ocids).order_by("seq")
    named = {"said_id": F("body__id"), "said_date": F("body__date"), "said_tag": F("body__tag")}
    for row in rows.annotate(**named).values("ocid", *named):
        links[row["ocid"]].append(link(row["ocid"], row["said_id"], row["said_date"], row["said_tag"], by))
    return [record(one.body, links[one.ocid]) for one in as_they_stand(ocids)]
