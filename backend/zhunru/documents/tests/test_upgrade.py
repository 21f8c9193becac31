"""What an installation of an earlier version finds after the upgrade."""

from importlib import import_module

from django.db import connection

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import uses
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Seal, SealGrant
from zhunru.documents.tests.samples import OFFICE, TODAY

former = import_module("zhunru.documents.migrations.0018_grants_of_former_seals")


def test_a_specimen_registered_before_grants_were_is_granted_what_a_new_one_is(
    office: Organisation, keeper: Actor
) -> None:
    seal = Seal(organisation=office, name=OFFICE, diameter_mm=42, image="<svg/>", registered_on=TODAY)
    seal.record(actor=keeper, reason="登记样章")
    with connection.cursor() as cursor:
        for _again in range(2):
            cursor.execute(former.GRANT, [list(former.KINDS)])
    grant = SealGrant.objects.get(seal=seal)
    assert set(grant.kinds) == set(KINDS) == set(former.KINDS)
    assert [row.history_change_reason for row in grant.history.all()] == ["升级：登记样章的用印授权"]
    assert uses.grant_for(seal, "approval", grant.granted_on) == grant
