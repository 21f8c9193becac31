"""The functions behind the townships' voices: answers and petitions, refusals, urgent entries registered for others.

They run with their owner's rights, because a township may not write in the public schema; whose word it is comes from
the table's own schema, never from an argument that a copied trigger would carry along. None of them sees a person:
who spoke stands in the township's history, which no function reads.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

STATEMENTS = """
create function public.push_statements() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    township bigint;
    told bigint;
begin
    select t.id into township from public.divisions_township t where t.schema_name = TG_TABLE_SCHEMA;
    if township is null then
        return null;
    end if;
    if exists (select 1 from said s where s.village_id is not null and not exists (
               select 1 from public.divisions_village v where v.id = s.village_id and v.township_id = township)) then
        raise exception 'a statement for a village of another township'
            using errcode = 'check_violation', constraint = 'statement_for_an_own_village';
    end if;
    update public.admissions_opinion o
       set "position" = s."position", text = s.text, answered_at = s.said_at
      from said s
     where s.kind in ('reply', 'objection') and o.id = s.opinion_id and o.realm = TG_TABLE_SCHEMA
       and o.answered_at is null and o.village_id is not distinct from s.village_id;
    get diagnostics told = row_count;
    if told <> (select count(*) from said s where s.kind in ('reply', 'objection')) then
        raise exception 'an answer to a question that was not put to this place or has been answered'
            using errcode = 'check_violation', constraint = 'statement_answers_an_open_question';
    end if;
    insert into public.admissions_opinion
        (purpose, application_id, matter_id, title, brief, party, realm, township_id, village_id, organisation_id,
         round, asked_at, due_on, "position", text, answered_at, silent, answered_by, reply)
    select case s.kind when 'petition' then 'petition' else 'review' end, null, s.matter_id, m.title, '{}',
           case when s.village_id is null then 'township' else 'village' end, TG_TABLE_SCHEMA, township, s.village_id,
           null, 0, null, null, s."position", s.text, s.said_at, false, '', ''
      from said s join public.admissions_matter m on m.id = s.matter_id
     where s.kind in ('comment', 'petition');
    get diagnostics told = row_count;
    if told <> (select count(*) from said s where s.kind in ('comment', 'petition')) then
        raise exception 'a word on a matter that there is not'
            using errcode = 'foreign_key_violation', constraint = 'statement_on_a_known_matter';
    end if;
    return null;
end
$$;
revoke all on function public.push_statements() from public;
"""

REFUSALS = """
create function public.push_refusals() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    township bigint;
begin
    select t.id into township from public.divisions_township t where t.schema_name = TG_TABLE_SCHEMA;
    if township is null then
        return null;
    end if;
    if exists (select 1 from refused r where not exists (
               select 1 from public.divisions_village v where v.id = r.village_id and v.township_id = township)) then
        raise exception 'a refusal for a village of another township'
            using errcode = 'check_violation', constraint = 'refusal_of_an_own_village';
    end if;
    insert into public.admissions_refusalcase
        (id, version, realm, township_id, village_id, department_id, matter_id, demand, form, demanded_on, reasons,
         explanation, anonymous, filed_at, due_on, status, answer, ruling)
    select r.case_id, 1, TG_TABLE_SCHEMA, township, r.village_id, r.department_id, r.matter_id, r.demand, r.form,
           r.demanded_on, r.reasons, r.explanation, r.anonymous, r.filed_at, r.due_on, 'filed', '', ''
      from refused r;
    insert into public.admissions_historicalrefusalcase
        (id, version, realm, township_id, village_id, department_id, matter_id, demand, form, demanded_on, reasons,
         explanation, anonymous, filed_at, due_on, status, answer, ruling,
         actor_name, actor_role, actor_organisation, history_change_reason, history_date, history_type)
    select r.case_id, 1, TG_TABLE_SCHEMA, township, r.village_id, r.department_id, r.matter_id, r.demand, r.form,
           r.demanded_on, r.reasons, r.explanation, r.anonymous, r.filed_at, r.due_on, 'filed', '', '',
           '系统', '', '', '登记拒绝', r.filed_at, '+'
      from refused r;
    insert into public.notices_notice
        (realm, organisation_id, village_id, effect, title, text, page, object_id, created_at)
    select 'county', r.department_id, null, 'told', '村（社区）拒绝承接，请答复：' || left(r.demand, 60), r.demand,
           'refusals', r.case_id, now()
      from refused r;
    return null;
end
$$;
revoke all on function public.push_refusals() from public;
"""

REPORTS = """
create function public.push_urgent_reports() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    township bigint;
begin
    select t.id into township from public.divisions_township t where t.schema_name = TG_TABLE_SCHEMA;
    if township is null then
        return null;
    end if;
    insert into public.admissions_urgentreport
        (id, realm, township_id, department_id, title, ground, entered_at, late_reason, village_duty, scope,
         reported_at, status, reason)
    select r.id, TG_TABLE_SCHEMA, township, r.department_id, r.title, r.ground, r.entered_at, r.late_reason,
           r.village_duty, r.scope, r.reported_at, 'waiting', ''
      from reported r;
    return null;
end
$$;
revoke all on function public.push_urgent_reports() from public;
"""

REPORT = [
    ("id", models.BigIntegerField(primary_key=True, serialize=False)),
    ("realm", models.CharField(max_length=48)),
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
    ("reported_at", models.DateTimeField(verbose_name="乡镇登记时间")),
    (
        "status",
        models.CharField(
            choices=[("waiting", "登记中"), ("done", "已登记"), ("declined", "不能登记")],
            default="waiting",
            max_length=10,
            verbose_name="状态",
        ),
    ),
    ("reason", models.TextField(blank=True, verbose_name="不能登记的原因")),
    ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
    (
        "department",
        models.ForeignKey(
            on_delete=django.db.models.deletion.PROTECT,
            related_name="+",
            to="accounts.organisation",
            verbose_name="责任部门",
        ),
    ),
    (
        "matter",
        models.ForeignKey(
            blank=True,
            null=True,
            on_delete=django.db.models.deletion.PROTECT,
            related_name="+",
            to="admissions.matter",
            verbose_name="准入事项",
        ),
    ),
    (
        "township",
        models.ForeignKey(
            on_delete=django.db.models.deletion.PROTECT,
            related_name="+",
            to="divisions.township",
            verbose_name="乡镇",
        ),
    ),
]


class Migration(migrations.Migration):
    dependencies = [("admissions", "0003_carry_over"), ("notices", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="application",
            name="drafted_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="经办人",
            ),
        ),
        migrations.CreateModel(
            name="UrgentReport",
            fields=REPORT,
            options={
                "verbose_name": "乡镇代登记的紧急事项",
                "ordering": ["id"],
                "indexes": [models.Index(condition=Q(status="waiting"), fields=["status"], name="reports_that_wait")],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(status="waiting", done_at=None, matter=None)
                        | Q(status="done", done_at__isnull=False, matter__isnull=False)
                        | Q(status="declined", done_at__isnull=False, matter=None) & ~Q(reason=""),
                        name="a_report_ends_in_a_matter_or_a_reason",
                    )
                ],
            },
        ),
        migrations.RunSQL(STATEMENTS, "drop function public.push_statements()"),
        migrations.RunSQL(REFUSALS, "drop function public.push_refusals()"),
        migrations.RunSQL(REPORTS, "drop function public.push_urgent_reports()"),
    ]
