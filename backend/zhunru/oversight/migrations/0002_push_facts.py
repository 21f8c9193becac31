"""The function behind the townships' fact triggers.

It runs with its owner's rights, because a township may not write in the public schema; whose fact it
is comes from the table's own schema, never from an argument that a copied trigger would carry along.
"""

from django.db import migrations

CREATE = """
create function public.push_placement_facts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    township int;
begin
    select t.no into township from public.divisions_township t where t.schema_name = TG_TABLE_SCHEMA;
    if township is null then
        return null;
    end if;
    if TG_OP = 'DELETE' then
        delete from public.oversight_placementfact f using gone where f.id = gone.id;
        return null;
    end if;
    insert into public.oversight_placementfact
        (id, tenant_no, matter_id, village_id, department_id, status,
         notified_at, entered_at, completed_at, closed_at)
    select id, township, matter_id, village_id, department_id, status,
           notified_at, entered_at, completed_at, closed_at
    from changed
    on conflict (id) do update set
        status = excluded.status, entered_at = excluded.entered_at,
        completed_at = excluded.completed_at, closed_at = excluded.closed_at;
    return null;
end
$$;
revoke all on function public.push_placement_facts() from public;
"""


class Migration(migrations.Migration):
    dependencies = [("oversight", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, "drop function public.push_placement_facts()")]
