"""The county's finance and justice bureaus are asked for their opinion on every application."""

from django.db import migrations

KNOWN = """
update accounts_organisation set function = 'finance' where short_name = '财政局' and function = '';
update accounts_organisation set function = 'justice' where short_name = '司法局' and function = '';
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_functions_and_deputies")]
    operations = [migrations.RunSQL(KNOWN, migrations.RunSQL.noop)]
