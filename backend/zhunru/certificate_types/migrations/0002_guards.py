"""The functions that hold what must never be false of a certificate.

They stand here once for all townships; the triggers that call them are in each township's schema (certificates 0002)
and run under the rights of whoever writes there.
"""

from django.db import migrations

CREATE = """
create function public.certificate_is_listed() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if TG_OP = 'UPDATE' and (old.type_id, old.name) = (new.type_id, new.name) then
        return new;
    end if;
    if not exists (
        select from public.certificate_types_certificatetype t
        where t.id = new.type_id and t.name = new.name and t.standing = 'allowed'
    ) then
        raise exception 'a certificate is one of those on the list' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create function public.certificate_forgets_the_person() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    kept boolean;
begin
    execute format(
        'select c.person || c.text <> '''' from %I.certificates_content c where c.certificate_id = $1', TG_TABLE_SCHEMA
    ) into kept using new.id;
    if kept and new.status in ('issued', 'refused', 'cancelled') then
        raise exception 'what is settled keeps nothing of the person' using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create function public.certificate_content_is_of_an_open_one() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    waiting boolean;
begin
    execute format(
        'select c.status in (''requested'', ''approved'') from %I.certificates_certificate c where c.id = $1',
        TG_TABLE_SCHEMA
    ) into waiting using new.certificate_id;
    if not waiting and new.person || new.text <> '' then
        raise exception 'what is settled keeps nothing of the person' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
"""

DROP = """
drop function public.certificate_content_is_of_an_open_one();
drop function public.certificate_forgets_the_person();
drop function public.certificate_is_listed();
"""


class Migration(migrations.Migration):
    dependencies = [("certificate_types", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, DROP)]
