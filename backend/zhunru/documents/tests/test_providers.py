"""An office's own signing service takes part through a class that the settings name."""

import io

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pytest_django import Settings

from zhunru.core.errors import DomainError
from zhunru.documents import checks, signing
from zhunru.documents.signatures import providers
from zhunru.documents.signatures.local import LocalCertificates
from zhunru.documents.signatures.providers import Order
from zhunru.documents.tests.drawing import signatory
from zhunru.documents.tests.purchases import PROVIDER
from zhunru.documents.tests.samples import OFFICE
from zhunru.documents.tests.signed import NUMBER, drawn, sealed, sealed_by_two

ASKED: list[Order] = []


class Adapter:
    """What an office would write, for itself only."""

    def signs_for(self, organisation: str) -> bool:
        return organisation == OFFICE


class Service(Adapter):
    """Notes what it is asked for."""

    def sign(self, prepared: IncrementalPdfFileWriter, order: Order) -> bytes:
        ASKED.append(order)
        return LocalCertificates().sign(prepared, order)

    def sign_digest(self, digest: bytes, organisation: str) -> tuple[bytes, str]:
        return digest[:4], organisation


class Forger(Adapter):
    """Signs another paper than the one it got."""

    def sign(self, prepared: IncrementalPdfFileWriter, order: Order) -> bytes:
        return LocalCertificates().sign(IncrementalPdfFileWriter(io.BytesIO(drawn().pdf)), order)


class Painter(Adapter):
    """Paints over a page before it signs."""

    def sign(self, prepared: IncrementalPdfFileWriter, order: Order) -> bytes:
        white = generic.StreamObject(stream_data=b"1 g 0 0 600 400 re f")
        prepared.add_stream_to_page(0, prepared.add_object(white))
        return LocalCertificates().sign(prepared, order)


class Idle(Adapter):
    """Gives back what it got."""

    def sign(self, prepared: IncrementalPdfFileWriter, order: Order) -> bytes:
        out = io.BytesIO()
        prepared.write(out)
        return out.getvalue()


class Garbler(Adapter):
    def sign(self, prepared: IncrementalPdfFileWriter, order: Order) -> bytes:
        signed = bytearray(LocalCertificates().sign(prepared, order))
        signed[signed.rindex(b"/Reason") + 12] ^= 1
        return bytes(signed)


class Refusing(Adapter):
    def sign(self, prepared: IncrementalPdfFileWriter, order: Order) -> bytes:
        raise DomainError("no_approval", "签章平台尚未批准")


HERE = f"{__name__}."


def test_the_first_that_signs_for_an_organisation_does(settings: Settings) -> None:
    settings.SIGNING_PROVIDERS = [f"office={HERE}Service", "local"]
    ASKED.clear()
    assert signing.verify(sealed_by_two()).holds
    (order,) = ASKED
    assert (order.field, order.organisation, order.reason) == ("seal", OFFICE, NUMBER)
    assert order.appearance == signatory(OFFICE).seal.file
    assert [one.provider for one in providers.detach(b"x", OFFICE)] == ["office"]
    settings.SIGNING_PROVIDERS.reverse()
    assert signing.verify(sealed()).holds
    assert len(ASKED) == 1


@pytest.mark.parametrize("service", ["Forger", "Painter", "Idle", "Garbler"])
def test_what_a_service_gives_back_is_judged_before_it_is_kept(settings: Settings, service: str) -> None:
    settings.SIGNING_PROVIDERS = [f"office={HERE}{service}"]
    with pytest.raises(DomainError) as failure:
        sealed()
    assert failure.value.code == "signing_failed"


def test_a_providers_own_refusal_reaches_the_person(settings: Settings) -> None:
    settings.SIGNING_PROVIDERS = [f"office={HERE}Refusing"]
    with pytest.raises(DomainError, match="签章平台尚未批准"):
        sealed()


def test_where_nobody_signs_for_a_seal_there_is_no_paper(settings: Settings) -> None:
    for configured in (["sm2"], [f"office={HERE}Service"]):
        settings.SIGNING_PROVIDERS = configured
        with pytest.raises(DomainError) as failure:
            sealed_by_two()
        assert failure.value.code == "no_provider"
    assert PROVIDER in failure.value.message


def test_only_what_is_configured_signs(settings: Settings) -> None:
    settings.SIGNING_PROVIDERS = ["local"]
    assert providers.detach(b"x", OFFICE) == []


@pytest.mark.parametrize(
    "entry", ["", "x", "x=zhunru.no.Such", "x=no dots", "x=zhunru.documents.fonts.Part", "x=builtins.dict"]
)
def test_a_provider_that_cannot_sign_is_an_error_at_start(settings: Settings, entry: str) -> None:
    settings.SIGNING_PROVIDERS = ["local", entry]
    (fault,) = checks.providers_are_known()
    assert fault.id == "documents.E004"
    assert "SIGNING_PROVIDERS" in fault.msg


def test_the_usual_providers_are_known() -> None:
    assert checks.providers_are_known() == []
