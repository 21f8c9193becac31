from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from zhunru.accounts.models import Organisation
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.divisions.models import Village
from zhunru.documents import sealing
from zhunru.documents.models import Seal
from zhunru.documents.tests.desk import Staff, ask, good, staff
from zhunru.documents.tests.purchases import PROVIDER
from zhunru.documents.tests.samples import OFFICE, TODAY
from zhunru.tenancy.context import county_context


@pytest.fixture(autouse=True)
def var(tmp_path: Path, settings: Settings) -> Path:
    """Papers, keys and seals of a test lie in its own folder."""
    settings.VAR = tmp_path
    return tmp_path


@pytest.fixture
def keeper() -> Actor:
    return Actor(user_id=7, name="演示用印员", role=Role.SEAL_KEEPER, realm=COUNTY)


@pytest.fixture
def office(db: None) -> Iterator[Organisation]:
    """The issuing office; the test stands in the county from here on."""
    with county_context():
        made = Organisation(name=OFFICE, short_name="社会工作部", kind=Organisation.Kind.OFFICE)
        made.record(actor=SYSTEM, reason="导入")
        yield made


@pytest.fixture
def seal(office: Organisation, keeper: Actor) -> Seal:
    return sealing.register_specimen_seal(office, actor=keeper, today=TODAY)


@pytest.fixture
def village_seal(office: Organisation, keeper: Actor) -> Seal:
    """The seal of a village's provider."""
    village = Village.objects.order_by("code")[0]
    return sealing.register_specimen_seal(village, actor=keeper, today=TODAY, name=PROVIDER)


@pytest.fixture
def team(office: Organisation, seal: Seal) -> Staff:
    """Who writes, decides and seals in the office."""
    return staff(office)


@pytest.fixture
def kept(team: Staff, seal: Seal) -> Seal:
    """The office's seal, kept by its keeper, its use approved of by the county's leader."""
    said = {"keeper": team.keeper.user_id, "approver": team.leader.user_id, "version": seal.version}
    good(ask("seals", team.head, "post", f"/{seal.pk}/appoint", said))
    seal.refresh_from_db()
    return seal
