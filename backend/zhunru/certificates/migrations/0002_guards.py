"""What must never be false of a certificate, held by the database: it is on the list, and it forgets the person."""

from django.db import migrations

GUARDS = """
create trigger is_listed before insert or update on certificates_certificate
    for each row execute function public.certificate_is_listed();
create constraint trigger forgets_the_person after update on certificates_certificate
    deferrable initially deferred for each row execute function public.certificate_forgets_the_person();
create trigger is_of_an_open_one before insert or update on certificates_content
    for each row execute function public.certificate_content_is_of_an_open_one();
"""

UNGUARDED = """
drop trigger is_of_an_open_one on certificates_content;
drop trigger forgets_the_person on certificates_certificate;
drop trigger is_listed on certificates_certificate;
"""


class Migration(migrations.Migration):
    dependencies = [("certificates", "0001_initial"), ("certificate_types", "0002_guards")]
    operations = [migrations.RunSQL(GUARDS, UNGUARDED)]
