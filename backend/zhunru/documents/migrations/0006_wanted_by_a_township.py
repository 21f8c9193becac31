"""A paper that a township asked for knows the row that did: asked for twice it is issued once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0005_both_sides_seal")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="wanted_by",
            field=models.BigIntegerField(blank=True, editable=False, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="historicaldocument",
            name="wanted_by",
            field=models.BigIntegerField(blank=True, db_index=True, editable=False, null=True),
        ),
    ]
