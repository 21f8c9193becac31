"""Version 1 comes with the installation; no stored version is ever changed, and their numbers have no gap."""

from django.db import migrations
from django.utils.timezone import now

FIRST = {
    "lead_time_days": 30,
    "lead_time_blocks": False,
    "form_check_days": 2,
    "deemed_accepted_days": 5,
    "correction_days": 10,
    "first_review_days": 3,
    "first_reviewer_role": "social_work_clerk",
    "consultation_days": 5,
    "silence_is_consent": True,
    "sampled_villages": 3,
    "second_review_days": 4,
    "leader_days": 2,
    "joint_meeting_days": 5,
    "total_days": 15,
    "four_eyes": True,
    "adjust_by_office": True,
    "resubmit_months": 6,
    "issue_days": 2,
    "serve_days": 2,
    "publish_days": 20,
    "similarity": 0.55,
    "funding_standard_per_person_day": None,
    "temporary_max_months": 12,
    "extension_count": 1,
    "expiry_reminder_days": [60, 30, 7],
    "urgent": {
        "registration_hours": 24,
        "application_days": 5,
        "decision_days": 10,
        "max_calendar_days": 30,
        "grounds": ["natural_disaster", "accident", "public_health", "social_security", "superior_order"],
        "abuse_lapses": 2,
    },
    "withdrawal_objection_days": 5,
    "petition_share": {"numerator": 1, "denominator": 3},
    "petition_villages": 10,
    "review_window_from": "11-01",
    "review_window_to": "12-31",
    "basis_review_days": 10,
    "readmission_months": 6,
    "refusal_reply_days": 3,
    "attachment_max_bytes": 10485760,
    "attachment_types": ["pdf", "ofd", "jpeg", "png", "docx", "xlsx"],
    "courses": [],
    "forms": [],
}
NOTE = "随系统安装的初始参数"

MAKE = """
CREATE FUNCTION configuration_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'a version of the configuration is never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM public.configuration_configuration) THEN
        RAISE EXCEPTION 'versions of the configuration are numbered without a gap'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER configuration_version_stays BEFORE INSERT OR UPDATE OR DELETE ON configuration_configuration
    FOR EACH ROW EXECUTE FUNCTION configuration_version_stays();
"""
UNMAKE = """
DROP TRIGGER configuration_version_stays ON configuration_configuration;
DROP FUNCTION configuration_version_stays();
"""


def add_first(apps, _schema_editor):
    values = {"number": 1, "settings": FIRST, "note": NOTE, "made_at": now(), "version": 1}
    first = apps.get_model("configuration", "Configuration").objects.create(**values)
    apps.get_model("configuration", "HistoricalConfiguration").objects.create(
        **values,
        id=first.pk,
        history_date=first.made_at,
        history_type="+",
        history_change_reason=NOTE,
        actor_name="系统",
    )


class Migration(migrations.Migration):
    dependencies = [("configuration", "0001_initial")]
    operations = [
        migrations.RunPython(add_first, migrations.RunPython.noop),
        migrations.RunSQL(MAKE, UNMAKE),
    ]
