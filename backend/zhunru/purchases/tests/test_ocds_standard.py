"""What is published is the Open Contracting Data Standard 1.1, by its own checker and without a network."""

import copy
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from zhunru.purchases.ocds.building import content
from zhunru.purchases.ocds.contract import PublicContract
from zhunru.purchases.ocds.packages import Publisher, link, record, record_package, release_package
from zhunru.purchases.ocds.releasing import digest, release
from zhunru.purchases.tests.ocds_samples import contracts, course, sample
from zhunru.purchases.tests.ocds_standard import VARIABLE, faults, standard_archive

BY = Publisher("贡嘎县", "http://gongga.localhost:8000")
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def told(states: list[PublicContract], ocid: str = "ocds-213czf-1") -> list[dict[str, Any]]:
    """The releases of a contract that went through these states, as they come back from where they are kept."""
    found: list[dict[str, Any]] = []
    digests = [""]
    for hours, state in enumerate(states):
        said = content(state, ocid=ocid, site=BY.site)
        if digest(said) == digests[-1]:
            continue
        digests.append(digest(said))
        body = release(said, seq=len(digests) - 1, at=NOW + timedelta(hours=hours), before=found[-1] if found else None)
        found.append(json.loads(json.dumps(body)))
    return found


@pytest.fixture(scope="module")
def many() -> list[list[dict[str, Any]]]:
    """Releases of a hundred contracts of every kind that could be."""
    found: list[list[dict[str, Any]]] = []

    @settings(max_examples=100, database=None, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(contracts())
    def collect(contract: PublicContract) -> None:
        found.append(told(course(contract), f"ocds-213czf-{len(found) + 1}"))

    collect()
    return found


@pytest.mark.clause("2.4d")
def test_a_package_of_releases_of_any_contracts_has_no_fault(many: list[list[dict[str, Any]]]) -> None:
    bodies = [body for one in many for body in one]
    tags = {tag for body in bodies for tag in body["tag"]}
    assert tags == {
        "contract", "contractUpdate", "contractAmendment", "implementation", "implementationUpdate",
        "contractTermination",
    }  # fmt: skip
    assert faults(release_package(bodies, path="/ocds/releases.json?page=1", publisher=BY)) == {}


@pytest.mark.clause("2.4d")
def test_a_package_of_records_has_no_fault_with_releases_in_full_and_as_links(many: list[list[dict[str, Any]]]) -> None:
    full = [record(one[-1], one) for one in many]
    assert faults(record_package(full, path="/ocds/records.json", publisher=BY)) == {}
    linked = [
        record(one[-1], [link(row["ocid"], row["id"], row["date"], row["tag"], BY) for row in one]) for one in many
    ]
    assert faults(record_package(linked, path="/ocds/records.json?page=1", publisher=BY)) == {}


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        (
            ("contracts", 0, "implementation", "milestones", 0, "status"),
            "excellent",
            "additional_closed_codelist_values",
        ),
        (("contracts", 0, "dateSigned"), "2026-02-20", "validation_errors"),
        (("contracts", 0, "score"), 95.5, "all_additional_fields"),
        (("ocid",), "213czf-1", "conformance_errors"),
        (("contracts", 0, "description"), "", "additional_checks"),
    ],
)
def test_the_check_finds_what_is_wrong(path: tuple[Any, ...], value: Any, kind: str) -> None:
    """Otherwise the tests above would say nothing."""
    body = copy.deepcopy(told([sample()])[0])
    place: Any = body
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert kind in faults(release_package([body], path="/ocds/releases.json", publisher=BY))


def test_an_archive_that_is_not_there_fails_the_test_by_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/nowhere/standard.zip")
    with pytest.raises(pytest.fail.Exception, match=f"{VARIABLE} names /nowhere/standard.zip"):
        standard_archive()
