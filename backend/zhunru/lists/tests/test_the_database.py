"""What PostgreSQL refuses to the application's own login, and to the owner, whatever the code tries (rule L-02)."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from zhunru.admissions.tests.stage import Stage
from zhunru.core.actors import SYSTEM
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.tests.ways import consulted, drafted, entry_of, in_force
from zhunru.tenancy.context import county_context, township_context

FIRST = date(2025, 1, 1)
STAYS = "never changes?|never deleted|permission denied|is not moved"
PUBLISHED_STAYS = [
    "update lists_edition set note = '改' where id = {published}",
    "update lists_edition set number = 7 where id = {published}",
    "update lists_edition set status = 'draft' where id = {published}",
    "update lists_edition set effective_on = '2024-01-01', published_on = '2024-01-01' where id = {published}",
    "update lists_edition set document_number = '2号' where id = {published}",
    "update lists_edition set ends_on = '2026-01-01' where id = {ended}",
    "update lists_edition set ends_on = null where id = {ended}",
    "delete from lists_edition where id = {published}",
    "delete from lists_edition where id = {draft}",
    "update lists_entry set title = '改名' where id = {entry}",
    "update lists_entry set removed = true, change_reason = '移出' where id = {entry}",
    "update lists_entry set seq = 99 where id = {entry}",
    "update lists_entry set edition_id = {published} where id = {drafted}",
    "delete from lists_entry where id = {entry}",
    "delete from lists_entry where id = {drafted}",
    "insert into lists_entry ({columns}) select {columns_in_published} from lists_entry where id = {drafted}",
    "delete from lists_entry_bases where entry_id = {entry}",
    "update lists_entry_bases set entry_id = {drafted} where entry_id = {entry}",
    "update lists_entry_bases set entry_id = {entry} where entry_id = {drafted}",
    "insert into lists_entry_bases (entry_id, legalbasis_id) select {entry}, id from lists_legalbasis",
    "truncate lists_entry_bases",
    "truncate lists_edition, lists_entry cascade",
    "update lists_historicaledition set note = '改'",
    "delete from lists_historicalentry",
]


@pytest.fixture
def ids(in_county: Callable[[], AbstractContextManager[None]]) -> dict[str, Any]:
    """An edition that has ended, one that holds, and a draft that follows it, with an entry of each."""
    with in_county():
        ended = in_force(ListKind.NEGATIVE, "招商引资", on=FIRST)
        published = in_force(ListKind.NEGATIVE, "协税护税", on=date(2026, 6, 1))
        draft = drafted(ListKind.NEGATIVE, "拆迁")
        columns = _columns()
        return {
            "ended": ended.pk,
            "published": published.pk,
            "draft": draft.pk,
            "entry": entry_of(published, "招商引资").pk,
            "drafted": entry_of(draft, "拆迁").pk,
            "columns": ", ".join(columns),
            "columns_in_published": ", ".join(str(published.pk) if c == "edition_id" else c for c in columns),
        }


def _columns() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select * from lists_entry limit 0")
        return [column.name for column in cursor.description if column.name != "id"]


def run(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return int(cursor.rowcount)


def refused(statement: str, why: str = STAYS) -> None:
    with pytest.raises(DatabaseError, match=why), transaction.atomic():
        run(statement)


@pytest.mark.clause("3.2a")
@pytest.mark.parametrize("statement", PUBLISHED_STAYS)
def test_a_published_edition_with_its_entries_and_what_they_rest_on_stays(statement: str, ids: dict[str, Any]) -> None:
    """Rule L-02: not even with SQL under the application's own login."""
    with county_context():
        refused(statement.format(**ids))


@pytest.mark.django_db(transaction=True)
def test_not_even_the_owner_changes_what_is_published(owner: Callable[[], AbstractContextManager[Any]]) -> None:
    """Rule L-02."""
    with county_context(), transaction.atomic():
        published = in_force(ListKind.NEGATIVE, "招商引资", on=FIRST)
        entry = published.entries.get()
    for statement in (
        f"update lists_edition set note = '改' where id = {published.pk}",
        f"delete from lists_edition where id = {published.pk}",
        f"update lists_entry set title = '改' where id = {entry.pk}",
        f"delete from lists_entry where id = {entry.pk}",
        f"delete from lists_entry_bases where entry_id = {entry.pk}",
    ):
        with owner():
            refused(statement, "never changes?|never deleted")


@pytest.mark.parametrize("status", ["approved", "discarded"])
def test_what_is_decided_or_given_up_keeps_its_entries(status: str, ids: dict[str, Any]) -> None:
    """Rule L-02: what the committee has before it is what is published."""
    with county_context():
        run(f"update lists_edition set status = '{status}' where id = {ids['draft']}")
        refused(f"update lists_entry set title = '改' where id = {ids['drafted']}")
        refused(f"delete from lists_entry_bases where entry_id = {ids['drafted']}")
        if status == "discarded":
            refused(f"update lists_edition set status = 'draft' where id = {ids['draft']}")


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("code = 'N-001'", "an entry keeps its code|one_entry_per_code"),
        ("code = 'N-099'", "an entry keeps its code"),
        ("kind = 'assist', code = 'A-001'", "an entry keeps its code|entry_is_of_its_editions_list"),
    ],
)
def test_an_entry_keeps_its_code(change: str, constraint: str, ids: dict[str, Any]) -> None:
    """Rule L-01."""
    with county_context():
        refused(f"update lists_entry set {change} where id = {ids['drafted']}", constraint)


