"""Receipts that are late are marked as such, by the night."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("placements", "0003_voices")]
    operations = [
        migrations.AddField(model, "late_on", models.DateField(blank=True, null=True, verbose_name="逾期未签收"))
        for model in ("placement", "historicalplacement")
    ]
