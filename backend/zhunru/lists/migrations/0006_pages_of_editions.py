"""Notices lead to an edition under the lists."""

from django.db import migrations

MOVED = "update notices_notice set page = '{}' where page = '{}'"


class Migration(migrations.Migration):
    dependencies = [
        ("lists", "0005_rounds_of_consultation"),
        ("notices", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(MOVED.format("lists/editions", "editions"), MOVED.format("editions", "lists/editions")),
    ]
