"""What the county holds of the townships' own tables, compared and mended: for the owner, never within a request.

Facts are derived anew. What villages have said, refused and reported is added where it is missing; what the county
has made of it since is its own and stays.
"""

from django.db import connection, transaction

from zhunru.divisions.models import Township
from zhunru.oversight.mirrors import MIRRORS
from zhunru.oversight.voices import VOICES
from zhunru.tenancy.context import township_context

_SPOKEN = ("placements_statement", "placements_refusal", "placements_urgentreport")


def differences(township: Township) -> list[str]:
    """What the county believes of this township and is not so; one line per fact or word."""
    found = []
    with township_context(township), connection.cursor() as cursor:
        for mirror in MIRRORS:
            cursor.execute(mirror.differences, [township.no])
            told = f"{township.schema_name}: {mirror.word} fact"
            found += [f"{told} {id} is {fault}" for id, fault in cursor.fetchall()]
        for name, voice in VOICES.items():
            cursor.execute(voice.missing, {"realm": township.schema_name})
            found += [f"{township.schema_name}: {name} {id} is missing" for (id,) in cursor.fetchall()]
    return found


def rebuild(township: Township) -> None:
    """The township's facts, derived anew, and its words where they are missing; whoever writes meanwhile waits."""
    with township_context(township), transaction.atomic(), connection.cursor() as cursor:
        for table in (*(table for mirror in MIRRORS for table in mirror.tables), *_SPOKEN):
            cursor.execute(f"LOCK TABLE {table} IN SHARE MODE")
        for mirror in MIRRORS:
            mirror.fact._default_manager.filter(township_id=township.no).delete()
            cursor.execute(mirror.anew, [township.no])
        for voice in VOICES.values():
            for statement in voice.mend:
                cursor.execute(statement, {"realm": township.schema_name, "township": township.pk})


def strangers() -> list[str]:
    """Facts of townships that there are not; one line for each."""
    known = Township.objects.values("no")
    return [
        f"no township {no}: fact {id} is without a {mirror.word}"
        for mirror in MIRRORS
        for no, id in mirror.fact._default_manager.exclude(township_id__in=known)
        .order_by("id")
        .values_list("township_id", "id")
    ]


def forget_strangers() -> None:
    for mirror in MIRRORS:
        mirror.fact._default_manager.exclude(township_id__in=Township.objects.values("no")).delete()
