"""Specimen seals that were registered before uses had to be approved of get the grant that comes with a new one."""

from django.db import migrations

COLUMNS = "version, kinds, ground, approved_name, granted_on, ends_on, revoked_on, approved_by_id, seal_id"
GRANT = f"""
with made as (
    insert into documents_sealgrant ({COLUMNS})
    select 1, (select array_agg(distinct kind) from unnest(%s::varchar[]) as kind),
        '样章：仅供演示，文书不具效力', '系统', current_date, null, null, null, s.id
    from documents_seal s
    where s.specimen and s.revoked_on is null
        and not exists (select from documents_sealgrant g where g.seal_id = s.id)
    returning id, {COLUMNS}
)
insert into documents_historicalsealgrant (
    id, {COLUMNS}, history_date, history_type, history_change_reason, actor_name, actor_role, actor_organisation
)
select id, {COLUMNS}, now(), '+', '升级：登记样章的用印授权', '系统', '', '' from made
"""  # noqa: S608  # of this file's own words only
KINDS = (
    "approval", "adjustment", "extension", "merger", "split", "provisional", "lapse", "suspension", "resumption",
    "expiry", "withdrawal", "correction", "not_accepted", "rejection", "deferral", "conversion", "consolidation",
    "list_edition", "contract", "supplement", "acceptance", "erratum", "rectification", "interview_notice",
    "interview_record", "circular", "satisfaction", "certificate",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("documents", "0017_kinds_of_grants")]
    operations = [migrations.RunSQL([(GRANT, [list(KINDS)])], migrations.RunSQL.noop)]
