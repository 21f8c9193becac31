"""The least that could hand out a page: the text that PostgreSQL's json_agg makes of it, through a bare view.

Nobody is asked who they are, nothing is checked, nothing is named in the reader's language.
"""

from collections.abc import Callable
from typing import LiteralString, NamedTuple

from django.db import connection
from psycopg.sql import SQL, Composed, Literal

from zhunru.admissions.models import Application, RefusalCase
from zhunru.admissions.workflow import APPLICATIONS, REFUSALS
from zhunru.core.roles import Role
from zhunru.core.workflow import Workflow

SHOWN = 200
"""Rows of a page."""
TODO = 20
"""Items of a group of the to-do."""
DUE: LiteralString = """(select c.due_on from workdays_clock c where c.subject = 'admissions.application'
    and c.subject_id = r.id and c.met_on is null and c.due_on is not null order by c.due_on limit 1)"""
FILED: LiteralString = "not (r.status = 'draft' and r.entered_at is null)"
VILLAGES: LiteralString = "coalesce(array_length(r.scope, 1), 0) as villages"
APPLICATIONS_OF: LiteralString = "admissions_application r join accounts_organisation o on o.id = r.department_id"


class Page(NamedTuple):
    columns: LiteralString
    table: LiteralString
    where: LiteralString
    order: LiteralString
    counted: LiteralString = ""
    """What the rows are counted in, where that is less than what they are shown from."""


APPLICATION = Page(
    "r.id, r.title, r.kind, r.category, r.object_type, r.status, r.submitted_at, o.name as department, "
    f"{VILLAGES}, {DUE} as due_on",
    APPLICATIONS_OF,
    FILED,
    "due_on, id",
)
PAGES = {
    "applications": APPLICATION,
    "filtered": APPLICATION._replace(where=f"{FILED} and r.status = 'first_reviewed'", order="due_on desc, id"),
    "matters": Page(
        "r.id, r.code, r.title, r.object_type, r.category, r.status, r.starts_on, r.ends_on, r.review_on, "
        f"o.name as department, {VILLAGES}",
        "admissions_matter r join accounts_organisation o on o.id = r.department_id",
        "r.status <> 'legacy'",
        "id desc",
    ),
    "refusals": Page(
        "r.id, r.demand, r.status, r.filed_at, r.due_on, o.name as department, t.name as township, v.name as village",
        "admissions_refusalcase r join accounts_organisation o on o.id = r.department_id "
        "join divisions_township t on t.id = r.township_id join divisions_village v on v.id = r.village_id",
        "true",
        "filed_at desc, id desc",
    ),
    "contracts": Page(
        "r.id, r.number, r.subject, r.service_code, r.status, r.price, r.paid, r.signed_on, r.starts_on, r.ends_on, "
        "t.name as township, v.name as village, o.name as department, exists (select 1 from purchases_instalmentfact i "
        "where i.contract_id = r.id and i.due_on < current_date and i.paid_on is null "
        "and i.status not in ('arrived', 'cancelled')) as late",
        "purchases_contractfact r join accounts_organisation o on o.id = r.department_id "
        "join divisions_township t on t.no = r.tenant_no join divisions_village v on v.id = r.village_id",
        "r.department_id = (select id from accounts_organisation where short_name = '水务局')",
        "id desc",
        "purchases_contractfact r",
    ),
    "placements": Page(
        "r.id, r.title, r.department, r.status, r.provisional, r.document_number, r.starts_on, r.ends_on, "
        "r.notified_at, r.entered_at, v.name as village",
        "placements_placement r join divisions_village v on v.id = r.village_id",
        "true",
        "id desc",
    ),
}


def page_of(name: str) -> Callable[[], bytes]:
    """One page with the number of all rows."""
    columns, table, where, order, counted = map(SQL, PAGES[name])
    sql = SQL(
        "select json_build_object('items', (select json_agg(p) from (select {0} from {1} where {2} order by {3} limit "
        "{4}) p), 'total', (select count(*) from {5} where {2}))::text"
    ).format(columns, table, where, order, Literal(SHOWN), counted if PAGES[name].counted else table)
    return lambda: _handed_out(sql)


def todo_of(role: Role) -> Callable[[], bytes]:
    """Of every status that waits for the role: how many there are, and the first of them by their due dates."""
    groups = [_group("admissions_application", "title", DUE, status) for status in waits_for(role, APPLICATIONS)]
    groups += [_group("admissions_refusalcase", "demand", "r.due_on", status) for status in waits_for(role, REFUSALS)]
    sql = SQL("select json_build_array({})::text").format(SQL(", ").join(groups))
    return lambda: _handed_out(sql)


def waits_for(role: Role, workflow: Workflow[Application] | Workflow[RefusalCase]) -> list[str]:
    """Statuses from which the role takes a step that is waited for."""
    steps = [step for step in workflow if role in step.by and not step.at_will]
    return list(dict.fromkeys(status for step in steps for status in step.source))


def _group(table: LiteralString, title: LiteralString, due: LiteralString, status: str) -> Composed:
    return SQL(
        "json_build_object('count', (select count(*) from {0} where status = {3}), 'items', (select json_agg(i) from "
        "(select r.id, r.{1} as title, {2} as due_on from {0} r where r.status = {3} order by due_on, id limit {4}) i))"
    ).format(SQL(table), SQL(title), SQL(due), Literal(status), Literal(TODO))


def _handed_out(sql: Composed) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return str(cursor.fetchone()[0]).encode()
