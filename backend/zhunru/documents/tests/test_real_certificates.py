"""Real certificates by configuration: they sign, what they signed holds for good, and each fault is told at start."""

import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509 import Certificate
from pytest_django import Settings

from zhunru.core.errors import DomainError
from zhunru.documents import checks, pki, signing
from zhunru.documents.signatures import configured, local
from zhunru.documents.tests import authority
from zhunru.documents.tests.authority import issued, key_pem, pem_of, pkcs12_of, put
from zhunru.documents.tests.purchases import PROVIDER
from zhunru.documents.tests.samples import OFFICE
from zhunru.documents.tests.signed import sealed, sealed_by_two

SECRET = "geheim"


@pytest.fixture
def folder(var: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One PKCS#12 file for the office."""
    home = var / "certificates"
    home.mkdir(mode=0o700)
    settings.SIGNING_CERTIFICATES = str(home)
    monkeypatch.setenv("OFFICE_PASSPHRASE", SECRET)
    put(home, "office.p12", pkcs12_of(issued(OFFICE), SECRET))
    listed(home, file="office.p12", passphrase_env="OFFICE_PASSPHRASE")
    return home


def listed(folder: Path, **entry: str) -> None:
    lines = [f'{key} = "{value}"' for key, value in {"organisation": OFFICE, **entry}.items()]
    (folder / "certificates.toml").write_text("\n".join(["[[certificate]]", *lines]), encoding="utf-8")


def told() -> str:
    (fault,) = checks.certificates_are_valid()
    assert fault.id == "documents.E005"
    return str(fault.msg)


def test_the_office_signs_with_its_own_certificate_and_the_village_with_ours(folder: Path) -> None:
    assert checks.certificates_are_valid() == []
    paper = sealed_by_two()
    found = signing.verify(paper)
    assert found.holds
    assert found.signers == (OFFICE, PROVIDER)
    certificate = local.signer_for(OFFICE).signing_cert
    assert certificate
    assert certificate.issuer.native == {"common_name": "某电子认证中心"}
    assert not (pki.folder() / f"{pki.stem(OFFICE)}.key").exists()


@pytest.mark.parametrize("secret", ["", SECRET])
def test_pem_files_do_as_well_with_their_chain(folder: Path, secret: str) -> None:
    key = ec.generate_private_key(ec.SECP384R1())
    put(folder, "office.key", key_pem(key, secret))
    put(folder, "office.crt", pem_of(issued(OFFICE, key=key)))
    put(folder, "ca.crt", pem_of(authority.root()))
    more = {"passphrase_env": "OFFICE_PASSPHRASE"} if secret else {}
    listed(folder, key="office.key", certificate="office.crt", chain="ca.crt", **more)
    assert checks.certificates_are_valid() == []
    assert signing.verify(sealed()).holds
    assert b"/ETSI.CAdES.detached" in sealed()


def test_papers_hold_when_the_certificate_is_renewed_or_no_longer_configured(folder: Path, settings: Settings) -> None:
    before = sealed()
    put(folder, "office.p12", pkcs12_of(issued(OFFICE, days=700), SECRET))
    assert signing.verify(sealed()).holds
    settings.SIGNING_CERTIFICATES = ""
    assert signing.verify(before).holds
    assert len(list(pki.folder().glob("known-*.crt"))) == 2


def test_whom_the_same_authority_serves_besides_is_not_trusted(folder: Path) -> None:
    """A public authority has many customers: one of them may even bear the office's name."""
    sealed()
    known = set(pki.roots())
    key = rsa.generate_private_key(65537, 2048)
    put(folder, "office.p12", pkcs12_of(issued(OFFICE, key=key), SECRET, key))
    foreign = sealed()
    (theirs,) = set(pki.roots()) - known
    theirs.unlink()
    found = signing.verify(foreign)
    assert found.intact
    assert not found.trusted


def test_what_the_offices_own_key_would_certify_is_not_trusted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that may sign papers may not make others."""
    sealed()
    monkeypatch.setattr(authority, "ROOT_KEY", authority.KEY)
    monkeypatch.setattr(authority, "ROOT_NAME", issued(OFFICE).subject)
    key = rsa.generate_private_key(65537, 2048)
    put(folder, "office.p12", pkcs12_of(issued(OFFICE, key=key), SECRET, key))
    known = set(pki.roots())
    foreign = sealed()
    (theirs,) = set(pki.roots()) - known
    theirs.unlink()
    assert not signing.verify(foreign).trusted


@pytest.mark.parametrize(
    ("certificate", "sentence"),
    [
        (issued(OFFICE, age=400), "the certificate ended on 20"),
        (issued(OFFICE, age=-3), "the certificate holds from 20"),
        (issued("县水利局"), "the certificate is made out to 县水利局"),
        (issued(OFFICE, uses="key_encipherment"), "key usage does not let it sign"),
    ],
)
def test_a_certificate_that_does_not_fit_is_told_and_signs_nothing(
    folder: Path, certificate: Certificate, sentence: str
) -> None:
    put(folder, "office.p12", pkcs12_of(certificate, SECRET))
    assert told().startswith(f"SIGNING_CERTIFICATES: {OFFICE}: ")
    assert sentence in told()
    with pytest.raises(DomainError) as failure:
        sealed()
    assert failure.value.code == "certificate"
    assert OFFICE in failure.value.message
    assert sentence in failure.value.params["cause"]


def test_another_name_on_the_certificate_is_right_when_the_list_says_so(folder: Path) -> None:
    put(folder, "office.p12", pkcs12_of(issued("贡嘎县委社工部"), SECRET))
    listed(folder, file="office.p12", passphrase_env="OFFICE_PASSPHRASE", subject="贡嘎县委社工部")
    assert checks.certificates_are_valid() == []


def test_a_wrong_or_missing_passphrase_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICE_PASSPHRASE", "another")
    assert "the passphrase is wrong, or the file is damaged" in told()
    monkeypatch.delenv("OFFICE_PASSPHRASE")
    assert "the environment lacks OFFICE_PASSPHRASE" in told()


def test_files_that_are_missing_exposed_mixed_up_or_no_keys_are_told(folder: Path) -> None:
    (folder / "office.p12").chmod(0o640)
    assert "can be reached by others" in told()
    put(folder, "other.key", key_pem(ec.generate_private_key(ec.SECP256R1())))
    put(folder, "office.crt", pem_of(issued(OFFICE)))
    listed(folder, key="other.key", certificate="office.crt")
    assert "the key is not the certificate's" in told()
    put(folder, "other.key", b"hello")
    assert "damaged" in told()
    listed(folder, file="gone.p12")
    assert "gone.p12 is not in" in told()
    listed(folder, key="other.key")
    assert "name a file, or a key and a certificate" in told()


def test_a_list_that_cannot_be_read_is_told(folder: Path) -> None:
    listing = folder / "certificates.toml"
    whole = listing.read_text(encoding="utf-8")
    for text, sentence in (
        ("[[certificate", "cannot be read"),
        (whole + '\npasswort = "x"', "entry 1: unknown passwort"),
        (whole.replace("organisation", "subject"), "entry 1: no organisation"),
        (whole + "\n" + whole, "twice"),
    ):
        listing.write_text(text, encoding="utf-8")
        assert sentence in told()
    shutil.rmtree(folder)
    assert "cannot be read" in told()


def test_nothing_is_configured_at_first() -> None:
    assert configured.entries() == {}
    assert checks.certificates_are_valid() == []
