"""`make demo`: the whole system on this machine, from nothing, until Ctrl-C.

Environment: PORT (8000), RESET=1 (begin anew), DATABASE_URL (a real server's administrator instead of the embedded
one). What it keeps lies in var/demo: database, papers, passwords, logs.
"""

from __future__ import annotations

import contextlib
import errno
import http.client
import json
import os
import secrets
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg

from infra import preflight
from infra.children import Child
from infra.embedded_pg import server
from infra.frontend_build import ROOT, build_if_changed
from infra.pg_home import NotStartedError, bin_dir, erase, home
from infra.processes import end_all, hold

FOLDER = ROOT / "var" / "demo"
LOGS = FOLDER / "log"
CLUSTER = FOLDER / "pg"
DATABASE = "zhunru"
MARK = f"ZHUNRU_DEMO={FOLDER}"
"""In the environment of everything we start, so that a killed demo's leftovers can be told from other programs."""
HEALTHY_SECONDS = 60
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class EndedError(Exception):
    """Somebody asked the demo to end: Ctrl-C, SIGTERM, or the terminal is gone."""


def main() -> int:
    """Run the demo; give the exit code. What goes wrong is said in one sentence, never in a trace."""
    for ending in ENDINGS:
        signal.signal(ending, _end)
    try:
        _run(preflight.port_number(os.environ.get("PORT") or "8000"))
    except EndedError:
        with contextlib.suppress(OSError):  # the terminal may be gone
            print("\nThe demo has ended; its data are kept for the next time.")
    except NotStartedError as fault:
        print(fault, file=sys.stderr)
        return 1
    except OSError as fault:
        full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
        sentence = "The disk is full; make room and start again." if full else f"{fault.strerror}: {fault.filename}"
        print(sentence, file=sys.stderr)
        return 1
    return 0


def _end(number: int, frame: FrameType | None) -> None:
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN)  # a second Ctrl-C must not tear the orderly end apart
    raise EndedError


def _run(port: int) -> None:
    LOGS.mkdir(parents=True, exist_ok=True)
    busy = "The demo of this checkout already runs (process {pid}); end that one first, with Ctrl-C or: kill {pid}"
    with hold(FOLDER / "lock", busy):
        if left := end_all(_is_leftover, signal.SIGTERM, signal.SIGKILL):
            print(f"An earlier demo was killed; ended what it left: processes {', '.join(map(str, left))}.")
        preflight.port_is_free(port)
        preflight.disk_has_room(home(CLUSTER).base)
        if os.environ.get("RESET") == "1":
            _begin_anew()
        with _database() as admin:
            env = _environment(admin, port)
            logins = _prepare(env)
            _serve(env, port, logins)


def _is_leftover(pid: int) -> bool:
    return MARK.encode() in (Path("/proc") / str(pid) / "environ").read_bytes().split(b"\0")


def _begin_anew() -> None:
    if "DATABASE_URL" in os.environ:
        raise NotStartedError("RESET=1 only empties the embedded database; drop the one in DATABASE_URL yourself.")
    erase(CLUSTER)
    shutil.rmtree(FOLDER / "files", ignore_errors=True)


