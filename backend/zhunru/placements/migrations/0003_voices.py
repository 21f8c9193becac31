"""What villages and the township say, and how a matter rests, is refused and goes on in another.

Every insert of theirs is pushed on to the county by a statement trigger.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import simple_history.models
from django.db import migrations, models

CREATE = """
create trigger push_statements_on_insert after insert on placements_statement
    referencing new table as said for each statement execute function public.push_statements();
create trigger push_refusals_on_insert after insert on placements_refusal
    referencing new table as refused for each statement execute function public.push_refusals();
create trigger push_urgent_reports_on_insert after insert on placements_urgentreport
    referencing new table as reported for each statement execute function public.push_urgent_reports();
"""

DROP = """
drop trigger push_statements_on_insert on placements_statement;
drop trigger push_refusals_on_insert on placements_refusal;
drop trigger push_urgent_reports_on_insert on placements_urgentreport;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("divisions", "0001_initial"),
        ("placements", "0002_fact_triggers"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalRefusal",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("actor_name", models.TextField(default="")),
                ("actor_role", models.TextField(default="")),
                ("actor_organisation", models.TextField(default="")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("department_id", models.BigIntegerField()),
                ("department", models.CharField(max_length=100, verbose_name="提出要求的部门")),
                ("matter_id", models.BigIntegerField(blank=True, null=True)),
                ("title", models.CharField(blank=True, max_length=60, verbose_name="事项名称")),
                ("document_code", models.CharField(blank=True, max_length=20, verbose_name="出示的核验码")),
                ("demand", models.TextField(verbose_name="要求的内容")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("document", "文件通知"),
                            ("phone", "电话口头"),
                            ("chat", "工作群消息"),
                            ("meeting", "会议布置"),
                            ("visit", "到村（社区）要求"),
                            ("system", "信息系统派单"),
                        ],
                        max_length=12,
                        verbose_name="要求的形式",
                    ),
                ),
                ("demanded_on", models.DateField(verbose_name="要求日期")),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("R1", "事项未经准入"),
                                ("R2", "未出示批准文书"),
                                ("R3", "经费和条件不落实"),
                                ("R4", "超出批准的范围或者期限"),
                                ("R5", "属于工作负面事项"),
                                ("R6", "违规要求挂牌"),
                                ("R7", "统计调查表缺少法定标志"),
                                ("R8", "证明不在出具证明清单内"),
                                ("R9", "需要专业资质或者执法资格"),
                            ],
                            max_length=2,
                        ),
                        verbose_name="拒绝理由",
                    ),
                ),
                ("explanation", models.TextField(blank=True, verbose_name="说明")),
                ("anonymous", models.BooleanField(default=False, verbose_name="不向部门显示村（社区）")),
                ("filed_at", models.DateTimeField(verbose_name="登记时间")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="答复期限")),
                ("case_id", models.BigIntegerField()),
                ("client_key", models.UUIDField(blank=True, editable=False, null=True)),
                ("evidence_name", models.CharField(blank=True, max_length=120, verbose_name="佐证材料")),
                ("evidence_type", models.CharField(blank=True, max_length=20)),
                ("evidence_size", models.PositiveIntegerField(blank=True, null=True)),
                ("evidence_sha256", models.CharField(blank=True, max_length=64, verbose_name="佐证材料校验值")),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True, verbose_name="知悉结果时间")),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical 拒绝事项",
                "verbose_name_plural": "historical 拒绝事项s",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStatement",
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
                            ("reply", "答复"),
                            ("objection", "异议"),
                            ("comment", "年度意见"),
                            ("petition", "要求退出"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("opinion_id", models.BigIntegerField(blank=True, null=True)),
                ("matter_id", models.BigIntegerField(blank=True, null=True)),
                ("title", models.CharField(max_length=60, verbose_name="事项名称")),
                (
                    "position",
                    models.CharField(
                        choices=[("support", "同意"), ("no_objection", "无异议"), ("objection", "不同意")],
                        max_length=12,
                        verbose_name="态度",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="意见")),
                ("meeting_on", models.DateField(blank=True, null=True, verbose_name="村（居）民会议日期")),
                ("attendance", models.CharField(blank=True, max_length=100, verbose_name="到会情况")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="年度")),
                ("said_at", models.DateTimeField(verbose_name="提出时间")),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical 村（社区）意见",
                "verbose_name_plural": "historical 村（社区）意见s",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalUrgentReport",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("actor_name", models.TextField(default="")),
                ("actor_role", models.TextField(default="")),
                ("actor_organisation", models.TextField(default="")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("department_id", models.BigIntegerField()),
                ("department", models.CharField(max_length=100, verbose_name="责任部门")),
                ("title", models.CharField(max_length=60, verbose_name="事项名称")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("natural_disaster", "自然灾害"),
                            ("accident", "事故灾难"),
                            ("public_health", "公共卫生事件"),
                            ("social_security", "社会安全事件"),
                            ("superior_order", "上级应急指令"),
                        ],
                        max_length=30,
                        verbose_name="紧急情形",
                    ),
                ),
                ("entered_at", models.DateTimeField(verbose_name="先行进入时间")),
                ("late_reason", models.TextField(blank=True, verbose_name="逾时登记的理由")),
                ("village_duty", models.TextField(verbose_name="村（社区）职责")),
                (
                    "scope",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), verbose_name="涉及的村（社区）"
                    ),
                ),
                ("reported_at", models.DateTimeField(verbose_name="登记时间")),
                ("client_key", models.UUIDField(blank=True, editable=False, null=True)),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical 代登记的紧急事项",
                "verbose_name_plural": "historical 代登记的紧急事项s",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Refusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("department_id", models.BigIntegerField()),
                ("department", models.CharField(max_length=100, verbose_name="提出要求的部门")),
                ("matter_id", models.BigIntegerField(blank=True, null=True)),
                ("title", models.CharField(blank=True, max_length=60, verbose_name="事项名称")),
                ("document_code", models.CharField(blank=True, max_length=20, verbose_name="出示的核验码")),
                ("demand", models.TextField(verbose_name="要求的内容")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("document", "文件通知"),
                            ("phone", "电话口头"),
                            ("chat", "工作群消息"),
                            ("meeting", "会议布置"),
                            ("visit", "到村（社区）要求"),
                            ("system", "信息系统派单"),
                        ],
                        max_length=12,
                        verbose_name="要求的形式",
                    ),
                ),
                ("demanded_on", models.DateField(verbose_name="要求日期")),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("R1", "事项未经准入"),
                                ("R2", "未出示批准文书"),
                                ("R3", "经费和条件不落实"),
                                ("R4", "超出批准的范围或者期限"),
                                ("R5", "属于工作负面事项"),
                                ("R6", "违规要求挂牌"),
                                ("R7", "统计调查表缺少法定标志"),
                                ("R8", "证明不在出具证明清单内"),
                                ("R9", "需要专业资质或者执法资格"),
                            ],
                            max_length=2,
                        ),
                        verbose_name="拒绝理由",
                    ),
                ),
                ("explanation", models.TextField(blank=True, verbose_name="说明")),
                ("anonymous", models.BooleanField(default=False, verbose_name="不向部门显示村（社区）")),
                ("filed_at", models.DateTimeField(verbose_name="登记时间")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="答复期限")),
                ("case_id", models.BigIntegerField()),
                ("client_key", models.UUIDField(blank=True, editable=False, null=True)),
                ("evidence_name", models.CharField(blank=True, max_length=120, verbose_name="佐证材料")),
                ("evidence_type", models.CharField(blank=True, max_length=20)),
                ("evidence_size", models.PositiveIntegerField(blank=True, null=True)),
                ("evidence_sha256", models.CharField(blank=True, max_length=64, verbose_name="佐证材料校验值")),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True, verbose_name="知悉结果时间")),
            ],
            options={
                "verbose_name": "拒绝事项",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reply", "答复"),
                            ("objection", "异议"),
                            ("comment", "年度意见"),
                            ("petition", "要求退出"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("opinion_id", models.BigIntegerField(blank=True, null=True)),
                ("matter_id", models.BigIntegerField(blank=True, null=True)),
                ("title", models.CharField(max_length=60, verbose_name="事项名称")),
                (
                    "position",
                    models.CharField(
                        choices=[("support", "同意"), ("no_objection", "无异议"), ("objection", "不同意")],
                        max_length=12,
                        verbose_name="态度",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="意见")),
                ("meeting_on", models.DateField(blank=True, null=True, verbose_name="村（居）民会议日期")),
                ("attendance", models.CharField(blank=True, max_length=100, verbose_name="到会情况")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="年度")),
                ("said_at", models.DateTimeField(verbose_name="提出时间")),
            ],
            options={
                "verbose_name": "村（社区）意见",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="UrgentReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("department_id", models.BigIntegerField()),
                ("department", models.CharField(max_length=100, verbose_name="责任部门")),
                ("title", models.CharField(max_length=60, verbose_name="事项名称")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("natural_disaster", "自然灾害"),
                            ("accident", "事故灾难"),
                            ("public_health", "公共卫生事件"),
                            ("social_security", "社会安全事件"),
                            ("superior_order", "上级应急指令"),
                        ],
                        max_length=30,
                        verbose_name="紧急情形",
                    ),
                ),
                ("entered_at", models.DateTimeField(verbose_name="先行进入时间")),
                ("late_reason", models.TextField(blank=True, verbose_name="逾时登记的理由")),
                ("village_duty", models.TextField(verbose_name="村（社区）职责")),
                (
                    "scope",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), verbose_name="涉及的村（社区）"
                    ),
                ),
                ("reported_at", models.DateTimeField(verbose_name="登记时间")),
                ("client_key", models.UUIDField(blank=True, editable=False, null=True)),
            ],
            options={
                "verbose_name": "代登记的紧急事项",
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="historicalplacement",
            name="carried_from_ids",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), blank=True, default=list
            ),
        ),
        migrations.AddField(
            model_name="historicalplacement",
            name="discreet",
            field=models.BooleanField(default=False, verbose_name="不向部门显示拒绝"),
        ),
        migrations.AddField(
            model_name="historicalplacement",
            name="provisional",
            field=models.BooleanField(default=False, verbose_name="先行进入，尚未批准"),
        ),
        migrations.AddField(
            model_name="historicalplacement",
            name="refusal_id",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="placement",
            name="carried_from_ids",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), blank=True, default=list
            ),
        ),
        migrations.AddField(
            model_name="placement",
            name="discreet",
            field=models.BooleanField(default=False, verbose_name="不向部门显示拒绝"),
        ),
        migrations.AddField(
            model_name="placement",
            name="provisional",
            field=models.BooleanField(default=False, verbose_name="先行进入，尚未批准"),
        ),
        migrations.AddField(
            model_name="placement",
            name="refusal_id",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="historicalplacement",
            name="status",
            field=models.CharField(
                choices=[
                    ("notified", "已送达，待签收"),
                    ("entered", "已签收，办理中"),
                    ("suspended", "已暂停，可以不办"),
                    ("refused", "已拒绝，待处理"),
                    ("completed", "已办结"),
                    ("closed", "已撤销"),
                ],
                default="notified",
                max_length=12,
                verbose_name="状态",
            ),
        ),
        migrations.AlterField(
            model_name="placement",
            name="status",
            field=models.CharField(
                choices=[
                    ("notified", "已送达，待签收"),
                    ("entered", "已签收，办理中"),
                    ("suspended", "已暂停，可以不办"),
                    ("refused", "已拒绝，待处理"),
                    ("completed", "已办结"),
                    ("closed", "已撤销"),
                ],
                default="notified",
                max_length=12,
                verbose_name="状态",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "refused"), _negated=True), ("refusal_id__isnull", False), _connector="OR"
                ),
                name="refused_by_a_refusal",
            ),
        ),
        migrations.AddField(
            model_name="historicalrefusal",
            name="placement",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="placements.placement",
                verbose_name="村（社区）事项",
            ),
        ),
        migrations.AddField(
            model_name="historicalrefusal",
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
            model_name="historicalstatement",
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
            model_name="refusal",
            name="placement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="refusals",
                to="placements.placement",
                verbose_name="村（社区）事项",
            ),
        ),
        migrations.AddField(
            model_name="refusal",
            name="village",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="divisions.village",
                verbose_name="村（社区）",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="village",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="divisions.village",
                verbose_name="村（社区）",
            ),
        ),
        migrations.AddConstraint(
            model_name="urgentreport",
            constraint=models.UniqueConstraint(fields=("client_key",), name="one_report_per_client_key"),
        ),
        migrations.AddConstraint(
            model_name="urgentreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("scope", []), _negated=True), name="report_names_villages"
            ),
        ),
        migrations.AddConstraint(
            model_name="urgentreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("village_duty", ""), _negated=True), models.Q(("title", ""), _negated=True)
                ),
                name="report_says_what_is_asked",
            ),
        ),
        migrations.AddIndex(
            model_name="refusal",
            index=models.Index(fields=["village", "-id"], name="placements__village_73f2bf_idx"),
        ),
        migrations.AddConstraint(
            model_name="refusal",
            constraint=models.UniqueConstraint(fields=("client_key",), name="one_refusal_per_client_key"),
        ),
        migrations.AddConstraint(
            model_name="refusal",
            constraint=models.UniqueConstraint(fields=("case_id",), name="one_case_per_refusal"),
        ),
        migrations.AddConstraint(
            model_name="refusal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reasons", []), _negated=True),
                    ("reasons__contained_by", ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9"]),
                ),
                name="refused_for_known_reasons",
            ),
        ),
        migrations.AddConstraint(
            model_name="refusal",
            constraint=models.CheckConstraint(
                condition=models.Q(("demand", ""), _negated=True), name="refusal_says_what_was_demanded"
            ),
        ),
        migrations.AddConstraint(
            model_name="refusal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence_name", ""), ("evidence_sha256", "")),
                    models.Q(
                        ("evidence_sha256__regex", "^[0-9a-f]{64}$"),
                        ("evidence_size__isnull", False),
                        models.Q(("evidence_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="evidence_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "reply"),
                        ("opinion_id__isnull", False),
                        models.Q(("position", "objection"), _negated=True),
                    ),
                    models.Q(("kind", "objection"), ("opinion_id__isnull", False), ("position", "objection")),
                    models.Q(("kind", "comment"), ("matter_id__isnull", False), ("opinion_id", None)),
                    models.Q(("kind", "petition"), ("matter_id__isnull", False), ("opinion_id", None)),
                    _connector="OR",
                ),
                name="a_statement_answers_or_concerns_a_matter",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("position", "objection"), _negated=True),
                    models.Q(("text", ""), _negated=True),
                    _connector="OR",
                ),
                name="said_with_its_reasons",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "petition"), _negated=True),
                    models.Q(
                        ("meeting_on__isnull", False),
                        ("position", "objection"),
                        ("village__isnull", False),
                        models.Q(("attendance", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_petition_comes_from_a_meeting",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "comment"), _negated=True), ("year__isnull", False), _connector="OR"
                ),
                name="a_comment_has_its_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(fields=("opinion_id",), name="a_question_is_answered_once"),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "petition")),
                fields=("matter_id", "village"),
                name="one_petition_per_village",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "comment")),
                fields=("matter_id", "village", "year"),
                name="one_comment_a_year",
                nulls_distinct=False,
            ),
        ),
        migrations.RunSQL(CREATE, DROP),
    ]
