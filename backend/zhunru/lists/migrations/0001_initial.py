"""The three lists; that an entry stands in its edition's list is a constraint over two columns, written by hand."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import simple_history.models
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="HistoricalEdition",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("actor_name", models.TextField(default="")),
                ("actor_role", models.TextField(default="")),
                ("actor_organisation", models.TextField(default="")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_user_id", models.BigIntegerField(null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statutory", "依法履职事项清单"),
                            ("assist", "协助办理事项清单"),
                            ("negative", "工作负面事项清单"),
                        ],
                        max_length=20,
                        verbose_name="清单",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="版次")),
                ("effective_on", models.DateField(verbose_name="施行日期")),
                ("note", models.TextField(blank=True, default="", verbose_name="说明")),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical 清单版次",
                "verbose_name_plural": "historical 清单版次s",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statutory", "依法履职事项清单"),
                            ("assist", "协助办理事项清单"),
                            ("negative", "工作负面事项清单"),
                        ],
                        max_length=20,
                        verbose_name="清单",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="版次")),
                ("effective_on", models.DateField(verbose_name="施行日期")),
                ("note", models.TextField(blank=True, default="", verbose_name="说明")),
            ],
            options={
                "verbose_name": "清单版次",
                "ordering": ["kind", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "number"), name="one_edition_per_number"),
                    models.UniqueConstraint(fields=("kind", "effective_on"), name="one_edition_per_day"),
                    models.UniqueConstraint(fields=("id", "kind"), name="edition_with_its_kind"),
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="edition_numbers_begin_at_1"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["statutory", "assist", "negative"])),
                        name="edition_is_of_a_list",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalEntry",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("actor_name", models.TextField(default="")),
                ("actor_role", models.TextField(default="")),
                ("actor_organisation", models.TextField(default="")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_user_id", models.BigIntegerField(null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statutory", "依法履职事项清单"),
                            ("assist", "协助办理事项清单"),
                            ("negative", "工作负面事项清单"),
                        ],
                        max_length=20,
                        verbose_name="清单",
                    ),
                ),
                ("code", models.CharField(max_length=10, verbose_name="编码")),
                ("seq", models.PositiveIntegerField(verbose_name="序号")),
                ("title", models.CharField(max_length=200, verbose_name="事项名称")),
                ("village_duty", models.TextField(blank=True, default="", verbose_name="村（社区）职责")),
                ("lead_department", models.CharField(blank=True, default="", max_length=100, verbose_name="主责部门")),
                ("legal_basis", models.CharField(max_length=600, verbose_name="法律依据")),
                ("basis_version", models.CharField(blank=True, default="", max_length=100, verbose_name="依据版本")),
                ("source_url", models.TextField(blank=True, default="", verbose_name="来源")),
                ("completeness", models.CharField(blank=True, default="", max_length=100, verbose_name="核对情况")),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="lists.edition",
                        verbose_name="版次",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical 清单事项",
                "verbose_name_plural": "historical 清单事项s",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="LegalBasis",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("document", models.CharField(max_length=200, verbose_name="文件")),
                ("document_number", models.CharField(blank=True, default="", max_length=50, verbose_name="文号")),
                ("article", models.CharField(blank=True, default="", max_length=50, verbose_name="条款")),
                ("version", models.DateField(blank=True, null=True, verbose_name="版本")),
            ],
            options={
                "verbose_name": "法律依据",
                "ordering": ["document", "version", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "document_number", "article", "version"),
                        name="one_row_per_article_and_version",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("document", ""), _negated=True), name="legal_basis_names_a_document"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statutory", "依法履职事项清单"),
                            ("assist", "协助办理事项清单"),
                            ("negative", "工作负面事项清单"),
                        ],
                        max_length=20,
                        verbose_name="清单",
                    ),
                ),
                ("code", models.CharField(max_length=10, verbose_name="编码")),
                ("seq", models.PositiveIntegerField(verbose_name="序号")),
                ("title", models.CharField(max_length=200, verbose_name="事项名称")),
                ("village_duty", models.TextField(blank=True, default="", verbose_name="村（社区）职责")),
                ("lead_department", models.CharField(blank=True, default="", max_length=100, verbose_name="主责部门")),
                ("legal_basis", models.CharField(max_length=600, verbose_name="法律依据")),
                ("basis_version", models.CharField(blank=True, default="", max_length=100, verbose_name="依据版本")),
                ("source_url", models.TextField(blank=True, default="", verbose_name="来源")),
                ("completeness", models.CharField(blank=True, default="", max_length=100, verbose_name="核对情况")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="lists.edition",
                        verbose_name="版次",
                    ),
                ),
                (
                    "bases",
                    models.ManyToManyField(related_name="entries", to="lists.legalbasis", verbose_name="法律依据"),
                ),
            ],
            options={
                "verbose_name": "清单事项",
                "ordering": ["edition", "seq", "id"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(models.F("title"), "gin_trgm_ops"),
                        django.contrib.postgres.indexes.OpClass(models.F("village_duty"), "gin_trgm_ops"),
                        django.contrib.postgres.indexes.OpClass(models.F("legal_basis"), "gin_trgm_ops"),
                        name="entry_text_trigrams",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "code"), name="one_entry_per_code"),
                    models.UniqueConstraint(
                        fields=("edition", "title", "legal_basis"), name="one_entry_per_title_and_basis"
                    ),
                    models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="entry_has_a_title"),
                    models.CheckConstraint(
                        condition=models.Q(("legal_basis", ""), _negated=True), name="entry_has_a_legal_basis"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code__regex", "^S-\\d{3,}$"), ("kind", "statutory")),
                            models.Q(("code__regex", "^A-\\d{3,}$"), ("kind", "assist")),
                            models.Q(("code__regex", "^N-\\d{3,}$"), ("kind", "negative")),
                            _connector="OR",
                        ),
                        name="entry_code_tells_its_list",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            """
            ALTER TABLE lists_entry ADD CONSTRAINT entry_is_of_its_editions_list
                FOREIGN KEY (edition_id, kind) REFERENCES lists_edition (id, kind)
            """,
            "ALTER TABLE lists_entry DROP CONSTRAINT entry_is_of_its_editions_list",
        ),
    ]
