"""The private PostgreSQL: it starts, refuses a second supervisor, survives being killed, and never stays behind."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from infra import pg_home
from infra.embedded_pg import server
from infra.pg_home import NotStartedError, erase
from infra.processes import pids

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Path]:
    """A folder any account can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="zhunru-pg-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def supervise(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """Start a supervisor of its own; give it and the connection string it prints."""
    process = subprocess.Popen(
        [sys.executable, "-m", "infra.embedded_pg", folder], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    return process, process.stdout.readline().strip()


def processes_of(folder: Path) -> list[int]:
    """Processes whose working folder is the cluster's data."""
    found = []
    for pid in pids():
        with contextlib.suppress(OSError):
            if Path(f"/proc/{pid}/cwd").readlink() == folder / "data":
                found.append(pid)
    return found


def eventually(true: Callable[[], bool], seconds: float = 15) -> bool:
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def answer(dsn: str, sql: str) -> object:
    with psycopg.connect(dsn, autocommit=True) as connection:
        row = connection.execute(sql.encode()).fetchone()
    return row[0] if row else None


def test_it_starts_with_checksums_utf8_and_room_for_many_locks(cluster: Path) -> None:
    with server(cluster, durable=False) as dsn:
        assert answer(dsn, "SHOW data_checksums") == "on"
        assert answer(dsn, "SHOW server_encoding") == "UTF8"
        assert answer(dsn, "SHOW listen_addresses") == "127.0.0.1"
        assert answer(dsn, "SHOW max_locks_per_transaction") == "256"
        assert answer(dsn, "SHOW fsync") == "off"
        assert answer(dsn, "SELECT '准入' ~ '^\\w+$'") is True
    assert processes_of(cluster) == []


def test_it_asks_for_the_password(cluster: Path) -> None:
    with server(cluster) as dsn:
        assert answer(dsn, "SHOW fsync") == "on"
        password = (cluster / "password").read_text()
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            answer(dsn.replace(password, "wrong"), "SELECT 1")


def test_a_second_supervisor_is_refused_and_told_by_whom(cluster: Path) -> None:
    with server(cluster), pytest.raises(NotStartedError, match=f"Process {os.getpid()} already runs"), server(cluster):
        pass


def test_it_stops_when_its_supervisor_is_killed(cluster: Path) -> None:
    supervisor, dsn = supervise(cluster)
    assert answer(dsn, "SELECT 1") == 1
    supervisor.kill()
    supervisor.wait()
    assert eventually(lambda: processes_of(cluster) == [])


def test_it_keeps_its_data_when_the_postmaster_was_killed(cluster: Path) -> None:
    supervisor, dsn = supervise(cluster)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS n")
    os.kill(int((cluster / "data/postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    supervisor.kill()
    supervisor.wait()
    with server(cluster) as again:
        assert answer(again, "SELECT n FROM kept") == 42


def test_it_replaces_a_postmaster_that_lost_its_supervisor(cluster: Path) -> None:
    supervisor, _ = supervise(cluster)
    postmaster = int((cluster / "data/postmaster.pid").read_text().split()[0])
    os.kill(postmaster, signal.SIGSTOP)  # it cannot obey the kernel's signal yet
    supervisor.kill()
    supervisor.wait()
    os.kill(postmaster, signal.SIGCONT)
    with server(cluster) as again:
        assert answer(again, "SELECT 1") == 1
        assert postmaster not in processes_of(cluster)


def test_data_of_another_version_are_refused_in_one_sentence(cluster: Path) -> None:
    with server(cluster):
        pass
    version = cluster / "data/PG_VERSION"
    before = version.read_text()
    version.write_text("9\n")
    with pytest.raises(NotStartedError, match="are PostgreSQL 9's"), server(cluster):
        pass
    version.write_text(before)


def test_erasing_leaves_nothing_of_the_cluster(cluster: Path) -> None:
    with server(cluster):
        pass
    erase(cluster)
    assert not (cluster / "data").exists()
    assert not (cluster / "password").exists()


def test_under_a_closed_home_root_takes_programs_and_data_elsewhere(
    cluster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pg_home, "OUTSIDE", cluster / "outside")
    monkeypatch.setattr(pg_home, "_open_to_all", lambda _: False)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with server(closed / "pg", durable=False) as dsn:
        folder = Path(str(answer(dsn, "SHOW data_directory")))
    assert folder.is_relative_to(cluster / "outside" if os.geteuid() == 0 else closed)
    assert closed.stat().st_mode & 0o777 == 0o700
    erase(closed / "pg")
    assert not folder.exists()
