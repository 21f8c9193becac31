"""Who may do what to which public table. A table that is not named here nobody may touch, and a test says so.

The county works in the public schema only. Townships reach into it for what all share: the register, the lists, the
papers; and for their own rows of what is kept there for all: accounts, sessions, deliveries. Which rows are their own
PostgreSQL decides itself (row-level security): `current_user` is the township's role and so its realm.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from zhunru.core.actors import COUNTY
from zhunru.tenancy.acl import Grant
from zhunru.tenancy.names import APP, TOWNSHIP

Verbs = tuple[str, ...]
NONE: Verbs = ()
READ: Verbs = ("SELECT",)
ADD: Verbs = (*READ, "INSERT")
EDIT: Verbs = (*ADD, "UPDATE")
ALL: Verbs = (*EDIT, "DELETE")

OWN_REALM = "realm = current_user"
"""The county's role is called like its realm, too."""
OWN_NOTICE = f"current_user = '{COUNTY}' OR realm = current_user"
"""The county tells everybody; a township reads and tells its own realm."""
OWN_REALM_OR_COUNTY = f"current_user = '{COUNTY}' OR realm = current_user"
"""Townships see what concerns them, the county all of it."""
OWN_NAME = "split_part(username, ':', 1) = current_user"
"""Log-in attempts are counted under `realm:name`."""
OWN_DELIVERY = f"current_user = '{COUNTY}' OR schema_name = current_user"


@dataclass(frozen=True)
class Table:
    """What the county, every township, and the bare login (routing and task queue) may do; and to which rows."""

    name: str
    county: Verbs = NONE
    townships: Verbs = NONE
    app: Verbs = NONE
    rows: str = ""


def _tracked(name: str, county: Verbs = NONE, townships: Verbs = NONE, rows: str = "") -> tuple[Table, Table]:
    """A tracked table and its history: who may write the one adds to the other, and nobody edits it."""
    table = Table(name, county, townships, rows=rows)
    app, model = name.split("_", 1)
    return table, replace(
        table, name=f"{app}_historical{model}", county=_history(county), townships=_history(townships)
    )


def _history(verbs: Verbs) -> Verbs:
    return tuple(verb for verb in verbs if verb in ADD)


_DELIVERED = tuple(f"UPDATE({column})" for column in ("status", "attempts", "error", "done_at"))

