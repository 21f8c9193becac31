"""Matters admitted before now take over what their application says; their papers are filed with both."""

from django.db import migrations

MATTERS = """
update admissions_matter m set
    scope = a.scope, objective = a.objective, department_duty = a.department_duty, township_duty = a.township_duty,
    village_duty = a.village_duty, frequency = a.frequency, person_days = a.person_days,
    legal_bases = a.legal_bases, funding_amount = a.funding_amount, budget_line = a.budget_line,
    no_cost_reason = a.no_cost_reason
from admissions_application a where a.id = m.application_id;
"""
PAPERS = """
insert into admissions_casepaper (document_id, application_id, matter_id)
select document_id, application_id, id from admissions_matter where document_id is not null
union all
select withdrawal_document_id, application_id, id from admissions_matter where withdrawal_document_id is not null
order by 1;
"""


class Migration(migrations.Migration):
    dependencies = [("admissions", "0002_complete")]
    operations = [
        migrations.RunSQL(MATTERS, migrations.RunSQL.noop),
        migrations.RunSQL(PAPERS, "delete from admissions_casepaper"),
    ]
