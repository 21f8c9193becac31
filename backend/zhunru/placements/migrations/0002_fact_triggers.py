"""Every statement that touches placements pushes its facts up to the county."""

from django.db import migrations

PUSH = "for each statement execute function public.push_placement_facts()"

CREATE = f"""
create trigger push_facts_on_insert after insert on placements_placement
    referencing new table as changed {PUSH};
create trigger push_facts_on_update after update on placements_placement
    referencing new table as changed {PUSH};
create trigger push_facts_on_delete after delete on placements_placement
    referencing old table as gone {PUSH};
"""

DROP = """
drop trigger push_facts_on_insert on placements_placement;
drop trigger push_facts_on_update on placements_placement;
drop trigger push_facts_on_delete on placements_placement;
"""


class Migration(migrations.Migration):
    dependencies = [("placements", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, DROP)]
