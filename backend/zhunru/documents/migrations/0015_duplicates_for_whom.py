"""A request says for whom a duplicate is and in whose place it was asked for; once approved that stays."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

approvals = import_module("zhunru.documents.migrations.0014_no_seal_without_approval")

COLUMNS = ("receiver", "reason", "requested_for_id", "approved_for_id")
FUNCTION = "documents_use_as_approved"
SENTENCE = "what was approved is not changed afterwards"
TRIGGER = approvals.stays(
    "documents_sealuse", FUNCTION, SENTENCE, f"OLD.status <> 'requested' AND {approvals.changed(COLUMNS)}"
)


def added(model: str) -> list[migrations.AddField]:
    names = {"receiver": "副本发给", "reason": "副本事由"}
    texts = {name: models.CharField(blank=True, max_length=200, verbose_name=label) for name, label in names.items()}
    ids = {
        name: models.BigIntegerField(blank=True, editable=False, null=True)
        for name in ("requested_for_id", "approved_for_id")
    }
    return [migrations.AddField(model_name=model, name=name, field=field) for name, field in (texts | ids).items()]


class Migration(migrations.Migration):
    dependencies = [("documents", "0014_no_seal_without_approval")]
    operations = [
        migrations.RemoveConstraint(model_name="sealuse", name="duplicate_is_of_a_paper"),
        *added("sealuse"),
        *added("historicalsealuse"),
        migrations.AddConstraint(
            model_name="sealuse",
            constraint=models.CheckConstraint(
                condition=Q(purpose="issue") | Q(~Q(receiver=""), ~Q(reason=""), document__isnull=False),
                name="duplicate_is_of_a_paper",
            ),
        ),
        migrations.RunSQL(TRIGGER, f"DROP FUNCTION {FUNCTION}() CASCADE;"),
    ]
