"""A township's addresses, and beside them the floor: the same page made by PostgreSQL alone."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls_township import urlpatterns as township

JSON_AGG = """
    select json_build_object('items', json_agg(row), 'total', (select count(*) from placements_placement))::text
    from (select p.id, p.title, p.department, p.status, p.document_number, p.starts_on, p.ends_on, p.notified_at,
                 p.entered_at, v.name as village
          from placements_placement p join divisions_village v on v.id = p.village_id
          order by p.id desc limit 200) row
"""


def floor(_request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(JSON_AGG)
        return HttpResponse(cursor.fetchone()[0], content_type="application/json")


urlpatterns = [path("bench/floor", floor), *township]