TABLES = (
    # the register of hosts: written by the operator's commands only
    Table("divisions_county", READ, READ, app=READ),
    Table("divisions_township", READ, READ, app=READ),
    Table("divisions_domain", READ, READ, app=READ),
    Table("divisions_village", READ, READ),
    # accounts
    *_tracked("accounts_organisation", EDIT, READ),
    *_tracked("accounts_user", EDIT, EDIT, rows=OWN_REALM),
    *_tracked("accounts_membership", EDIT, EDIT, rows=OWN_REALM),
    Table("accounts_session", ALL, ALL, rows=OWN_REALM),
    Table("axes_accessattempt", ALL, ALL, rows=OWN_NAME),
    Table("axes_accesslog", EDIT, EDIT, rows=OWN_NAME),
    Table("axes_accessfailurelog", ADD, ADD, rows=OWN_NAME),
    Table("axes_accessattemptexpiration", READ, READ),  # always empty; asked when attempts are cleared away
    # working days: the calendar is for all, clocks are the county's
    *_tracked("workdays_year", EDIT, READ),
    *_tracked("workdays_day", EDIT, READ),
    Table("workdays_clock", EDIT),
    Table("workdays_pause", EDIT),
    Table("workdays_told", ADD),
    Table("workdays_feed", EDIT),
    # announcements: told once, never changed
    Table("notices_notice", ADD, ADD, rows=OWN_NOTICE),
    # parameters: a version is added, never changed
    Table("configuration_configuration", ADD, READ),
    Table("configuration_historicalconfiguration", ADD),
    # papers: issued by the county
    *_tracked("documents_document", EDIT, READ),
    Table("documents_sealing", ADD, READ),
    Table("documents_numberseries", EDIT),
    *_tracked("documents_seal", EDIT),
    *_tracked("documents_sealgrant", EDIT),
    *_tracked("documents_sealuse", EDIT),
    *_tracked("documents_duplicate", ADD),
    *_tracked("documents_templateversion", EDIT, READ),
    *_tracked("documents_draft", EDIT),
    *_tracked("documents_batch", EDIT),
    Table("documents_batchitem", EDIT),
    Table("documents_erasure", ADD, READ),
    # the three lists
    *_tracked("lists_edition", EDIT, READ),
    *_tracked("lists_entry", EDIT, READ),
    Table("lists_entry_bases", ALL, READ),
    Table("lists_legalbasis", EDIT, READ),
    *_tracked("lists_comment", EDIT, ADD, rows=OWN_REALM_OR_COUNTY),
    Table("lists_acknowledgement", EDIT, (*READ, "UPDATE"), rows=OWN_REALM_OR_COUNTY),
    Table("lists_historicalacknowledgement", ADD, ADD, rows=OWN_REALM_OR_COUNTY),
    # certificates: which may be issued; each is the township's own
    Table("certificate_types_certificatetype", EDIT, READ),
    # admission: the county's own business; a township learns of it by delivery
    *_tracked("admissions_application", EDIT),
    *_tracked("admissions_firstreview", EDIT),
    *_tracked("admissions_finding", EDIT),
    *_tracked("admissions_endorsement", EDIT),
    *_tracked("admissions_decision", EDIT),
    *_tracked("admissions_meeting", EDIT),
    *_tracked("admissions_agendaitem", EDIT),
    *_tracked("admissions_attachment", EDIT),
    *_tracked("admissions_legacyimport", ADD),
    *_tracked("admissions_matter", EDIT),
    *_tracked("admissions_confirmation", EDIT),
    Table("admissions_lineage", ADD),
    Table("admissions_casepaper", ADD),
    Table("admissions_commitment", EDIT),
    Table("admissions_announcement", ADD),  # told once, never taken back
    # what villages say: written by the trigger functions behind their own statements, read where it was asked
    Table("admissions_opinion", EDIT, READ, rows=OWN_REALM_OR_COUNTY),
    *_tracked("admissions_refusalcase", EDIT, READ, rows=OWN_REALM_OR_COUNTY),
    Table("admissions_urgentreport", (*READ, "UPDATE"), READ, rows=OWN_REALM_OR_COUNTY),
    Table("admissions_delivery", EDIT, (*READ, *_DELIVERED), rows=OWN_DELIVERY),
    # purchase of services: the catalogue, the money, the clause library
    Table("purchases_service", EDIT, READ),
    Table("purchases_forbidden", EDIT, READ),
    *_tracked("purchases_waiver", EDIT, READ),
    *_tracked("purchases_budgetline", EDIT, READ),
    *_tracked("purchases_reservation", READ, EDIT, rows=OWN_REALM_OR_COUNTY),
    *_tracked("purchases_sampleclause", EDIT, READ),
    *_tracked("purchases_template", EDIT, READ),
    Table("purchases_template_clauses", ALL, READ),
    Table("purchases_release", ADD),  # told once, never changed
    # facts: written by the trigger functions alone
    Table("oversight_placementfact", READ),
    *(Table(f"purchases_{part}fact", READ) for part in ("contract", "terms", "period", "instalment", "deliverable")),
    # the task queue: the county puts tasks in, the worker (the bare login) carries them out
    Table("procrastinate_jobs", ADD, app=ALL),
    Table("procrastinate_events", ADD, app=ALL),
    Table("procrastinate_periodic_defers", app=ALL),
    Table("procrastinate_workers", app=ALL),
    # Django's own
    Table("django_content_type"),
    Table("django_migrations"),
    Table("auth_permission"),
    Table("auth_group"),
    Table("auth_group_permissions"),
)

QUEUE_FUNCTIONS = "procrastinate_"
QUEUE_ROLES = (APP, COUNTY)


def public_grants(existing: Iterable[str]) -> set[Grant]:
    """Every grant that shall hold in the public schema, as far as the tables exist."""
    there = set(existing)
    return {
        Grant(table.name, role, verb)
        for table in TABLES
        if table.name in there
        for role, verbs in ((COUNTY, table.county), (TOWNSHIP, table.townships), (APP, table.app))
        for verb in verbs
    }


def township_grants(schema: str, existing: Iterable[str]) -> set[Grant]:
    """Every grant that shall hold in a township's schema, all of them to its own role.

    Rows are ended, never deleted; history is added to, never changed; the list of migrations is the owner's.
    """
    return {
        Grant(table, schema, verb)
        for table in existing
        if table != "django_migrations"
        for verb in (ADD if is_history(table) else EDIT)
    }


def is_history(table: str) -> bool:
    """Whether the table holds the history of a tracked one."""
    return "_historical" in table
