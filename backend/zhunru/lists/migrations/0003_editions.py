"""Editions with a course of their own, entries with all that lists print, the register of bases with successors."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import simple_history.models
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

PUBLISHED = """
update lists_edition set status = 'published', published_on = effective_on, document_number = '第' || number || '版';
update lists_edition e set ends_on = (select min(n.effective_on) from lists_edition n
                                       where n.kind = e.kind and n.effective_on > e.effective_on);
update lists_edition e set based_on_id = (select b.id from lists_edition b where b.kind = e.kind
                                           and b.number < e.number order by b.number desc limit 1);
"""
"""What stood here before had taken effect; it had no number of a paper."""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_deputies_of_one_realm"),
        ("divisions", "0002_kinds_of_village"),
        ("documents", "0003_paper_endings"),
        ("lists", "0002_ended_bases"),
    ]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("realm", models.CharField(editable=False, max_length=63)),
                ("asked_on", models.DateField(verbose_name="送达日期")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="确认期限")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="确认时间")),
            ],
            options={
                "verbose_name": "知悉确认",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("realm", models.CharField(editable=False, max_length=63)),
                (
                    "position",
                    models.CharField(
                        choices=[("no_objection", "无意见"), ("proposal", "修改建议"), ("objection", "不同意")],
                        max_length=20,
                        verbose_name="态度",
                    ),
                ),
                ("text", models.TextField(blank=True, default="", verbose_name="意见")),
                ("said_at", models.DateTimeField(verbose_name="提出时间")),
                ("answer", models.TextField(blank=True, default="", verbose_name="答复")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="答复时间")),
            ],
            options={
                "verbose_name": "清单意见",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAcknowledgement",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("actor_name", models.TextField(default="")),
                ("actor_role", models.TextField(default="")),
                ("actor_organisation", models.TextField(default="")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("realm", models.CharField(editable=False, max_length=63)),
                ("asked_on", models.DateField(verbose_name="送达日期")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="确认期限")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="确认时间")),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical 知悉确认",
                "verbose_name_plural": "historical 知悉确认s",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalComment",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("actor_name", models.TextField(default="")),
                ("actor_role", models.TextField(default="")),
                ("actor_organisation", models.TextField(default="")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.TextField(null=True)),
                ("history_user_id", models.BigIntegerField(null=True)),
                ("realm", models.CharField(editable=False, max_length=63)),
                (
                    "position",
                    models.CharField(
                        choices=[("no_objection", "无意见"), ("proposal", "修改建议"), ("objection", "不同意")],
                        max_length=20,
                        verbose_name="态度",
                    ),
                ),
                ("text", models.TextField(blank=True, default="", verbose_name="意见")),
                ("said_at", models.DateTimeField(verbose_name="提出时间")),
                ("answer", models.TextField(blank=True, default="", verbose_name="答复")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="答复时间")),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical 清单意见",
                "verbose_name_plural": "historical 清单意见s",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AlterModelOptions(
            name="edition",
            options={
                "ordering": ["kind", models.OrderBy(models.F("number"), nulls_last=True), "id"],
                "verbose_name": "清单版次",
            },
        ),
        migrations.RemoveConstraint(
            model_name="edition",
            name="one_edition_per_day",
        ),
        migrations.RemoveConstraint(
            model_name="edition",
            name="edition_numbers_begin_at_1",
        ),
        migrations.AddField(
            model_name="edition",
            name="based_on",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="successors",
                to="lists.edition",
                verbose_name="上一版",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="consultation_due",
            field=models.DateField(blank=True, null=True, verbose_name="征求意见截止"),
        ),
        migrations.AddField(
            model_name="edition",
            name="decided_by",
            field=models.CharField(
                blank=True,
                choices=[("leader", "分管县领导"), ("joint_meeting", "联席会议"), ("committee", "县委常委会")],
                default="",
                max_length=20,
                verbose_name="决定机构",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="decided_on",
            field=models.DateField(blank=True, null=True, verbose_name="决定日期"),
        ),
        migrations.AddField(
            model_name="edition",
            name="document",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="edition",
                to="documents.document",
                verbose_name="公布文书",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="document_number",
            field=models.CharField(blank=True, default="", max_length=100, verbose_name="公布文号"),
        ),
        migrations.AddField(
            model_name="edition",
            name="ends_on",
            field=models.DateField(blank=True, null=True, verbose_name="停止施行日期"),
        ),
        migrations.AddField(
            model_name="edition",
            name="published_on",
            field=models.DateField(blank=True, null=True, verbose_name="公布日期"),
        ),
        migrations.AddField(
            model_name="edition",
            name="resolution_number",
            field=models.CharField(blank=True, default="", max_length=100, verbose_name="决定文号"),
        ),
        migrations.AddField(
            model_name="edition",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "拟制中"),
                    ("consultation", "征求意见中"),
                    ("approved", "已批准，待公布"),
                    ("published", "已公布"),
                    ("discarded", "已作废"),
                ],
                default="draft",
                max_length=20,
                verbose_name="状态",
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="applies_to",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("village", "行政村"),
                        ("community", "社区（居委会）"),
                        ("rural_community", "农村社区"),
                        ("pastoral", "牧业村"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                verbose_name="适用范围",
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="category",
            field=models.CharField(blank=True, default="", max_length=100, verbose_name="事项类别"),
        ),
        migrations.AddField(
            model_name="entry",
            name="change_reason",
            field=models.CharField(blank=True, default="", max_length=600, verbose_name="变动理由"),
        ),
        migrations.AddField(
            model_name="entry",
            name="departments",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), blank=True, default=list, verbose_name="所禁部门"
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="deviation",
            field=models.BooleanField(default=False, verbose_name="与上级指导清单不同"),
        ),
        migrations.AddField(
            model_name="entry",
            name="deviation_reason",
            field=models.CharField(blank=True, default="", max_length=600, verbose_name="不同的理由"),
        ),
        migrations.AddField(
            model_name="entry",
            name="funding",
            field=models.CharField(blank=True, default="", max_length=300, verbose_name="经费保障"),
        ),
        migrations.AddField(
            model_name="entry",
            name="initials",
            field=models.CharField(blank=True, default="", editable=False, max_length=200, verbose_name="拼音首字母"),
        ),
        migrations.AddField(
            model_name="entry",
            name="keywords",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=100), blank=True, default=list, verbose_name="关键词组"
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="matter_code",
            field=models.CharField(blank=True, default="", max_length=30, verbose_name="准入事项编码"),
        ),
        migrations.AddField(
            model_name="entry",
            name="object_types",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("work_matter", "工作事项"),
                        ("mechanism", "工作机构（机制）"),
                        ("signboard", "挂牌"),
                        ("ledger", "台账报表"),
                        ("survey", "调查统计"),
                        ("inspection", "检查考核"),
                        ("contest", "创建评比"),
                        ("app", "应用程序（系统）"),
                        ("training", "培训"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                verbose_name="所禁对象类型",
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="outright",
            field=models.BooleanField(default=False, verbose_name="一律禁止"),
        ),
        migrations.AddField(
            model_name="entry",
            name="remark",
            field=models.CharField(blank=True, default="", max_length=600, verbose_name="备注"),
        ),
        migrations.AddField(
            model_name="entry",
            name="removed",
            field=models.BooleanField(default=False, verbose_name="移出"),
        ),
        migrations.AddField(
            model_name="entry",
            name="supporting_departments",
            field=models.CharField(blank=True, default="", max_length=300, verbose_name="配合部门"),
        ),
        migrations.AddField(
            model_name="entry",
            name="title_bo",
            field=models.CharField(blank=True, default="", max_length=600, verbose_name="事项名称（藏文）"),
        ),
        migrations.AddField(
            model_name="entry",
            name="village_duty_bo",
            field=models.TextField(blank=True, default="", verbose_name="村（社区）职责（藏文）"),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="based_on",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="lists.edition",
                verbose_name="上一版",
            ),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="consultation_due",
            field=models.DateField(blank=True, null=True, verbose_name="征求意见截止"),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="decided_by",
            field=models.CharField(
                blank=True,
                choices=[("leader", "分管县领导"), ("joint_meeting", "联席会议"), ("committee", "县委常委会")],
                default="",
                max_length=20,
                verbose_name="决定机构",
            ),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="decided_on",
            field=models.DateField(blank=True, null=True, verbose_name="决定日期"),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="document",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="documents.document",
                verbose_name="公布文书",
            ),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="document_number",
            field=models.CharField(blank=True, default="", max_length=100, verbose_name="公布文号"),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="ends_on",
            field=models.DateField(blank=True, null=True, verbose_name="停止施行日期"),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="published_on",
            field=models.DateField(blank=True, null=True, verbose_name="公布日期"),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="resolution_number",
            field=models.CharField(blank=True, default="", max_length=100, verbose_name="决定文号"),
        ),
        migrations.AddField(
            model_name="historicaledition",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "拟制中"),
                    ("consultation", "征求意见中"),
                    ("approved", "已批准，待公布"),
                    ("published", "已公布"),
                    ("discarded", "已作废"),
                ],
                default="draft",
                max_length=20,
                verbose_name="状态",
            ),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="applies_to",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("village", "行政村"),
                        ("community", "社区（居委会）"),
                        ("rural_community", "农村社区"),
                        ("pastoral", "牧业村"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                verbose_name="适用范围",
            ),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="category",
            field=models.CharField(blank=True, default="", max_length=100, verbose_name="事项类别"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="change_reason",
            field=models.CharField(blank=True, default="", max_length=600, verbose_name="变动理由"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="departments",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), blank=True, default=list, verbose_name="所禁部门"
            ),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="deviation",
            field=models.BooleanField(default=False, verbose_name="与上级指导清单不同"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="deviation_reason",
            field=models.CharField(blank=True, default="", max_length=600, verbose_name="不同的理由"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="funding",
            field=models.CharField(blank=True, default="", max_length=300, verbose_name="经费保障"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="initials",
            field=models.CharField(blank=True, default="", editable=False, max_length=200, verbose_name="拼音首字母"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="keywords",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=100), blank=True, default=list, verbose_name="关键词组"
            ),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="matter_code",
            field=models.CharField(blank=True, default="", max_length=30, verbose_name="准入事项编码"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="object_types",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("work_matter", "工作事项"),
                        ("mechanism", "工作机构（机制）"),
                        ("signboard", "挂牌"),
                        ("ledger", "台账报表"),
                        ("survey", "调查统计"),
                        ("inspection", "检查考核"),
                        ("contest", "创建评比"),
                        ("app", "应用程序（系统）"),
                        ("training", "培训"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                verbose_name="所禁对象类型",
            ),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="outright",
            field=models.BooleanField(default=False, verbose_name="一律禁止"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="remark",
            field=models.CharField(blank=True, default="", max_length=600, verbose_name="备注"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="removed",
            field=models.BooleanField(default=False, verbose_name="移出"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="supporting_departments",
            field=models.CharField(blank=True, default="", max_length=300, verbose_name="配合部门"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="title_bo",
            field=models.CharField(blank=True, default="", max_length=600, verbose_name="事项名称（藏文）"),
        ),
        migrations.AddField(
            model_name="historicalentry",
            name="village_duty_bo",
            field=models.TextField(blank=True, default="", verbose_name="村（社区）职责（藏文）"),
        ),
        migrations.AddField(
            model_name="legalbasis",
            name="quotation",
            field=models.TextField(blank=True, default="", verbose_name="条文"),
        ),
        migrations.AddField(
            model_name="legalbasis",
            name="successor",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="predecessors",
                to="lists.legalbasis",
                verbose_name="现行条款",
            ),
        ),
        migrations.AddField(
            model_name="legalbasis",
            name="valid_from",
            field=models.DateField(blank=True, null=True, verbose_name="施行日期"),
        ),
        migrations.AlterField(
            model_name="edition",
            name="effective_on",
            field=models.DateField(blank=True, null=True, verbose_name="施行日期"),
        ),
        migrations.AlterField(
            model_name="edition",
            name="number",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="版次"),
        ),
        migrations.AlterField(
            model_name="historicaledition",
            name="effective_on",
            field=models.DateField(blank=True, null=True, verbose_name="施行日期"),
        ),
        migrations.AlterField(
            model_name="historicaledition",
            name="number",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="版次"),
        ),
        migrations.RunSQL(PUBLISHED, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["kind", "code"], name="entry_codes_given"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["draft", "consultation", "approved"])),
                fields=("kind",),
                name="one_edition_under_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("number", None), ("number__gte", 1), _connector="OR"),
                name="edition_numbers_begin_at_1",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("number__isnull", False),
                        ("published_on__isnull", False),
                        ("status", "published"),
                        ("effective_on__gte", models.F("published_on")),
                        ("effective_on__isnull", False),
                        models.Q(("document_number", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("status", "published"), _negated=True),
                        ("document", None),
                        ("ends_on", None),
                        ("number", None),
                        ("published_on", None),
                    ),
                    _connector="OR",
                ),
                name="published_with_number_document_and_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on", None), ("ends_on__gt", models.F("effective_on")), _connector="OR"),
                name="edition_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("status", "published")),
                expressions=[
                    ("kind", "="),
                    (
                        models.Func(
                            "effective_on",
                            "ends_on",
                            models.Value("[)"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="one_edition_of_a_list_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deviation", False), models.Q(("deviation_reason", ""), _negated=True), _connector="OR"
                ),
                name="a_deviation_has_its_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("removed", False), models.Q(("change_reason", ""), _negated=True), _connector="OR"),
                name="removed_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "negative"),
                    models.Q(("departments", []), ("keywords", []), ("object_types", []), ("outright", False)),
                    _connector="OR",
                ),
                name="only_the_negative_list_forbids",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outright", False),
                    models.Q(("object_types", []), _negated=True),
                    models.Q(("departments", []), _negated=True),
                    _connector="OR",
                ),
                name="an_outright_ban_has_its_bounds",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "assist"), ("matter_code", ""), _connector="OR"),
                name="matters_join_the_assist_list",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("matter_code", ""), _negated=True), ("removed", False)),
                fields=("edition", "matter_code"),
                name="a_matter_stands_once_in_an_edition",
            ),
        ),
        migrations.AddConstraint(
            model_name="legalbasis",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("successor", None),
                    models.Q(("ended_on__isnull", False), models.Q(("successor", models.F("id")), _negated=True)),
                    _connector="OR",
                ),
                name="what_has_a_successor_has_ended",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgement",
            name="edition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="acknowledgements",
                to="lists.edition",
                verbose_name="版次",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgement",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.organisation",
                verbose_name="部门",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgement",
            name="township",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="divisions.township",
                verbose_name="乡镇",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgement",
            name="village",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="divisions.village",
                verbose_name="村（社区）",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="edition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="lists.edition",
                verbose_name="版次",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="entry",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="lists.entry",
                verbose_name="清单事项",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.organisation",
                verbose_name="部门",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="township",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="divisions.township",
                verbose_name="乡镇",
            ),
        ),
        migrations.AddField(
            model_name="historicalacknowledgement",
            name="edition",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="lists.edition",
                verbose_name="版次",
            ),
        ),
        migrations.AddField(
            model_name="historicalacknowledgement",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="accounts.organisation",
                verbose_name="部门",
            ),
        ),
        migrations.AddField(
            model_name="historicalacknowledgement",
            name="township",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="divisions.township",
                verbose_name="乡镇",
            ),
        ),
        migrations.AddField(
            model_name="historicalacknowledgement",
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
            model_name="historicalcomment",
            name="edition",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="lists.edition",
                verbose_name="版次",
            ),
        ),
        migrations.AddField(
            model_name="historicalcomment",
            name="entry",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="lists.entry",
                verbose_name="清单事项",
            ),
        ),
        migrations.AddField(
            model_name="historicalcomment",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="accounts.organisation",
                verbose_name="部门",
            ),
        ),
        migrations.AddField(
            model_name="historicalcomment",
            name="township",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="divisions.township",
                verbose_name="乡镇",
            ),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("organisation__isnull", False), ("realm", "county"), ("township", None), ("village", None)
                    ),
                    models.Q(("organisation", None), ("realm__startswith", "t_"), ("township__isnull", False)),
                    _connector="OR",
                ),
                name="asked_of_a_department_or_a_township",
            ),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.UniqueConstraint(
                fields=("edition", "organisation", "township", "village"),
                name="asked_once_an_edition",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organisation__isnull", False), ("realm", "county"), ("township", None)),
                    models.Q(("organisation", None), ("realm__startswith", "t_"), ("township__isnull", False)),
                    _connector="OR",
                ),
                name="a_comment_is_a_departments_or_a_townships",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entry", None), ("position", "no_objection")),
                    models.Q(
                        models.Q(("position", "no_objection"), _negated=True), models.Q(("text", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="a_comment_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at", None)),
                    models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                    _connector="OR",
                ),
                name="an_answer_has_its_time",
            ),
        ),
    ]
