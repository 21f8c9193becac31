"""What must never be false of a contract, held by the database; and the facts that are pushed up to the county."""

from django.db import migrations

FACTS = {
    "contracts_contract": "push_contract_facts",
    "contracts_terms": "push_terms_facts",
    "contracts_period": "push_period_facts",
    "contracts_instalment": "push_instalment_facts",
    "contracts_deliverable": "push_deliverable_facts",
}


def _pushes(table: str, function: str) -> str:
    run = f"for each statement execute function public.{function}()"
    return f"""
create trigger push_facts_on_insert after insert on {table} referencing new table as changed {run};
create trigger push_facts_on_update after update on {table} referencing new table as changed {run};
create trigger push_facts_on_delete after delete on {table} referencing old table as gone {run};
"""


GUARDS = """
create trigger text_stays before update on contracts_terms
    for each row execute function public.contract_text_stays();
create trigger clause_stays before insert or update or delete on contracts_clause
    for each row execute function public.contract_clause_stays();
create trigger weights_are_whole after insert on contracts_clause
    referencing new table as added for each statement execute function public.contract_weights_are_whole();
create trigger verdict_is_by_clause before insert or update on contracts_verdict
    for each row execute function public.verdict_is_by_clause();
create constraint trigger money_is_conserved after insert or update on contracts_instalment
    deferrable initially deferred for each row execute function public.contract_money_is_conserved();
create constraint trigger money_is_conserved after update on contracts_contract
    deferrable initially deferred for each row execute function public.contract_money_is_conserved();
alter table contracts_period add constraint panel_is_odd_and_hears_a_recipient check (
    not (status = 'panel_signed' or status = 'accepted' or status = 'partly' or status = 'not_accepted')
    or (jsonb_array_length(panel) >= 3 and jsonb_array_length(panel) % 2 = 1
        and panel @> '[{"recipient": true}]'::jsonb)
);
"""

UNGUARDED = """
alter table contracts_period drop constraint panel_is_odd_and_hears_a_recipient;
drop trigger money_is_conserved on contracts_contract;
drop trigger money_is_conserved on contracts_instalment;
drop trigger verdict_is_by_clause on contracts_verdict;
drop trigger weights_are_whole on contracts_clause;
drop trigger clause_stays on contracts_clause;
drop trigger text_stays on contracts_terms;
"""
UNPUSHED = "".join(
    f"drop trigger push_facts_on_{act} on {table};" for table in FACTS for act in ("insert", "update", "delete")
)


class Migration(migrations.Migration):
    dependencies = [("contracts", "0001_initial"), ("purchases", "0003_contract_guards")]
    operations = [
        migrations.RunSQL("".join(_pushes(*pair) for pair in FACTS.items()), UNPUSHED),
        migrations.RunSQL(GUARDS, UNGUARDED),
    ]