@contextlib.contextmanager
def _database() -> Iterator[str]:
    """The administrator's connection string: of the server in DATABASE_URL, or of the embedded one."""
    if real := os.environ.get("DATABASE_URL"):
        preflight.server_is_supported(real)
        yield real
        return
    _say("starting the database")
    with server(CLUSTER) as dsn:
        with psycopg.connect(dsn, autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if not known:
                connection.execute(f"CREATE DATABASE {DATABASE}".encode())
        yield urlunsplit(urlsplit(dsn)._replace(path=f"/{DATABASE}"))


def _environment(admin: str, port: int) -> dict[str, str]:
    """What the administration commands run with; `_as_application` makes it the server's."""
    files = FOLDER / "files"
    files.mkdir(exist_ok=True)
    mark, value = MARK.split("=", 1)
    return {
        **os.environ,
        mark: value,
        "DATABASE_URL": admin,
        "SECRET_KEY": _secret("secret_key"),
        "ZHUNRU_APP_PASSWORD": _secret("app_password"),
        "ZHUNRU_VAR": str(files),
        "ZHUNRU_FONTS": str(ROOT / "var/fonts"),
        "PUBLIC_PORT": str(port),
        "PG_BIN": str(bin_dir()),
        "PYTHONPATH": str(ROOT / "backend"),
        "PYTHONUNBUFFERED": "1",
    }


def _secret(name: str) -> str:
    """A secret that is made once and kept where only we can read it."""
    path = FOLDER / name
    if not path.exists():
        partial = path.with_suffix(".new")
        partial.unlink(missing_ok=True)
        partial.touch(0o600)
        partial.write_text(secrets.token_urlsafe(40))
        partial.rename(path)
    return path.read_text()


def _prepare(env: dict[str, str]) -> list[dict[str, str]]:
    """Migrate, provision, seed, build. Gives one login per role: role, host, username, password."""
    _say("preparing the database")
    _manage("prepare", env).must_succeed()
    _say("seeding the county")
    _manage("seed_demo", env).must_succeed()
    if build_if_changed(LOGS / "build.log"):
        _say("built the front end")
    asked = _manage("demo_logins", env)
    asked.must_succeed()
    logins: list[dict[str, str]] = json.loads(asked.log.read_text().strip().splitlines()[-1])
    return logins


def _manage(command: str, env: dict[str, str]) -> Child:
    manage = str(ROOT / "backend/manage.py")
    return Child(command, [sys.executable, manage, *command.split()], env, LOGS / f"{command.split()[-1]}.log")


def _serve(env: dict[str, str], port: int, logins: list[dict[str, str]]) -> None:
    """Run server and worker until one of them dies or we are asked to end; the server ends first."""
    _say("starting the server and the worker")
    env = _as_application(env)
    granian = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1"]
    options = ["--port", str(port), "--workers", "1", "--blocking-threads", "4", "config.wsgi:application"]
    with contextlib.ExitStack() as stack:
        worker = _manage("procrastinate worker", env)
        stack.callback(worker.stop)
        web = Child("server", [*granian, *options], env, LOGS / "server.log")
        stack.callback(web.stop)
        children = [web, worker]
        _wait_until_healthy(children, port, logins[0]["host"])
        _announce(port, logins)
        while os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT):  # sleeps until a child dies, the database too
            for child in children:
                child.must_run()
            raise NotStartedError(f"The database stopped; see {CLUSTER / 'server.log'}.")


def _as_application(env: dict[str, str]) -> dict[str, str]:
    """The same database under the application's own login; the server never sees the administrator's."""
    admin = urlsplit(env["DATABASE_URL"])
    password = env["ZHUNRU_APP_PASSWORD"]
    place = admin.netloc.rpartition("@")[2]
    app = admin._replace(netloc=f"zhunru_app:{quote(password, safe='')}@{place}")
    rest = {name: value for name, value in env.items() if name != "ZHUNRU_APP_PASSWORD"}
    return rest | {"DATABASE_URL": urlunsplit(app)}


def _wait_until_healthy(children: list[Child], port: int, host: str) -> None:
    deadline = time.monotonic() + HEALTHY_SECONDS
    while not _answers(port, host):
        for child in children:
            child.must_run()
        if time.monotonic() > deadline:
            raise children[0].fault(f"The server does not answer on port {port} after {HEALTHY_SECONDS} s.")
        time.sleep(0.1)


def _answers(port: int, host: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/login", headers={"Host": f"{host}:{port}"})
        return connection.getresponse().status == 200
    return False


def _announce(port: int, logins: list[dict[str, str]]) -> None:
    print(f"\nZhunru runs. Its logs are in {LOGS}. Ctrl-C ends it.\n")
    for login in logins:
        address = f"http://{login['host']}:{port}/"
        print(f"  {address:<44} {login['username']:<16} {login['password']:<18} {login['role']}", flush=True)
    print(flush=True)


def _say(step: str) -> None:
    print(f"demo: {step}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
