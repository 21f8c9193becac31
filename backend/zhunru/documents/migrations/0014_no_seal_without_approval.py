"""No seal is put on anything that was not approved (国发〔1999〕25号, C-02), and what was written down of it stays."""

from django.db import migrations

FIXED = (
    "kind", "series_id", "seq", "number", "code", "title", "organisation_id", "seal_id", "specimen", "issued_on",
    "facts", "sha256", "size",
)  # fmt: skip
ENDING = ("status", "ended_on", "ended_by_id")
SEAL = (
    "organisation_id", "village_id", "name", "rank", "diameter_mm", "specimen", "image", "registered_on",
)  # fmt: skip
GRANT = ("seal_id", "kinds", "ground", "approved_by_id", "approved_name", "granted_on", "ends_on")
APPROVED = (
    "seal_id", "purpose", "kind", "title", "copies", "requested_by_id", "requested_name", "requested_at",
    "approved_by_id", "approved_name", "approved_at", "ground", "grant_id",
)  # fmt: skip
ERROR = "USING ERRCODE = 'integrity_constraint_violation'"


def changed(columns: tuple[str, ...]) -> str:
    """Whether any of `columns` is another than before."""
    return f"({', '.join(f'OLD.{c}' for c in columns)}) IS DISTINCT FROM ({', '.join(f'NEW.{c}' for c in columns)})"


def paper_stays(fixed: tuple[str, ...], ending: tuple[str, ...]) -> str:
    """The function of 0002 and 0003 with these columns."""
    return f"""
CREATE OR REPLACE FUNCTION documents_paper_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'an issued paper is never deleted' {ERROR};
    END IF;
    IF {changed(fixed)} THEN
        RAISE EXCEPTION 'an issued paper is never changed' {ERROR};
    END IF;
    IF OLD.status <> 'valid' AND {changed(ending)} THEN
        RAISE EXCEPTION 'a paper that ended stays ended' {ERROR};
    END IF;
    RETURN NEW;
END $$;
"""


def stays(table: str, function: str, sentence: str, condition: str = "true") -> str:
    """A trigger that refuses to delete a row, or to change it where `condition` holds."""
    return f"""
CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION '{sentence}' {ERROR};
    END IF;
    IF {condition} THEN
        RAISE EXCEPTION '{sentence}' {ERROR};
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER {function} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {function}();
"""


USES = f"""
CREATE FUNCTION documents_use_is_approved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held documents_seal;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'the register of seals is never cut' {ERROR};
    END IF;
    IF TG_OP = 'INSERT' AND NEW.status NOT IN ('requested', 'approved')
        OR TG_OP = 'UPDATE' AND OLD.status IN ('used', 'refused', 'cancelled')
        OR TG_OP = 'UPDATE' AND NEW.status = 'used' AND OLD.status <> 'approved'
        OR TG_OP = 'UPDATE' AND OLD.status = 'approved' AND NEW.status NOT IN ('approved', 'used', 'cancelled') THEN
        RAISE EXCEPTION 'a seal is used once its use has been approved, and that stays' {ERROR};
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.status = 'approved' AND {changed(APPROVED)} THEN
        RAISE EXCEPTION 'what was approved is not changed afterwards' {ERROR};
    END IF;
    SELECT * INTO held FROM documents_seal WHERE id = NEW.seal_id;
    IF NEW.approved_by_id = held.keeper_id THEN
        RAISE EXCEPTION 'who keeps a seal does not approve of its use' {ERROR};
    END IF;
    IF NEW.status IN ('approved', 'used') AND held.revoked_on IS NOT NULL THEN
        RAISE EXCEPTION 'a revoked seal is not used' {ERROR};
    END IF;
    IF NEW.status = 'approved' AND NEW.grant_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM documents_sealgrant g
        WHERE g.id = NEW.grant_id AND g.seal_id = NEW.seal_id AND NEW.kind = ANY (g.kinds) AND g.revoked_on IS NULL
    ) THEN
        RAISE EXCEPTION 'the grant does not cover this use' {ERROR};
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER documents_use_is_approved BEFORE INSERT OR UPDATE OR DELETE ON documents_sealuse
    FOR EACH ROW EXECUTE FUNCTION documents_use_is_approved();

CREATE FUNCTION documents_grant_by_a_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held documents_seal;
BEGIN
    SELECT * INTO held FROM documents_seal WHERE id = NEW.seal_id;
    IF NEW.approved_by_id IS NULL AND NOT held.specimen OR NEW.approved_by_id = held.keeper_id THEN
        RAISE EXCEPTION 'a grant is given by a person who does not keep the seal' {ERROR};
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER documents_grant_by_a_person BEFORE INSERT ON documents_sealgrant
    FOR EACH ROW EXECUTE FUNCTION documents_grant_by_a_person();

CREATE FUNCTION documents_sealed_with_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    paper bigint := CASE TG_TABLE_NAME WHEN 'documents_document' THEN (to_jsonb(NEW) ->> 'id')::bigint
        ELSE (to_jsonb(NEW) ->> 'document_id')::bigint END;
BEGIN
    IF NOT EXISTS (
        SELECT FROM documents_sealuse u
        WHERE u.document_id = paper AND u.seal_id = NEW.seal_id AND u.purpose = 'issue' AND u.status = 'used'
    ) THEN
        RAISE EXCEPTION 'no seal without an approved use' {ERROR};
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER documents_sealed_with_approval AFTER INSERT ON documents_document
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION documents_sealed_with_approval();
CREATE CONSTRAINT TRIGGER documents_sealed_with_approval AFTER INSERT ON documents_sealing
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION documents_sealed_with_approval();

CREATE FUNCTION documents_duplicate_is_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM documents_sealuse u
        WHERE u.id = NEW.use_id AND u.document_id = NEW.document_id AND u.purpose = 'duplicate' AND u.status = 'used'
    ) THEN
        RAISE EXCEPTION 'no duplicate without an approved use' {ERROR};
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER documents_duplicate_is_approved AFTER INSERT ON documents_duplicate
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION documents_duplicate_is_approved();
"""  # noqa: S608  # of this file's own words only
STAYING = (
    stays("documents_seal", "documents_seal_stays", "a registered seal is not changed", changed(SEAL)),
    stays("documents_sealgrant", "documents_grant_stays", "a grant is only taken back", changed(GRANT)),
    stays("documents_duplicate", "documents_duplicate_stays", "a duplicate stays as issued"),
    stays("documents_erasure", "documents_erasure_stays", "what was erased stays written down"),
    stays(
        "documents_templateversion", "documents_template_stays", "a published template is not changed",
        "OLD.status <> 'draft' AND (NEW.status = 'draft' OR " + changed(("kind", "number", "source")) + ")",
    ),
)  # fmt: skip
UNMAKE = "".join(
    f"DROP FUNCTION {name}() CASCADE;"
    for name in (
        "documents_use_is_approved", "documents_grant_by_a_person", "documents_sealed_with_approval",
        "documents_duplicate_is_approved", "documents_seal_stays", "documents_grant_stays", "documents_duplicate_stays",
        "documents_erasure_stays", "documents_template_stays",
    )
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("documents", "0013_batches_and_erasures")]
    operations = [
        migrations.RunSQL(
            paper_stays((*FIXED, "corrects_id", "template_id"), (*ENDING, "void_reason")), paper_stays(FIXED, ENDING)
        ),
        migrations.RunSQL(USES + "".join(STAYING), UNMAKE),
    ]
