"""The demonstration's certificates: one on its way to the seal, one to be approved, and nobody named."""

from zhunru.admissions.tests.stage import Stage, member
from zhunru.certificate_types.imports import load_certificate_types
from zhunru.certificates.models import Certificate
from zhunru.certificates.tests.counter import DATA
from zhunru.core.roles import Role
from zhunru.demo.certificates import create_certificates
from zhunru.tenancy.context import county_context, township_context


def test_one_waits_for_the_seal_and_one_for_its_approval(stage: Stage) -> None:
    township, village = stage.townships[0], stage.villages(0)[1]
    member(township.schema_name, f"v{village.code[-3:]}", Role.VILLAGE_OFFICER, village=village)
    stage.township_officer(township)
    with county_context():
        load_certificate_types(DATA)
        create_certificates()
    with township_context(township):
        found = Certificate.objects.order_by("id").values_list("status", "village_id")
        assert list(found) == [("approved", village.pk), ("requested", village.pk)]
