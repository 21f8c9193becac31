"""Whom a certificate was for is known until it is settled, and to nobody after that."""

from typing import Any

import pytest
from django.db import IntegrityError, connection
from psycopg.sql import SQL, Identifier

from zhunru.certificates.models import Certificate, Content
from zhunru.certificates.services import deciding
from zhunru.certificates.tests.counter import PERSON, TEXT, Counter, told
from zhunru.tenancy.context import county_context, township_context


def tables_with(words: str, *schemas: str) -> list[str]:
    """Every table of these schemas a row of which holds `words` anywhere."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname = ANY(%s) "
            "AND has_table_privilege(format('%%I.%%I', schemaname, tablename), 'SELECT')",
            [list(schemas)],
        )
        for name in cursor.fetchall():
            cursor.execute(
                SQL("SELECT count(*) FROM {} AS t WHERE t::text LIKE %s").format(Identifier(*name)), [f"%{words}%"]
            )
            if cursor.fetchone()[0]:
                found.append(".".join(name))
    return found


def everywhere(counter: Counter, words: str) -> list[str]:
    """Of the whole database what either side may read: a name hides in no table that nobody may read."""
    with township_context(counter.realm):
        found = tables_with(words, counter.realm, "public")
    with county_context():
        return found + tables_with(words, "public")


@pytest.mark.clause("2.3d")
def test_while_it_waits_the_person_stands_in_one_table_and_then_in_none(counter: Counter) -> None:
    id = counter.asked()["id"]
    for words in (PERSON, TEXT):
        assert everywhere(counter, words) == [f"{counter.realm}.certificates_content"]
    counter.second.post(f"/certificates/{id}/refuse", {"remark": "与本村无关"})
    assert everywhere(counter, PERSON) == everywhere(counter, TEXT) == []


@pytest.mark.clause("2.3d")
def test_once_it_is_issued_row_history_and_the_countys_register_hold_no_person(counter: Counter) -> None:
    issued = counter.issued()
    assert (issued["person"], issued["text"]) == ("", "")
    assert everywhere(counter, PERSON) == everywhere(counter, TEXT) == []
    read = [counter.clerk.get(path) for path in (f"/certificates/{issued['id']}/history", "/notices", "/certificates")]
    assert PERSON not in str(read)


def test_what_is_cancelled_is_forgotten_too(counter: Counter) -> None:
    id = counter.asked()["id"]
    counter.clerk.post(f"/certificates/{id}/cancel")
    assert everywhere(counter, PERSON) == []


@pytest.mark.django_db(transaction=True)
def test_the_database_lets_nothing_be_settled_that_still_names_somebody(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = counter.asked()["id"]
    monkeypatch.setattr(deciding, "forget", lambda _certificate: None)
    assert told(counter.clerk.ask("POST", f"/certificates/{id}/cancel")) == (409, "conflict", None)
    assert counter.now(id).status == Certificate.Status.REQUESTED


def test_nor_be_written_back_afterwards(counter: Counter) -> None:
    issued: Any = counter.issued()
    with township_context(counter.realm), pytest.raises(IntegrityError, match="keeps nothing of the person"):
        Content.objects.filter(certificate=issued["id"]).update(person=PERSON)
