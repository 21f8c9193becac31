"""The functions that hold what must never be false of a contract's text, of its verdicts and of its money.

They stand here once for all townships; the triggers that call them are in each township's schema (contracts 0002) and
run under the rights of whoever writes there.
"""

from django.db import migrations

CREATE = """
create function public.contract_text_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if old.text is distinct from new.text and old.status <> 'draft' then
        raise exception 'the text of a contract is written while it is a draft' using errcode = 'check_violation';
    end if;
    if old.status = 'signed' and (old.price, old.signed_on, old.status)
        is distinct from (new.price, new.signed_on, new.status) then
        raise exception 'a signed version stays as it was signed' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create function public.contract_clause_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    signing boolean;
begin
    if TG_OP = 'INSERT' then
        execute format('select t.status = ''offered'' from %I.contracts_terms t where t.id = $1', TG_TABLE_SCHEMA)
            into signing using new.terms_id;
        if signing then
            return new;
        end if;
    end if;
    raise exception 'clauses are written when a version is signed, and stay' using errcode = 'check_violation';
end
$$;

create function public.contract_weights_are_whole() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if exists (
        select 1 from added where side = 'provider' group by terms_id having sum(weight) <> 100
    ) or exists (
        select 1 from added where side = 'purchaser' group by terms_id having sum(weight) not in (0, 100)
    ) then
        raise exception 'the weights of a side come to 100' using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create function public.verdict_is_by_clause() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    belongs boolean;
begin
    execute format(
        'select c.assessable and t.contract_id = p.contract_id and t.status = ''signed'''
        ' from %1$I.contracts_clause c join %1$I.contracts_terms t on t.id = c.terms_id,'
        ' %1$I.contracts_period p where c.id = $1 and p.id = $2', TG_TABLE_SCHEMA
    ) into belongs using new.clause_id, new.period_id;
    if belongs is not true then
        raise exception 'a verdict is on an assessable clause of the signed contract' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create function public.contract_money_is_conserved() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    beyond boolean;
begin
    execute format(
        'select exists (select 1 from %1$I.contracts_contract c where c.id = $1 and ('
        ' c.paid <> (select coalesce(sum(i.paid), 0) from %1$I.contracts_instalment i where i.contract_id = c.id)'
        ' or c.accepted <> (select coalesce(sum(i.approved), 0) from %1$I.contracts_instalment i'
        ' where i.contract_id = c.id)))', TG_TABLE_SCHEMA
    ) into beyond using case when TG_TABLE_NAME = 'contracts_contract'
        then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'contract_id')::bigint end;
    if beyond then
        raise exception 'what is accepted and paid is the sum of the instalments' using errcode = 'check_violation';
    end if;
    return null;
end
$$;
"""

NAMES = (
    "contract_text_stays",
    "contract_clause_stays",
    "contract_weights_are_whole",
    "verdict_is_by_clause",
    "contract_money_is_conserved",
)
DROP = "".join(f"drop function public.{name}();" for name in NAMES)


class Migration(migrations.Migration):
    dependencies = [("purchases", "0002_push_facts")]
    operations = [migrations.RunSQL(CREATE, DROP)]