def test_a_code_is_never_given_again(ids: dict[str, Any]) -> None:
    """Rule L-01: N-003 stands in a draft; when that is given up, the next draft cannot have it."""
    insert = "insert into lists_entry ({columns}) select {values} from lists_entry where id = {drafted}"
    with county_context():
        run(f"update lists_edition set status = 'discarded' where id = {ids['draft']}")
        again = drafted(ListKind.NEGATIVE)
        values = ids["columns"].replace("edition_id", str(again.pk))
        refused(insert.format(**ids, values=values), "the code N-003 was given before")
        fresh = values.replace("code", "'N-004'", 1) if values.startswith("code") else values.replace(
            " code,", " 'N-004',"
        )  # fmt: skip
        assert run(insert.format(**ids, values=fresh)) == 1


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ("null, '5号', '2027-01-01', '2027-01-01'", "published_with_number_document_and_day"),
        ("3, '', '2027-01-01', '2027-01-01'", "published_with_number_document_and_day"),
        ("3, '5号', null, '2027-01-01'", "published_with_number_document_and_day"),
        ("3, '5号', '2027-01-01', null", "published_with_number_document_and_day"),
        ("3, '5号', '2027-01-02', '2027-01-01'", "published_with_number_document_and_day"),
        ("3, '5号', '2027-01-01', '2027-01-01'", "one_edition_of_a_list_at_a_time"),
        ("3, '5号', '2025-03-01', '2025-03-01'", "one_edition_of_a_list_at_a_time"),
        ("2, '5号', '2024-01-01', '2024-01-01'", "one_edition_per_number"),
    ],
)
def test_nothing_is_published_without_number_paper_and_a_time_of_its_own(
    values: str, constraint: str, ids: dict[str, Any]
) -> None:
    """Rules L-02 and L-03."""
    with county_context():
        statement = (
            "update lists_edition set status = 'published', (number, document_number, published_on, effective_on) "
            f"= row({values}) where id = {ids['draft']}"
        )
        typed = statement.replace("'2", "date '2")
        refused(typed, constraint)


def test_the_end_of_an_edition_is_set_once_and_then_stays(ids: dict[str, Any]) -> None:
    """Rule L-02: the one thing that a published edition learns is its end."""
    with county_context():
        assert run(f"update lists_edition set ends_on = '2027-01-01' where id = {ids['published']}") == 1
        refused(f"update lists_edition set ends_on = '2027-01-02' where id = {ids['published']}")


# --- townships ---

COMMENT = (
    "insert into lists_comment (version, edition_id, realm, township_id, position, text, said_at, answer) "
    "values (1, {edition}, '{realm}', {township}, 'proposal', '请改', now(), '')"
)


def test_a_township_writes_its_own_realms_comments_only(stage: Stage) -> None:
    """Rule L-04 and clause 3.2a: its word is its own, and no one else's is changed by it."""
    here, there = stage.townships[:2]
    with county_context():
        edition: Edition = consulted(stage, drafted(ListKind.NEGATIVE, "招商引资"))
    with township_context(there):
        run(COMMENT.format(edition=edition.pk, realm=there.schema_name, township=there.pk))
    with township_context(here):
        for realm in (there.schema_name, "county"):
            refused(COMMENT.format(edition=edition.pk, realm=realm, township=here.pk), "row-level security")
        assert run(COMMENT.format(edition=edition.pk, realm=here.schema_name, township=here.pk)) == 1
        assert run("select * from lists_comment") == 1
        for statement in ("update lists_comment set text = '改'", "delete from lists_comment"):
            refused(statement, "permission denied")
        for table in ("lists_edition", "lists_entry", "lists_legalbasis"):
            refused(f"update {table} set id = id", "permission denied")
    with county_context():
        assert run("select * from lists_comment") == 2


def test_a_township_takes_note_for_itself_only(stage: Stage) -> None:
    """Rule L-04."""
    here, there = stage.townships[:2]
    with county_context():
        edition = in_force(ListKind.NEGATIVE, "招商引资", on=FIRST)
        for township in (here, there):
            edition.acknowledgements.model(
                edition=edition, realm=township.schema_name, township=township, asked_on=FIRST
            ).record(actor=SYSTEM, reason="公布清单")
    with township_context(here):
        assert run("update lists_acknowledgement set done_at = now()") == 1
        assert run(f"update lists_acknowledgement set done_at = now() where realm = '{there.schema_name}'") == 0
        refused(f"update lists_acknowledgement set realm = '{there.schema_name}'", "row-level security")
        refused("delete from lists_acknowledgement", "permission denied")
        refused(
            "insert into lists_acknowledgement (version, edition_id, realm, township_id, asked_on) "
            f"values (1, {edition.pk}, '{here.schema_name}', {here.pk}, now())",
            "permission denied",
        )
    with county_context():
        done = {one.realm: one.done_at is not None for one in edition.acknowledgements.all()}
    assert done == {here.schema_name: True, there.schema_name: False}
