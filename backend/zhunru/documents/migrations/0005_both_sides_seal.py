"""A purchase's papers are sealed by both sides, and a village's provider has a seal of its own."""

import django.db.models.deletion
from django.db import migrations, models

KINDS = [
    ("approval", "准入通知"),
    ("adjustment", "调整通知"),
    ("extension", "延期通知"),
    ("merger", "合并通知"),
    ("split", "拆分通知"),
    ("provisional", "紧急事项先行进入登记单"),
    ("lapse", "紧急事项失效通知"),
    ("suspension", "暂停通知"),
    ("resumption", "恢复通知"),
    ("expiry", "到期退出通知"),
    ("withdrawal", "撤销通知"),
    ("correction", "补正通知书"),
    ("not_accepted", "不予受理通知书"),
    ("rejection", "不予准入决定书"),
    ("deferral", "暂缓准入决定书"),
    ("conversion", "转政府购买服务通知"),
    ("consolidation", "并入通知"),
    ("list_edition", "事项清单"),
    ("contract", "政府购买服务合同"),
    ("supplement", "补充合同"),
    ("acceptance", "履约验收书"),
]

STAYS = """
CREATE FUNCTION documents_sealing_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a seal on an issued paper stays there' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER documents_sealing_stays BEFORE UPDATE OR DELETE ON documents_sealing
    FOR EACH ROW EXECUTE FUNCTION documents_sealing_stays();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_deputies_of_one_realm"),
        ("divisions", "0002_kinds_of_village"),
        ("documents", "0004_papers_of_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="Sealing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField(verbose_name="顺序")),
            ],
            options={
                "verbose_name": "会印",
                "ordering": ["document", "place"],
            },
        ),
        migrations.AddField(
            model_name="historicalseal",
            name="village",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="divisions.village",
                verbose_name="村（社区）",
            ),
        ),
        migrations.AddField(
            model_name="seal",
            name="village",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seals",
                to="divisions.village",
                verbose_name="村（社区）",
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=20, verbose_name="文种"),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=20, verbose_name="文种"),
        ),
        migrations.AlterField(
            model_name="seal",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seals",
                to="accounts.organisation",
                verbose_name="单位",
            ),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked_on__isnull", True)), fields=("village",), name="one_village_seal_in_use"
            ),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.CheckConstraint(
                condition=models.Q(("organisation__isnull", True), ("village__isnull", True), _connector="XOR"),
                name="seal_has_one_holder",
            ),
        ),
        migrations.AddField(
            model_name="sealing",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sealings",
                to="documents.document",
                verbose_name="文书",
            ),
        ),
        migrations.AddField(
            model_name="sealing",
            name="seal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sealings",
                to="documents.seal",
                verbose_name="印章",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="cosealed",
            field=models.ManyToManyField(
                related_name="cosigned", through="documents.Sealing", to="documents.seal", verbose_name="另一方印章"
            ),
        ),
        migrations.AddConstraint(
            model_name="sealing",
            constraint=models.UniqueConstraint(fields=("document", "place"), name="one_seal_in_a_place"),
        ),
        migrations.AddConstraint(
            model_name="sealing",
            constraint=models.UniqueConstraint(fields=("document", "seal"), name="a_seal_once_on_a_paper"),
        ),
        migrations.AddConstraint(
            model_name="sealing",
            constraint=models.CheckConstraint(condition=models.Q(("place__gte", 2)), name="cosealed_after_the_first"),
        ),
        migrations.RunSQL(
            STAYS, "DROP TRIGGER documents_sealing_stays ON documents_sealing; DROP FUNCTION documents_sealing_stays();"
        ),
    ]
