"""What is printed on an issued paper never changes in the register, whoever asks; nor does a paper vanish."""

from django.db import migrations

FIXED = (
    "kind",
    "series_id",
    "seq",
    "number",
    "code",
    "title",
    "organisation_id",
    "seal_id",
    "specimen",
    "issued_on",
    "facts",
    "sha256",
    "size",
)

MAKE = f"""
CREATE FUNCTION documents_paper_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'an issued paper is never deleted' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF ({", ".join(f"OLD.{c}" for c in FIXED)}) IS DISTINCT FROM ({", ".join(f"NEW.{c}" for c in FIXED)}) THEN
        RAISE EXCEPTION 'an issued paper is never changed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.status = 'withdrawn' AND (OLD.status, OLD.withdrawn_on, OLD.withdrawn_by_id)
        IS DISTINCT FROM (NEW.status, NEW.withdrawn_on, NEW.withdrawn_by_id) THEN
        RAISE EXCEPTION 'a withdrawn paper stays withdrawn' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER documents_paper_stays BEFORE UPDATE OR DELETE ON documents_document
    FOR EACH ROW EXECUTE FUNCTION documents_paper_stays();

CREATE FUNCTION documents_number_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.last <> OLD.last + 1
        OR (OLD.organ_code, OLD.series, OLD.year) IS DISTINCT FROM (NEW.organ_code, NEW.series, NEW.year) THEN
        RAISE EXCEPTION 'paper numbers go up by one' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER documents_number_grows BEFORE UPDATE OR DELETE ON documents_numberseries
    FOR EACH ROW EXECUTE FUNCTION documents_number_grows();
"""

UNMAKE = """
DROP TRIGGER documents_paper_stays ON documents_document;
DROP FUNCTION documents_paper_stays();
DROP TRIGGER documents_number_grows ON documents_numberseries;
DROP FUNCTION documents_number_grows();
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunSQL(MAKE, UNMAKE)]
