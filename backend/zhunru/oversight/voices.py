"""What the townships' words have brought into the county's tables, said once more as the triggers say it.

The statements run in a township's schema, with its realm and, to mend, its id. They add what is missing and change
nothing that the county has answered since.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """`missing` gives the ids of the rows of which the county knows nothing; `mend` tells it."""

    missing: str
    mend: tuple[str, ...]


_ANSWERED = """
FROM placements_statement s
JOIN public.admissions_opinion o ON o.id = s.opinion_id AND o.realm = %(realm)s
    AND o.village_id IS NOT DISTINCT FROM s.village_id
WHERE s.kind IN ('reply', 'objection') AND o.answered_at IS NULL
"""
_UNASKED = """
FROM placements_statement s
JOIN public.admissions_matter m ON m.id = s.matter_id
WHERE s.kind IN ('comment', 'petition') AND NOT EXISTS (
    SELECT 1 FROM public.admissions_opinion o
    WHERE o.realm = %(realm)s AND o.matter_id = s.matter_id AND o.village_id IS NOT DISTINCT FROM s.village_id
    AND o.answered_at = s.said_at AND o.purpose = CASE s.kind WHEN 'petition' THEN 'petition' ELSE 'review' END
)
"""
_CASES = """
FROM placements_refusal r
WHERE NOT EXISTS (SELECT 1 FROM public.admissions_refusalcase c WHERE c.id = r.case_id)
"""
_REPORTS = """
FROM placements_urgentreport r
WHERE NOT EXISTS (SELECT 1 FROM public.admissions_urgentreport i WHERE i.id = r.id)
"""
_CASE_COLUMNS = """id, version, realm, township_id, village_id, department_id, matter_id, demand, form, demanded_on,
    reasons, explanation, anonymous, filed_at, due_on, status, answer, ruling"""
_CASE_VALUES = """r.case_id, 1, %(realm)s, %(township)s, r.village_id, r.department_id, r.matter_id, r.demand, r.form,
    r.demanded_on, r.reasons, r.explanation, r.anonymous, r.filed_at, r.due_on, 'filed', '', ''"""

VOICES = {
    "answer": Voice(
        f"SELECT s.id {_ANSWERED} ORDER BY 1",
        (
            f"""
            UPDATE public.admissions_opinion t SET "position" = f."position", text = f.text, answered_at = f.said_at
            FROM (SELECT o.id, s."position", s.text, s.said_at {_ANSWERED}) f WHERE t.id = f.id
            """,  # noqa: S608  # of this file's own words only
        ),
    ),
    "comment or petition": Voice(
        f"SELECT s.id {_UNASKED} ORDER BY 1",
        (
            f"""
            INSERT INTO public.admissions_opinion
                (purpose, matter_id, title, brief, party, realm, township_id, village_id, round, "position", text,
                 answered_at, silent, answered_by, reply)
            SELECT CASE s.kind WHEN 'petition' THEN 'petition' ELSE 'review' END, s.matter_id, m.title, '{{}}',
                CASE WHEN s.village_id IS NULL THEN 'township' ELSE 'village' END, %(realm)s, %(township)s,
                s.village_id, 0, s."position", s.text, s.said_at, false, '', '' {_UNASKED}
            """,
        ),
    ),
    "refusal": Voice(
        f"SELECT r.id {_CASES} ORDER BY 1",
        (
            f"""
            INSERT INTO public.admissions_historicalrefusalcase ({_CASE_COLUMNS}, actor_name, actor_role,
                actor_organisation, history_change_reason, history_date, history_type)
            SELECT {_CASE_VALUES}, '系统', '', '', '登记拒绝', r.filed_at, '+' {_CASES}
            """,
            f"INSERT INTO public.admissions_refusalcase ({_CASE_COLUMNS}) SELECT {_CASE_VALUES} {_CASES}",
        ),
    ),
    "urgent report": Voice(
        f"SELECT r.id {_REPORTS} ORDER BY 1",
        (
            f"""
            INSERT INTO public.admissions_urgentreport (id, realm, township_id, department_id, title, ground,
                entered_at, late_reason, village_duty, scope, reported_at, status, reason)
            SELECT r.id, %(realm)s, %(township)s, r.department_id, r.title, r.ground, r.entered_at, r.late_reason,
                r.village_duty, r.scope, r.reported_at, 'waiting', '' {_REPORTS}
            """,
        ),
    ),
}
