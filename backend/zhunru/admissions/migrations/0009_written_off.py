"""A legacy matter that villages no longer carry, or that was recorded by mistake, is written off with a reason."""

from django.db import migrations, models
from django.db.models import Q

STATUSES = [
    ("pending", "待制发文书"),
    ("provisional", "先行进入，待批准"),
    ("in_force", "生效"),
    ("suspended", "暂停"),
    ("withdrawing", "待制发撤销文书"),
    ("withdrawn", "已撤销"),
    ("expired", "到期退出"),
    ("superseded", "已并入或拆分"),
    ("lapsed", "未获批准，已失效"),
    ("legacy", "存量，待重新准入"),
    ("written_off", "存量，已核销"),
]
WHY = ~Q(status="written_off") | Q(legacy=True) & ~Q(withdrawal_reasons="")


class Migration(migrations.Migration):
    dependencies = [("admissions", "0008_in_whose_place")]
    operations = [
        *(
            migrations.AlterField(
                model,
                "status",
                models.CharField(choices=STATUSES, default="pending", max_length=20, verbose_name="状态"),
            )
            for model in ("matter", "historicalmatter")
        ),
        migrations.AddConstraint("matter", models.CheckConstraint(condition=WHY, name="written_off_says_why")),
    ]
