"""Existing matters are taken over from a table, once."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_deputies_of_one_realm"),
        ("admissions", "0005_sweeping"),
        ("documents", "0003_paper_endings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalLegacyImport",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("actor_name", models.TextField(default="")),
                ("actor_role", models.TextField(default="")),
                ("actor_organisation", models.TextField(default="")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("sha256", models.CharField(db_index=True, max_length=64, verbose_name="文件校验值")),
                ("rows", models.PositiveIntegerField(verbose_name="事项数")),
                ("readmit_by", models.DateField(verbose_name="重新准入期限")),
                ("imported_at", models.DateTimeField(verbose_name="导入时间")),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "imported_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导入人",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical 存量事项导入",
                "verbose_name_plural": "historical 存量事项导入s",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="LegacyImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="文件校验值")),
                ("rows", models.PositiveIntegerField(verbose_name="事项数")),
                ("readmit_by", models.DateField(verbose_name="重新准入期限")),
                ("imported_at", models.DateTimeField(verbose_name="导入时间")),
                (
                    "imported_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导入人",
                    ),
                ),
            ],
            options={
                "verbose_name": "存量事项导入",
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="historicalmatter",
            name="legacy_import",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="admissions.legacyimport",
                verbose_name="存量事项导入",
            ),
        ),
        migrations.AddField(
            model_name="matter",
            name="legacy_import",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="matters",
                to="admissions.legacyimport",
                verbose_name="存量事项导入",
            ),
        ),
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "legacy")),
                fields=("department", "title"),
                name="a_legacy_matter_stands_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="legacyimport",
            constraint=models.CheckConstraint(
                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")), name="legacy_sha256_is_whole"
            ),
        ),
        migrations.AddConstraint(
            model_name="legacyimport",
            constraint=models.CheckConstraint(condition=models.Q(("rows__gt", 0)), name="legacy_import_has_rows"),
        ),
    ]
