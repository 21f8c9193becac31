"""The office's to-do asks on every request which objections wait for a reply: a few hundred of many opinions."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("admissions", "0006_legacy_imports")]
    operations = [
        migrations.AddIndex(
            model_name="opinion",
            index=models.Index(
                fields=["purpose"], condition=Q(position="objection", reply=""), name="objections_unanswered"
            ),
        )
    ]
