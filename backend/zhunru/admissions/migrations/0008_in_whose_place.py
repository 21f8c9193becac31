"""In whose place a deputy drafted, filed, reviewed or recorded: four eyes look at both persons (A-17)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

WHOSE = (
    ("application", "drafted_for", "代何人经办"),
    ("application", "filed_for", "代何人申报"),
    ("firstreview", "reviewed_for", "代何人初审"),
    ("finding", "reviewed_for", "代何人复审"),
    ("decision", "recorded_for", "代何人登记"),
)


def _now(label: str) -> models.Field:
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        verbose_name=label,
    )


def _then(label: str) -> models.Field:
    return models.ForeignKey(
        blank=True,
        db_constraint=False,
        null=True,
        on_delete=django.db.models.deletion.DO_NOTHING,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        verbose_name=label,
    )


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("admissions", "0007_objections_unanswered"),
    ]
    operations = [
        operation
        for model, name, label in WHOSE
        for operation in (
            migrations.AddField(model, name, _now(label)),
            migrations.AddField(f"historical{model}", name, _then(label)),
        )
    ]
