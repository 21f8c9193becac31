"""The facts compared with, and made anew from, the townships' own tables: for the owner, never within a request."""

from django.db import connection, transaction

from zhunru.divisions.models import Township
from zhunru.oversight.models import PlacementFact
from zhunru.tenancy.context import township_context

_DIFFERENCES = """
WITH f AS (
    SELECT id, matter_id, village_id, department_id, status, notified_at, entered_at, completed_at, closed_at, late_on
    FROM public.oversight_placementfact WHERE tenant_no = %s
), p AS (
    SELECT id, matter_id, village_id, department_id,
           CASE WHEN status <> 'refused' OR NOT discreet THEN status WHEN completed_at IS NOT NULL THEN 'completed'
                WHEN entered_at IS NOT NULL THEN 'entered' ELSE 'notified' END AS status,
           notified_at, entered_at, completed_at, closed_at, late_on
    FROM placements_placement
)
SELECT coalesce(p.id, f.id),
       CASE WHEN f.id IS NULL THEN 'missing' WHEN p.id IS NULL THEN 'without a placement' ELSE 'out of date' END
FROM p FULL JOIN f ON f.id = p.id
WHERE p IS DISTINCT FROM f
ORDER BY 1
"""
"""As the trigger function tells them: of a refusal that does not name its village the facts say nothing."""
_ANEW = """
INSERT INTO public.oversight_placementfact
    (tenant_no, id, matter_id, village_id, department_id, status, notified_at, entered_at, completed_at, closed_at,
     late_on)
SELECT %s, id, matter_id, village_id, department_id,
       CASE WHEN status <> 'refused' OR NOT discreet THEN status WHEN completed_at IS NOT NULL THEN 'completed'
            WHEN entered_at IS NOT NULL THEN 'entered' ELSE 'notified' END,
       notified_at, entered_at, completed_at, closed_at, late_on
FROM placements_placement
"""


def differences(township: Township) -> list[str]:
    """What the county believes of this township and is not so; one line per fact."""
    with township_context(township), connection.cursor() as cursor:
        cursor.execute(_DIFFERENCES, [township.no])
        return [f"{township.schema_name}: fact {id} is {fault}" for id, fault in cursor.fetchall()]


def rebuild(township: Township) -> None:
    """The township's facts, derived anew; whoever writes placements meanwhile waits."""
    with township_context(township), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE placements_placement IN SHARE MODE")
        PlacementFact.objects.filter(township_id=township.no).delete()
        cursor.execute(_ANEW, [township.no])


def strangers() -> list[str]:
    """Facts of townships that there are not; one line for each."""
    known = Township.objects.values("no")
    found = PlacementFact.objects.exclude(township_id__in=known).order_by("id")
    return [f"no township {fact.township_id}: fact {fact.pk} is without a placement" for fact in found]


def forget_strangers() -> None:
    PlacementFact.objects.exclude(township_id__in=Township.objects.values("no")).delete()
