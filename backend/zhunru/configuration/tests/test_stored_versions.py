"""What the database itself holds fast: no version is ever changed, and their numbers have no gap."""

import threading
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.db.utils import ProgrammingError

from zhunru.configuration import queries
from zhunru.configuration.models import Configuration
from zhunru.configuration.tests.conftest import changed
from zhunru.core.actors import SYSTEM
from zhunru.core.errors import DomainError
from zhunru.tenancy.context import county_context

county_side = pytest.mark.usefixtures("on_county_side")


@county_side
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE configuration_configuration SET settings = '{}'",
        "DELETE FROM configuration_configuration",
        "UPDATE configuration_historicalconfiguration SET settings = '{}'",
        "DELETE FROM configuration_historicalconfiguration",
        "TRUNCATE configuration_configuration",
    ],
)
def test_the_county_s_login_may_not_change_a_version(statement: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        _run(statement)


def test_not_even_the_owner_changes_a_version(owner: Any) -> None:
    for statement in (
        "UPDATE configuration_configuration SET number = 7",
        "UPDATE configuration_configuration SET settings = '{}'",
        "DELETE FROM configuration_configuration",
    ):
        with owner(), pytest.raises(DatabaseError, match="never changed"):
            _run(statement)


@county_side
@pytest.mark.parametrize("number", [1, 3, 0])
def test_versions_are_numbered_without_a_gap(number: int) -> None:
    with pytest.raises(DatabaseError, match="without a gap"), transaction.atomic():
        Configuration(number=number, settings={}).record(actor=SYSTEM, reason="测试")


def test_a_township_reads_the_parameters_and_writes_none(townships: list[Any], in_township: Any) -> None:
    with in_township(townships[0]):
        assert queries.current().values.refusal_reply_days == 3
        for statement in (
            "INSERT INTO configuration_configuration (number) VALUES (2)",
            "UPDATE configuration_configuration SET note = ''",
            "SELECT * FROM configuration_historicalconfiguration",
        ):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                _run(statement)


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_save_at_once_one_is_first_and_the_others_are_told() -> None:
    crowd = 8
    start, outcomes = threading.Barrier(crowd), []

    def save(days: int) -> None:
        start.wait()
        try:
            with county_context():
                changed(SYSTEM, leader_days=10 + days)
            outcomes.append("saved")
        except DomainError as error:
            outcomes.append(error.code)
        finally:
            connections.close_all()

    savers = [threading.Thread(target=save, args=(days,)) for days in range(crowd)]
    for saver in savers:
        saver.start()
    for saver in savers:
        saver.join()
    with county_context():
        numbers = list(Configuration.objects.order_by("number").values_list("number", flat=True))
    assert len(outcomes) == crowd
    assert set(outcomes) <= {"saved", "stale"}
    assert numbers == list(range(1, 2 + outcomes.count("saved")))
