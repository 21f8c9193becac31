from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0015_duplicates_for_whom")]

    operations = [
        migrations.RemoveIndex(model_name="document", name="suspensions_in_force"),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(condition=models.Q(("kind", "suspension")), fields=["id"], name="suspensions"),
        ),
    ]
