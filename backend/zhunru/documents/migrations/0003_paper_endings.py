"""Papers of every step of an admission, and every way in which a paper ends: by another paper, on a day."""

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
]
STATUSES = [
    ("valid", "有效"),
    ("withdrawn", "已撤销"),
    ("superseded", "已被取代"),
    ("expired", "已到期"),
    ("lapsed", "已失效"),
]

FIXED = (
    "kind",
    "series_id",
    "seq",
    "number",
    "code",
    "title",
    "organisation_id",
    "seal_id",
    "specimen",
    "issued_on",
    "facts",
    "sha256",
    "size",
)


def stays(ended: str, sentence: str) -> str:
    """The trigger function with the columns of an ending as they are called: `{ended}_on`, `{ended}_by_id`."""
    ending = ("status", f"{ended}_on", f"{ended}_by_id")
    return f"""
CREATE OR REPLACE FUNCTION documents_paper_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'an issued paper is never deleted' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF ({", ".join(f"OLD.{c}" for c in FIXED)}) IS DISTINCT FROM ({", ".join(f"NEW.{c}" for c in FIXED)}) THEN
        RAISE EXCEPTION 'an issued paper is never changed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.status <> 'valid' AND ({", ".join(f"OLD.{c}" for c in ending)})
        IS DISTINCT FROM ({", ".join(f"NEW.{c}" for c in ending)}) THEN
        RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
"""


def renamed(old: str, new: str) -> list[migrations.RenameField]:
    """Rename a field of the paper and of its history."""
    return [migrations.RenameField(model, old, new) for model in ("document", "historicaldocument")]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("documents", "0002_papers_stay")]

    operations = [
        migrations.RemoveConstraint("document", "document_withdrawn_by_a_paper"),
        *renamed("withdrawn_on", "ended_on"),
        *renamed("withdrawn_by", "ended_by"),
        *[
            migrations.AlterField(model, "ended_on", models.DateField(blank=True, null=True, verbose_name="终止日期"))
            for model in ("document", "historicaldocument")
        ],
        migrations.AlterField(
            "document",
            "ended_by",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ends",
                to="documents.document",
                verbose_name="据以终止的文书",
            ),
        ),
        migrations.AlterField(
            "historicaldocument",
            "ended_by",
            models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="documents.document",
                verbose_name="据以终止的文书",
            ),
        ),
        *[
            migrations.AlterField(model, "kind", models.CharField(choices=KINDS, max_length=20, verbose_name="文种"))
            for model in ("document", "historicaldocument")
        ],
        *[
            migrations.AlterField(
                model,
                "status",
                models.CharField(choices=STATUSES, default="valid", max_length=20, verbose_name="状态"),
            )
            for model in ("document", "historicaldocument")
        ],
        migrations.AddIndex(
            "document",
            models.Index(
                condition=models.Q(("kind", "suspension"), ("status", "valid")),
                fields=["id"],
                name="suspensions_in_force",
            ),
        ),
        migrations.AddConstraint(
            "document",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_by__isnull", True), ("ended_on__isnull", True), ("status", "valid")),
                    models.Q(
                        models.Q(("status", "valid"), _negated=True),
                        ("ended_by__isnull", False),
                        ("ended_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="document_ended_by_a_paper",
            ),
        ),
        migrations.AddConstraint(
            "document",
            models.CheckConstraint(
                condition=models.Q(("ended_by", models.F("id")), _negated=True), name="document_ended_by_another"
            ),
        ),
        migrations.RunSQL(
            stays("ended", "a paper that ended stays ended"),
            stays("withdrawn", "a withdrawn paper stays withdrawn"),
        ),
    ]
