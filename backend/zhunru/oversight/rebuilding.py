"""What the county holds of the townships' own tables, compared and mended: for the owner, never within a request.

Facts are derived anew. What villages have said, refused and reported is added where it is missing; what the county
has made of it since is its own and stays.
"""

from django.db import connection, transaction

from zhunru.divisions.models import Township
from zhunru.oversight.models import PlacementFact
from zhunru.oversight.voices import VOICES
from zhunru.tenancy.context import township_context

_STATUS = """CASE WHEN status <> 'refused' OR NOT discreet THEN status WHEN completed_at IS NOT NULL THEN 'completed'
    WHEN entered_at IS NOT NULL THEN 'entered' ELSE 'notified' END"""
"""As the trigger function tells it: a discreet refusal shows nowhere."""
_TIMES = "notified_at, entered_at, completed_at, closed_at, late_on"

_DIFFERENCES = f"""
WITH f AS (
    SELECT id, matter_id, village_id, department_id, status, {_TIMES}
    FROM public.oversight_placementfact WHERE tenant_no = %s
), p AS (
    SELECT id, matter_id, village_id, department_id, {_STATUS} AS status, {_TIMES} FROM placements_placement
)
SELECT coalesce(p.id, f.id),
       CASE WHEN f.id IS NULL THEN 'missing' WHEN p.id IS NULL THEN 'without a placement' ELSE 'out of date' END
FROM p FULL JOIN f ON f.id = p.id
WHERE p IS DISTINCT FROM f
ORDER BY 1
"""  # noqa: S608  # of this file's own words only
_ANEW = f"""
INSERT INTO public.oversight_placementfact
    (tenant_no, id, matter_id, village_id, department_id, status, {_TIMES})
SELECT %s, id, matter_id, village_id, department_id, {_STATUS}, {_TIMES}
FROM placements_placement
"""  # noqa: S608  # of this file's own words only


def differences(township: Township) -> list[str]:
    """What the county believes of this township and is not so; one line per fact or word."""
    with township_context(township), connection.cursor() as cursor:
        cursor.execute(_DIFFERENCES, [township.no])
        found = [f"{township.schema_name}: fact {id} is {fault}" for id, fault in cursor.fetchall()]
        for name, voice in VOICES.items():
            cursor.execute(voice.missing, {"realm": township.schema_name})
            found += [f"{township.schema_name}: {name} {id} is missing" for (id,) in cursor.fetchall()]
        return found


def rebuild(township: Township) -> None:
    """The township's facts, derived anew, and its words where they are missing; whoever writes meanwhile waits."""
    with township_context(township), transaction.atomic(), connection.cursor() as cursor:
        for table in ("placement", "statement", "refusal", "urgentreport"):
            cursor.execute(f"LOCK TABLE placements_{table} IN SHARE MODE")
        PlacementFact.objects.filter(township_id=township.no).delete()
        cursor.execute(_ANEW, [township.no])
        for voice in VOICES.values():
            for statement in voice.mend:
                cursor.execute(statement, {"realm": township.schema_name, "township": township.pk})


def strangers() -> list[str]:
    """Facts of townships that there are not; one line for each."""
    known = Township.objects.values("no")
    found = PlacementFact.objects.exclude(township_id__in=known).order_by("id")
    return [f"no township {fact.township_id}: fact {fact.pk} is without a placement" for fact in found]


def forget_strangers() -> None:
    PlacementFact.objects.exclude(township_id__in=Township.objects.values("no")).delete()
