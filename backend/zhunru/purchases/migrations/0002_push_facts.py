"""The functions behind the townships' fact triggers, and those that keep a budget line.

They run with their owner's rights, because a township may write neither facts nor budget lines; whose fact it is comes
from the table's own schema, whose reservation it is from the row that row-level security let through.
"""

from django.db import migrations

TOWNSHIP = """    select t.no into township from public.divisions_township t where t.schema_name = TG_TABLE_SCHEMA;
    if township is null then
        return null;
    end if;"""

CONTRACTS = f"""
create function public.push_contract_facts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    township int;
begin
{TOWNSHIP}
    if TG_OP = 'DELETE' then
        delete from public.purchases_contractfact f using gone where f.id = gone.id;
        return null;
    end if;
    insert into public.purchases_contractfact
        (id, tenant_no, village_id, department_id, number, subject, service_code, status, price, original_price,
         accepted, paid, signed_on, starts_on, ends_on, publication_due_on, published_on, filing_due_on, filed_on,
         procurement_law)
    select id, township, village_id, purchaser_id, number, subject, service_code, status, price, original_price,
         accepted, paid, signed_on, starts_on, ends_on, publication_due_on, published_on, filing_due_on, filed_on,
         procurement_law
    from changed
    on conflict (id) do update set
        village_id = excluded.village_id, department_id = excluded.department_id, number = excluded.number,
        subject = excluded.subject, service_code = excluded.service_code, status = excluded.status,
        price = excluded.price, original_price = excluded.original_price, accepted = excluded.accepted,
        paid = excluded.paid, signed_on = excluded.signed_on, starts_on = excluded.starts_on,
        ends_on = excluded.ends_on, publication_due_on = excluded.publication_due_on,
        published_on = excluded.published_on, filing_due_on = excluded.filing_due_on, filed_on = excluded.filed_on,
        procurement_law = excluded.procurement_law;
    return null;
end
$$;
revoke all on function public.push_contract_facts() from public;
"""  # noqa: S608  # of this file's own words only


def _of_parts(function: str, table: str, *columns: str) -> str:
    """Pushes the parts of a contract whose columns are called as the fact's."""
    names = ", ".join(("contract_id", "department_id", "no", "status", "due_on", *columns))
    anew = ", ".join(f"{name} = excluded.{name}" for name in names.split(", "))
    return f"""
create function public.{function}() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    township int;
begin
{TOWNSHIP}
    if TG_OP = 'DELETE' then
        delete from public.{table} f using gone where f.id = gone.id;
        return null;
    end if;
    insert into public.{table} (id, tenant_no, {names})
    select id, township, {names} from changed
    on conflict (id) do update set {anew};
    return null;
end
$$;
revoke all on function public.{function}() from public;
"""  # noqa: S608  # of this file's own words only


PARTS = {
    "push_terms_facts": ("purchases_termsfact",),
    "push_period_facts": ("purchases_periodfact", "from_on", "to_on"),
    "push_instalment_facts": ("purchases_instalmentfact", "amount", "approved", "paid", "paid_on", "arrived_on"),
}

DELIVERABLES = f"""
create function public.push_deliverable_facts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    township int;
    touched bigint[];
begin
{TOWNSHIP}
    if TG_OP = 'DELETE' then
        select array_agg(distinct contract_id) into touched from gone;
    else
        insert into public.purchases_deliverablefact (id, tenant_no, department_id, waiting)
        select contract_id, township, max(department_id), 0 from changed group by contract_id order by contract_id
        on conflict (id) do nothing;
        select array_agg(distinct contract_id) into touched from changed;
    end if;
    perform 1 from public.purchases_deliverablefact where id = any (touched) order by id for update;
    execute format(
        'update public.purchases_deliverablefact f set waiting = found.waiting, due_on = found.due_on from ('
        ' select c.id, count(d.id) as waiting, min(d.confirm_due_on) as due_on from unnest($1) as c (id)'
        ' left join %I.contracts_deliverable d on d.contract_id = c.id and d.status = ''submitted'' group by c.id'
        ') found where f.id = found.id', TG_TABLE_SCHEMA
    ) using touched;
    return null;
end
$$;
revoke all on function public.push_deliverable_facts() from public;
"""  # noqa: S608  # of this file's own words only
"""Counted anew by a statement that begins when the fact is locked: of two at once the second counts the first's."""

BUDGET = """
create function public.purchases_line_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if TG_OP = 'UPDATE' and (old.line_id, old.contract_id, old.realm)
        is distinct from (new.line_id, new.contract_id, new.realm) then
        raise exception 'a reservation stays with its contract and its line'
            using errcode = 'check_violation', constraint = 'a_reservation_stays';
    end if;
    if not exists (select 1 from public.divisions_township t
                    where t.schema_name = new.realm and t.no = new.contract_id >> 36) then
        raise exception 'a township reserves for its own contracts'
            using errcode = 'check_violation', constraint = 'a_reservation_is_of_its_realm';
    end if;
    update public.purchases_budgetline set
        reserved = reserved + case when new.released_at is null then new.amount else new.spent end
            - case when TG_OP = 'INSERT' then 0 when old.released_at is null then old.amount else old.spent end,
        spent = spent + new.spent - case when TG_OP = 'INSERT' then 0 else old.spent end
    where id = new.line_id;
    return null;
end
$$;
revoke all on function public.purchases_line_follows() from public;
create trigger purchases_line_follows after insert or update on purchases_reservation
    for each row execute function purchases_line_follows();

create function public.purchases_reserved_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if current_user <> (select c.relowner::regrole::text from pg_class c where c.oid = TG_RELID) then
        new.reserved := case when TG_OP = 'INSERT' then 0 else old.reserved end;
        new.spent := case when TG_OP = 'INSERT' then 0 else old.spent end;
    end if;
    return new;
end
$$;
create trigger purchases_reserved_stays before insert or update on purchases_budgetline
    for each row execute function purchases_reserved_stays();
"""
"""A line's check refuses what exceeds it. Whoever edits a line does not touch what contracts bind: the application
saves whole rows, and what it read may be old by then."""

DROP = """
drop trigger purchases_reserved_stays on purchases_budgetline;
drop function public.purchases_reserved_stays();
drop trigger purchases_line_follows on purchases_reservation;
drop function public.purchases_line_follows();
drop function public.push_deliverable_facts();
drop function public.push_instalment_facts();
drop function public.push_period_facts();
drop function public.push_terms_facts();
drop function public.push_contract_facts();
"""

CREATE = CONTRACTS + "".join(_of_parts(name, *table) for name, table in PARTS.items()) + DELIVERABLES + BUDGET


class Migration(migrations.Migration):
    dependencies = [("purchases", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, DROP)]
