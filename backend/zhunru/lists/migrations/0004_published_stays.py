"""A published edition never changes, whoever asks; nor do its entries and what they rest on (rule L-02).

A code is given once: it may stand in an edition anew only if the edition before it holds it (rule L-01).
"""

from django.db import migrations

MAKE = """
create function lists_edition_stays() returns trigger language plpgsql as $$
begin
    if TG_OP = 'DELETE' then
        raise exception 'an edition is never deleted' using errcode = 'integrity_constraint_violation';
    end if;
    if OLD.status = 'published' then
        if to_jsonb(OLD) - 'ends_on' - 'version' is distinct from to_jsonb(NEW) - 'ends_on' - 'version'
            or OLD.ends_on is not null and OLD.ends_on is distinct from NEW.ends_on then
            raise exception 'a published edition never changes'
                using errcode = 'check_violation', constraint = 'published_edition_stays';
        end if;
    elsif OLD.status = 'discarded' and to_jsonb(OLD) is distinct from to_jsonb(NEW) then
        raise exception 'a discarded edition never changes'
            using errcode = 'check_violation', constraint = 'discarded_edition_stays';
    end if;
    return NEW;
end $$;
create trigger lists_edition_stays before update or delete on lists_edition
    for each row execute function lists_edition_stays();

create function lists_entry_stays() returns trigger language plpgsql as $$
declare
    state text;
begin
    if TG_OP = 'DELETE' then
        raise exception 'an entry is never deleted' using errcode = 'integrity_constraint_violation';
    end if;
    select status into state from lists_edition where id = NEW.edition_id;
    if state not in ('draft', 'consultation') then
        raise exception 'the entries of an edition that is % never change', state
            using errcode = 'check_violation', constraint = 'entries_of_a_settled_edition_stay';
    end if;
    if TG_OP = 'UPDATE' then
        if (OLD.edition_id, OLD.kind, OLD.code) is distinct from (NEW.edition_id, NEW.kind, NEW.code) then
            raise exception 'an entry keeps its code'
                using errcode = 'check_violation', constraint = 'an_entry_keeps_its_code';
        end if;
    elsif exists (select 1 from lists_entry e where e.kind = NEW.kind and e.code = NEW.code)
        and not exists (select 1 from lists_entry e join lists_edition d on d.based_on_id = e.edition_id
                         where d.id = NEW.edition_id and e.code = NEW.code and not e.removed) then
        raise exception 'the code % was given before', NEW.code
            using errcode = 'check_violation', constraint = 'a_code_is_given_once';
    end if;
    return NEW;
end $$;
create trigger lists_entry_stays before insert or update or delete on lists_entry
    for each row execute function lists_entry_stays();

create function lists_bases_stay() returns trigger language plpgsql as $$
declare
    state text;
begin
    if TG_OP = 'UPDATE' and OLD.entry_id is distinct from NEW.entry_id then
        raise exception 'what an entry rests on is not moved to another'
            using errcode = 'check_violation', constraint = 'entries_of_a_settled_edition_stay';
    end if;
    select d.status into state from lists_entry e join lists_edition d on d.id = e.edition_id
     where e.id = case when TG_OP = 'DELETE' then OLD.entry_id else NEW.entry_id end;
    if state not in ('draft', 'consultation') then
        raise exception 'what an entry of an edition that is % rests on never changes', state
            using errcode = 'check_violation', constraint = 'entries_of_a_settled_edition_stay';
    end if;
    return case when TG_OP = 'DELETE' then OLD else NEW end;
end $$;
create trigger lists_bases_stay before insert or update or delete on lists_entry_bases
    for each row execute function lists_bases_stay();
"""
UNMAKE = """
drop trigger lists_bases_stay on lists_entry_bases;
drop function lists_bases_stay();
drop trigger lists_entry_stays on lists_entry;
drop function lists_entry_stays();
drop trigger lists_edition_stays on lists_edition;
drop function lists_edition_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("lists", "0003_editions")]
    operations = [migrations.RunSQL(MAKE, UNMAKE)]
