"""A private PostgreSQL: for a first run, for tests, for a demonstration. Needs no root, no service, no container.

`with server(Path("var/demo/pg")) as admin_dsn: ...` in Python, or from a shell:
`python -m infra.embedded_pg --port 5433 var/scratch`
"""

from __future__ import annotations

import argparse
import contextlib
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from infra.pg_home import Home, NotStartedError, home
from infra.processes import dies_with_us, end_all, hold

START_SECONDS = 60
STOP_SECONDS = 30
SETTINGS = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=100",
    "max_locks_per_transaction=256",  # pg_dump locks every table of every township at once
)
FAST_AND_FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@contextlib.contextmanager
def server(root: Path, port: int | None = None, *, durable: bool = True) -> Iterator[str]:
    """Run the cluster that belongs to `root`, made on first use; stop it at the end.

    Gives the superuser's connection string. `port` None takes a free one; `durable=False` is for tests: faster, and
    lost if the machine falls over. The server also stops when this process (strictly: the thread that entered
    here) dies, however it dies. Raises NotStartedError with one sentence.
    """
    place = home(root)
    with hold(root / "lock", f"Process {{pid}} already runs the database in {root}; stop it first."):
        end_all(_serves(place.data), signal.SIGINT, signal.SIGQUIT)
        (place.data / "postmaster.pid").unlink(missing_ok=True)  # its number may now be someone else's
        _make_cluster(place)
        port = port or free_port()
        process = _start(place, root / "server.log", port, durable=durable)
        try:
            _wait_until_ready(process, place, root / "server.log")
            yield f"postgresql://postgres:{place.password.read_text()}@127.0.0.1:{port}/postgres"
        finally:
            process.send_signal(signal.SIGINT)  # "fast": ends sessions, writes a checkpoint
            process.wait(STOP_SECONDS)


def free_port() -> int:
    """A port of 127.0.0.1 that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _serves(data: Path) -> Callable[[int], bool]:
    """Whether a process is PostgreSQL at work in `data`: each of its processes has that as its working folder."""

    def serves(pid: int) -> bool:
        process = Path("/proc") / str(pid)
        return (process / "cwd").readlink() == data and b"postgres" in (process / "cmdline").read_bytes()

    return serves


def _make_cluster(place: Home) -> None:
    """Create the data folder, whole or not at all, with passwords asked for and Chinese sorted and indexed rightly."""
    major = _major(place.bin)
    if (made_by := place.data / "PG_VERSION").exists():
        if int(made_by.read_text()) != major:
            raise NotStartedError(
                f"The data in {place.data} are PostgreSQL {made_by.read_text().strip()}'s, but {place.bin} holds "
                f"version {major}; name the right programs in PG_BIN or begin anew."
            )
        return
    new = place.base / "data.new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    place.password.unlink(missing_ok=True)
    place.password.touch(0o600)
    place.password.write_text(secrets.token_urlsafe(24))
    place.account.own(new, place.password)
    locale = ["--locale=C.UTF-8"]  # plain C would leave Chinese out of trigram indexes
    if major >= 17:
        locale += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    options = ["-U", "postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums", *locale]
    made = _run_as(place, [place.bin / "initdb", "-D", new, f"--pwfile={place.password}", *options])
    if made.returncode:
        raise NotStartedError(f"The database could not be created in {new}: {_last_line(made.stderr)}")
    new.rename(place.data)


def _run_as(place: Home, command: list[str | Path]) -> subprocess.CompletedProcess[str]:
    uid, gid = place.account.ids or (None, None)
    return subprocess.run(
        command, user=uid, group=gid, extra_groups=None if uid is None else [], cwd="/",
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip


def _major(programs: Path) -> int:
    said = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"(\d+)", said)
    if not found:
        raise NotStartedError(f"{programs}/postgres does not say its version.")
    return int(found[1])


def _start(place: Home, log: Path, port: int, *, durable: bool) -> subprocess.Popen[bytes]:
    uid, gid = place.account.ids or (None, None)
    settings = [*SETTINGS, *(() if durable else FAST_AND_FORGETFUL)]
    options = [word for setting in settings for word in ("-c", setting)]
    with log.open("wb") as out:
        return subprocess.Popen(
            [place.bin / "postgres", "-D", place.data, "-p", str(port), *options],
            user=uid, group=gid, extra_groups=None if uid is None else [], cwd="/",
            stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
            preexec_fn=dies_with_us(signal.SIGINT)  # "fast" shutdown,
        )  # fmt: skip


def _wait_until_ready(process: subprocess.Popen[bytes], place: Home, log: Path) -> None:
    """PostgreSQL writes "ready" into the eighth line of postmaster.pid once it takes connections."""
    for _ in range(START_SECONDS * 50):
        if process.poll() is not None:
            raise NotStartedError(f"PostgreSQL did not start: {_last_line(log.read_text())} (see {log})")
        with contextlib.suppress(FileNotFoundError):
            lines = (place.data / "postmaster.pid").read_text().splitlines()
            if len(lines) >= 8 and lines[7].strip() == "ready":
                return
        time.sleep(0.02)
    raise NotStartedError(f"PostgreSQL was not ready after {START_SECONDS} s; see {log}.")


def _last_line(text: str) -> str:
    """The line of PostgreSQL's output that says what is wrong."""
    lines = [line for line in text.splitlines() if line.strip()]
    faults = [line for line in lines if re.search(r"FATAL|ERROR|PANIC|error:", line)]
    return (faults or lines or ["it said nothing"])[-1]


def main() -> int:
    """Run a cluster in the foreground until Ctrl-C or SIGTERM; print its connection string."""
    parser = argparse.ArgumentParser(prog="python -m infra.embedded_pg", description=main.__doc__)
    parser.add_argument("--port", type=int)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    wanted = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    signal.pthread_sigmask(signal.SIG_BLOCK, wanted)
    try:
        with server(asked.folder, asked.port) as dsn:
            print(dsn, flush=True)
            signal.sigwait(wanted)
    except NotStartedError as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
