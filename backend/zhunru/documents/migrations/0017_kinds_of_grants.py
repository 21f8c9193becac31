"""The kinds that a grant names have names in words."""

import django.contrib.postgres.fields
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
    ("erratum", "更正通知"),
    ("rectification", "整改通知书"),
    ("interview_notice", "约谈通知书"),
    ("interview_record", "约谈纪要"),
    ("circular", "通报"),
    ("satisfaction", "履约满意度报告"),
    ("certificate", "村（社区）证明"),
]


class Migration(migrations.Migration):
    dependencies = [("documents", "0016_suspensions_of_any_day")]
    operations = [
        migrations.AlterField(
            model,
            "kinds",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(choices=KINDS, max_length=20), verbose_name="文种"
            ),
        )
        for model in ("historicalsealgrant", "sealgrant")
    ]
