"""The county sees which receipts are late."""

import importlib

from django.db import migrations, models

BEFORE = importlib.import_module("zhunru.oversight.migrations.0003_discreet_refusals").AFTER
AFTER = (
    BEFORE.replace("completed_at, closed_at)", "completed_at, closed_at, late_on)")
    .replace("completed_at, closed_at\n    from changed", "completed_at, closed_at, late_on\n    from changed")
    .replace("closed_at = excluded.closed_at;", "closed_at = excluded.closed_at, late_on = excluded.late_on;")
)


def _replaced(function: str) -> str:
    return function.replace("create function", "create or replace function")


class Migration(migrations.Migration):
    dependencies = [("oversight", "0003_discreet_refusals")]
    operations = [
        migrations.AddField("placementfact", "late_on", models.DateField(null=True, verbose_name="逾期未签收")),
        migrations.RunSQL(_replaced(AFTER), _replaced(BEFORE)),
    ]
