"""A deputy stands in for a colleague of its own realm; Django cannot declare a key of two columns."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_known_functions")]

    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE accounts_membership ADD CONSTRAINT deputy_is_of_the_colleagues_realm
            FOREIGN KEY (stands_in_for_id, realm) REFERENCES accounts_user (id, realm)
            """,
            "ALTER TABLE accounts_membership DROP CONSTRAINT deputy_is_of_the_colleagues_realm",
        )
    ]
