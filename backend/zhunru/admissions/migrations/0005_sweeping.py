"""What time brings: told once, an urgent entry with both its times, an urgent draft that ends unfiled."""

from django.db import migrations, models
from django.db.models import Q

STATUSES = [
    ("draft", "草拟"),
    ("submitted", "已申报"),
    ("returned", "退回补正"),
    ("not_accepted", "不予受理"),
    ("accepted", "已受理，待初审"),
    ("first_reviewed", "已初审，待复审"),
    ("reviewed", "已复审"),
    ("at_leader", "呈分管县领导"),
    ("at_joint_meeting", "提请联席会议"),
    ("at_committee", "提请常委会"),
    ("approved", "同意，待制发文书"),
    ("rejected", "不同意"),
    ("deferred", "暂缓"),
    ("converted", "转政府购买服务"),
    ("merged", "并入其他事项"),
    ("issued", "已制发批准文书"),
    ("recalled", "申请单位撤回"),
    ("lapsed", "已终止"),
]
UNFILED = (
    Q(status__in=["draft", "recalled"])
    | Q(status="lapsed", entered_at__isnull=False)
    | Q(submitted_at__isnull=False, filed_by__isnull=False)
)


def _of_both(name: str, field: models.Field, operation: type) -> list:
    return [operation(model, name, field) for model in ("application", "historicalapplication")]


class Migration(migrations.Migration):
    dependencies = [("admissions", "0004_voices")]

    operations = [
        migrations.CreateModel(
            name="Announcement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(max_length=100)),
                ("subject_id", models.BigIntegerField()),
                ("topic", models.CharField(max_length=60, verbose_name="事由")),
                ("told_on", models.DateField(verbose_name="日期")),
            ],
            options={
                "verbose_name": "到期告知",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=["subject", "subject_id", "topic"], name="announced_once")
                ],
            },
        ),
        *_of_both(
            "registered_at",
            models.DateTimeField(blank=True, null=True, verbose_name="先行进入登记时间"),
            migrations.AddField,
        ),
        *_of_both(
            "status",
            models.CharField(choices=STATUSES, default="draft", max_length=20, verbose_name="状态"),
            migrations.AlterField,
        ),
        migrations.RemoveConstraint("application", "only_a_draft_is_unfiled"),
        migrations.AddConstraint(
            "application", models.CheckConstraint(condition=UNFILED, name="only_a_draft_is_unfiled")
        ),
    ]
