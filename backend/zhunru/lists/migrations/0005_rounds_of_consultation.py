"""What was said before a draft was taken back was said of another text."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("lists", "0004_published_stays"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="consulted_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="开始征求意见"),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="consulted_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="开始征求意见"),
        ),
    ]
