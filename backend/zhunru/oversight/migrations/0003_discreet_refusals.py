"""A refusal whose village does not wish to be named to the department is not told by the facts either.

And a village that comes back into a matter's scope has been told of it anew.
"""

import importlib

from django.db import migrations

BEFORE = importlib.import_module("zhunru.oversight.migrations.0002_push_facts").CREATE
AFTER = BEFORE.replace(
    "select id, township, matter_id, village_id, department_id, status,",
    """select id, township, matter_id, village_id, department_id,
           case when status <> 'refused' or not discreet then status
                when completed_at is not null then 'completed'
                when entered_at is not null then 'entered' else 'notified' end,""",
).replace("status = excluded.status,", "status = excluded.status, notified_at = excluded.notified_at,")


def _replaced(function: str) -> str:
    return function.replace("create function", "create or replace function")


class Migration(migrations.Migration):
    dependencies = [("oversight", "0002_push_facts")]
    operations = [migrations.RunSQL(_replaced(AFTER), _replaced(BEFORE))]
