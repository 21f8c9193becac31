"""What the townships are owed: one delivery per township and act."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from zhunru.admissions.models import Delivery, Matter
from zhunru.divisions.models import Village
from zhunru.documents.models import Document


def owe(
    matter: Matter,
    kind: Delivery.Kind,
    *,
    scope: list[str] | None = None,
    waiting: bool = False,
    provisional: bool = False,
    carried_from: Iterable[Matter] = (),
) -> None:
    """One delivery per township in scope, with the codes of its villages and what it must know.

    `carried_from`: matters whose placements go on in this one (clause 1.3c 宜并则并、宜分则分).
    """
    by_township: dict[tuple[int, str], list[str]] = defaultdict(list)
    villages = Village.objects.filter(code__in=matter.scope if scope is None else scope)
    for village in villages.select_related("township"):
        by_township[village.township_id, village.township.schema_name].append(village.code)
    facts = delivery_facts(matter, carried_from=carried_from) | {"provisional": provisional}
    Delivery.objects.bulk_create(
        Delivery(
            matter=matter,
            township_id=township_id,
            schema_name=schema_name,
            kind=kind,
            status=Delivery.Status.WAITING if waiting else Delivery.Status.PENDING,
            revision=matter.version,
            village_codes=sorted(codes),
            facts=facts,
        )
        for (township_id, schema_name), codes in sorted(by_township.items())
    )


def release(matter: Matter, *, carried_from: Iterable[Matter] = ()) -> None:
    """The paper is sealed: what waited for it sets out (clause 2.1c)."""
    matter.deliveries.filter(kind=Delivery.Kind.ENTER, status=Delivery.Status.WAITING).update(
        status=Delivery.Status.PENDING, facts=delivery_facts(matter, carried_from=carried_from)
    )


def delivery_facts(matter: Matter, *, carried_from: Iterable[Matter] = ()) -> dict[str, Any]:
    """What a township is told: `placements.deliveries.Told` reads it."""
    return {
        "matter": matter.pk,
        "code": matter.code,
        "title": matter.title,
        "department": matter.department.name,
        "department_id": matter.department_id,
        "village_duty": matter.village_duty,
        "funding": str(matter.funding_amount or 0),
        "starts_on": matter.starts_on.isoformat(),
        "ends_on": matter.ends_on.isoformat() if matter.ends_on else None,
        "provisional": False,
        "carried_from": [one.pk for one in carried_from],
        "villages": matter.scope,
        "approval": _reference(matter.document),
        "withdrawal": _reference(matter.withdrawal_document),
        "withdrawal_reasons": matter.withdrawal_reasons,
    }


def _reference(document: Document | None) -> dict[str, Any] | None:
    return {"id": document.pk, "number": document.number, "code": document.code} if document else None
