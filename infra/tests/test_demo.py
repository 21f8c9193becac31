"""The demo's supervisor: one at a time, no leftovers, and never a trace."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from infra import children, demo, endings, preflight
from infra.children import Child
from infra.embedded_pg import free_port
from infra.instance import Instance, as_application
from infra.pg_home import NotStartedError
from infra.processes import end_all, hold


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A demo of its own, whose signals stay as they were."""
    monkeypatch.setattr(demo, "FOLDER", tmp_path)
    monkeypatch.setattr(endings, "ENDINGS", ())
    monkeypatch.delenv("PORT", raising=False)
    return tmp_path


@pytest.fixture
def instance(folder: Path) -> Instance:
    return Instance(folder, free_port())


def test_a_second_demo_is_refused_and_told_how_to_end_the_first(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with hold(folder / "lock", ""):
        assert demo.main() == 1
    assert capsys.readouterr().err == (
        f"The demo of this checkout already runs (process {os.getpid()}); "
        f"end that one first, with Ctrl-C or: kill {os.getpid()}\n"
    )


def test_a_lock_of_a_dead_demo_does_not_count(folder: Path) -> None:
    (folder / "lock").write_text("4194304")
    with hold(folder / "lock", "held by {pid}"):
        assert (folder / "lock").read_text() == str(os.getpid())


def test_what_a_killed_demo_left_is_ended(folder: Path, instance: Instance) -> None:
    left = subprocess.Popen(["sleep", "600"], env={**os.environ, "ZHUNRU_DEMO": str(folder)})
    other = subprocess.Popen(["sleep", "600"], env={**os.environ, "ZHUNRU_DEMO": f"{folder}-other"})
    assert end_all(instance.owns, signal.SIGTERM, signal.SIGKILL) == [left.pid]
    assert left.wait() == -signal.SIGTERM
    assert other.poll() is None
    other.kill()
    other.wait()


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full; make room and start again.\n"),
        (PermissionError(errno.EACCES, "Permission denied", "var/demo/x"), "Permission denied: var/demo/x\n"),
        (NotStartedError("Port 8000 is used."), "Port 8000 is used.\n"),
    ],
)
def test_a_trouble_is_one_sentence_and_never_a_trace(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    trouble: Exception,
    sentence: str,
) -> None:
    def refuse(port: int) -> None:
        raise trouble

    monkeypatch.setattr(preflight, "port_is_free", refuse)
    assert demo.main() == 1
    assert capsys.readouterr().err == sentence


def test_reset_never_empties_a_real_server(instance: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://admin@127.0.0.1/real")
    with pytest.raises(NotStartedError, match="only empties the embedded database"):
        demo._begin_anew(instance)


def test_the_server_gets_the_application_login_and_not_the_administrators() -> None:
    env = {"DATABASE_URL": "postgresql://postgres:a@127.0.0.1:5433/zhunru?x=1", "ZHUNRU_APP_PASSWORD": "p/w"}
    assert as_application(env) == {"DATABASE_URL": "postgresql://zhunru_app:p%2Fw@127.0.0.1:5433/zhunru?x=1"}


def test_a_secret_is_made_once_and_readable_by_us_alone(folder: Path, instance: Instance) -> None:
    secret = instance.secret("secret_key")
    assert len(secret) > 40
    assert instance.secret("secret_key") == secret
    assert (folder / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_program_that_fails_is_quoted_with_its_log(tmp_path: Path) -> None:
    program = Child("step", [sys.executable, "-c", "raise SystemExit('it hurts')"], os.environ, tmp_path / "log")
    with pytest.raises(NotStartedError, match=r"(?s)The step 'step' failed.*log:\n  it hurts$"):
        program.must_succeed()


def test_a_program_that_is_missing_names_the_command_that_installs_it(tmp_path: Path) -> None:
    with pytest.raises(NotStartedError, match="nowhere/granian is missing; run `make setup`"):
        Child("server", ["nowhere/granian"], os.environ, tmp_path / "log")


def test_a_program_that_will_not_stop_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "STOP_SECONDS", 0.5)
    script = "trap '' TERM; sleep 600 & echo started; wait; wait"
    program = Child("stubborn", ["sh", "-c", script], os.environ, tmp_path / "log")
    while "started" not in (tmp_path / "log").read_text():
        program.must_run()
    program.stop()
    assert program.process.returncode == -signal.SIGKILL
