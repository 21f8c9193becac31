"""A membership holds in its user's realm and in no other; Django cannot declare a key of two columns."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE accounts_membership ADD CONSTRAINT membership_is_of_the_users_realm
            FOREIGN KEY (user_id, realm) REFERENCES accounts_user (id, realm)
            """,
            "ALTER TABLE accounts_membership DROP CONSTRAINT membership_is_of_the_users_realm",
        )
    ]
