"""What the measures stand on: the demonstration county, a crowded township, and facts of many townships."""

from typing import Any

from django.db import connection
from django.utils import timezone

from zhunru.demo.county import create_county
from zhunru.demo.matters import create_matters
from zhunru.demo.people import create_accounts
from zhunru.divisions.models import County, Domain, Township
from zhunru.tenancy.context import county_context, current

PLACEMENTS = 200
"""On the list page that is measured."""
FIRST_NO = 1000
"""Of the townships that exist for the measures only; their codes lie outside every province."""


def fill() -> Township:
    """The demo, with PLACEMENTS placements in its first township, which is returned. As the owner."""
    with county_context():
        create_county()
        create_accounts()
        create_matters()
        township: Township = Township.objects.order_by("no")[0]
    _as(township.schema_name, _CROWD, {"n": PLACEMENTS, "township": township.pk, "now": timezone.now()})
    return township


def register(no: int) -> Township:
    """A township's rows in the register, without a schema."""
    code = f"90{no:07d}"
    township = Township(county=County.objects.get(), no=no, code=code, name=f"比照{no}", schema_name=f"t_{code}")
    township.save()
    Domain.objects.create(domain=f"t{no}.bench.localhost", tenant=township, is_primary=True)
    return township


def spread_facts(townships: int, total: int) -> None:
    """Replace all facts by `total`, spread evenly over so many townships and 30 departments. As the owner."""
    with connection.cursor() as cursor:
        cursor.execute("truncate oversight_placementfact")
        cursor.execute(_FACTS, {"townships": townships, "first": FIRST_NO, "total": total, "now": timezone.now()})
        cursor.execute("analyze oversight_placementfact")


def _as(schema: str, sql: str, values: dict[str, Any]) -> None:
    place = current()
    place.set_realm(schema)
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
    finally:
        place.set_realm(None)


_CROWD = """
    insert into placements_placement
        (version, matter_id, matter_code, title, department_id, department, village_id, village_duty, funding,
         starts_on, document_id, document_number, document_code, status, notified_at, closing_reason,
         closing_number, closing_code, carried_from_ids, discreet, provisional)
    select 1, 1000 + i, 'BENCH-' || i, '比照事项' || i, d.id, d.name, v.id, '协助', 100,
           '2026-01-01', 1, '演社工准〔2026〕' || i || '号', '000000000000', 'notified', %(now)s, '', '', '', '{}',
           false, false
    from generate_series(1, %(n)s) i,
         (select id, name from accounts_organisation where kind = 'department' order by id limit 1) d,
         (select id from divisions_village where township_id = %(township)s order by id limit 1) v
"""
_FACTS = """
    insert into oversight_placementfact
        (id, tenant_no, matter_id, village_id, department_id, status, notified_at, entered_at)
    select (t.no::bigint << 36) + i, t.no, i %% 10, i %% 1200, d.id,
           case when i %% 3 = 0 then 'notified' else 'entered' end, %(now)s,
           case when i %% 3 = 0 then null else %(now)s end
    from generate_series(1, %(total)s) i
    join lateral (select %(first)s + i %% %(townships)s as no) t on true
    join (select id, row_number() over (order by id) as n from accounts_organisation where kind = 'department') d
        on d.n = 1 + i %% 30
"""
