"""Signing keys on disk: for whose eyes, under which passphrase, and made at the first start."""

import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from pytest_django import Settings

from zhunru.documents import checks, pki, signing
from zhunru.documents.rendering import BACKEND
from zhunru.documents.signatures import keyfiles, local, sm2
from zhunru.documents.signatures.keyfiles import UnreadableKeyError
from zhunru.documents.tests.openssl import openssl
from zhunru.documents.tests.samples import OFFICE
from zhunru.documents.tests.signed import sealed

SECRET = "trocken-und-kuehl-lagern"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyfiles, "ROUNDS", 1000)


def faults() -> list[str]:
    return [str(fault.id) for fault in checks.signing_keys_are_safe()]


def test_the_authority_is_made_at_the_first_start_and_once(var: Path) -> None:
    pki.prepare()
    first = (var / "pki" / "root.crt").read_bytes()
    pki.prepare()
    assert (var / "pki" / "root.crt").read_bytes() == first
    assert stat.S_IMODE((var / "pki").stat().st_mode) == 0o700
    assert stat.S_IMODE((var / "pki" / "root.key").stat().st_mode) == 0o600
    assert faults() == []


def test_a_root_whose_key_is_lost_is_replaced_and_what_it_signed_still_holds() -> None:
    paper = sealed()
    (pki.folder() / "root.key").unlink()
    pki.prepare()
    assert len(pki.roots()) == 2
    assert signing.verify(paper).holds


def test_no_certificate_outlives_its_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pki, "ROOT_YEARS", pki.LEAF_YEARS)
    pki.prepare()
    monkeypatch.undo()
    _key, leaf, root = (path.read_bytes() for path in pki.key_files(OFFICE))
    ends = [x509.load_pem_x509_certificate(file).not_valid_after_utc for file in (leaf, root)]
    assert ends[0] < ends[1]
    assert len(pki.roots()) == 2


@pytest.mark.parametrize(("name", "mode"), [("root.key", 0o640), ("root.key", 0o604), (".", 0o750), (".", 0o711)])
def test_keys_that_others_can_reach_are_an_error_at_start(var: Path, name: str, mode: int) -> None:
    pki.prepare()
    (var / "pki" / name).chmod(mode)
    (fault,) = checks.signing_keys_are_safe()
    assert fault.id == "documents.E002"
    assert str((var / "pki" / name).resolve()) in fault.msg
    assert "chmod" in str(fault.hint)


def test_with_a_passphrase_keys_are_encrypted_and_papers_are_signed(settings: Settings) -> None:
    settings.SIGNING_KEY_PASSPHRASE = SECRET
    assert signing.verify(sealed()).holds
    for path in pki.folder().glob("*.key"):
        assert path.read_text().startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
        assert SECRET.encode() not in path.read_bytes()


def test_openssl_reads_what_we_encrypt(settings: Settings) -> None:
    settings.SIGNING_KEY_PASSPHRASE = SECRET
    pki.prepare()
    root = str(pki.folder() / "root.key")
    told = openssl("pkey", "-in", root, "-passin", f"pass:{SECRET}", "-noout", "-text")
    assert "NIST CURVE: P-256" in told.stdout


def test_a_passphrase_that_comes_later_encrypts_the_keys_at_the_next_start(settings: Settings) -> None:
    key = pki.key_files(OFFICE)[0]
    sm2.Sm2().sign_digest(b"0" * 32, OFFICE)
    before = {path.name: keyfiles.load(path).dump() for path in pki.folder().glob("*.key")}
    assert len(before) == 3
    settings.SIGNING_KEY_PASSPHRASE = SECRET
    pki.prepare()
    assert keyfiles.is_encrypted(key)
    assert {path.name: keyfiles.load(path).dump() for path in pki.folder().glob("*.key")} == before


@pytest.mark.parametrize(("given", "told"), [("", "set SIGNING_KEY_PASSPHRASE"), ("another one", "another")])
def test_without_the_right_passphrase_nothing_starts(settings: Settings, given: str, told: str) -> None:
    settings.SIGNING_KEY_PASSPHRASE = SECRET
    pki.prepare()
    settings.SIGNING_KEY_PASSPHRASE = given
    with pytest.raises(UnreadableKeyError):
        keyfiles.load(pki.folder() / "root.key")
    (fault,) = checks.signing_keys_are_safe()
    assert fault.id == "documents.E003"
    assert told in fault.msg or "is not the one" in fault.msg


@pytest.mark.parametrize("content", [b"", b"hello", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_damaged_key_is_told_with_its_file(content: bytes) -> None:
    pki.prepare()
    root = pki.folder() / "root.key"
    root.write_bytes(content)
    with pytest.raises(UnreadableKeyError) as failure:
        keyfiles.load(root)
    assert "root.key" in failure.value.cause
    assert failure.value.message == "签名密钥无法读取，请联系系统管理员"
    assert faults() == ["documents.E003"]


def test_a_changed_certificate_is_taken_up_without_a_restart() -> None:
    first = local.signer_for(OFFICE).signing_cert
    for path in pki.folder().glob(f"{pki.stem(OFFICE)}.*"):
        path.unlink()
    assert local.signer_for(OFFICE).signing_cert != first


def _start(var: Path, **more: Any) -> subprocess.CompletedProcess[str]:
    """The server's own module, loaded as the server loads it."""
    env = {"PATH": "/usr/bin:/bin", "ZHUNRU_VAR": str(var), "PYTHONPATH": f"{BACKEND}:{BACKEND.parent}", **more}
    return subprocess.run(
        [sys.executable, "-c", "import config.wsgi"], env=env, cwd=BACKEND, capture_output=True, text=True, check=False
    )


def test_the_server_makes_the_authority_when_it_starts_and_stops_before_exposed_keys(var: Path) -> None:
    started = _start(var)
    assert started.returncode == 0, started.stderr
    assert (var / "pki" / "root.key").exists()
    (var / "pki" / "root.key").chmod(0o644)
    refused = _start(var)
    assert refused.returncode != 0
    assert "documents.E002" in refused.stderr
    assert "Traceback" not in refused.stderr
