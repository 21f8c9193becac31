"""Before the demo starts: each trouble gets one sentence that says what to do."""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from infra import preflight
from infra.embedded_pg import free_port, server
from infra.pg_home import NotStartedError, erase


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_busy_port_is_named_and_a_free_one_is_offered(taken_port: int) -> None:
    with pytest.raises(NotStartedError) as refusal:
        preflight.port_is_free(taken_port)
    sentence = str(refusal.value)
    assert f"Port {taken_port} is used by another program" in sentence
    offered = int(sentence.rpartition("make demo PORT=")[2])
    preflight.port_is_free(offered)


def test_a_free_port_passes() -> None:
    preflight.port_is_free(free_port())


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1"])
def test_what_is_no_port_number_is_refused(text: str) -> None:
    with pytest.raises(NotStartedError, match="is not a port number"):
        preflight.port_number(text)


def test_a_full_disk_is_said_with_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=299_000_000))
    with pytest.raises(NotStartedError, match="299 MB are free and the demo needs 300 MB"):
        preflight.disk_has_room(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=300_000_000))
    preflight.disk_has_room(tmp_path)


def test_a_disk_that_ran_full_meanwhile_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=9_999_999))
    with pytest.raises(NotStartedError, match="is full; make room and start again"):
        preflight.disk_is_not_full(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=10_000_000))
    preflight.disk_is_not_full(tmp_path)


def test_a_server_that_does_not_answer_is_said_without_its_password() -> None:
    with pytest.raises(NotStartedError, match="cannot be reached") as refusal:
        preflight.server_is_supported(f"postgresql://admin:hush-hush@127.0.0.1:{free_port()}/zhunru")
    assert "hush-hush" not in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_server_of_an_unsupported_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with server(tmp_path, durable=False) as dsn:
        preflight.server_is_supported(dsn)
        monkeypatch.setattr(preflight, "SUPPORTED", range(12, 15))
        with pytest.raises(NotStartedError, match="versions 12 to 14 are supported"):
            preflight.server_is_supported(dsn)
    erase(tmp_path)
