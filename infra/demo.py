"""`make demo`: the whole system on this machine, from nothing, until Ctrl-C.

Environment: PORT (8000), RESET=1 (begin anew), DATABASE_URL (a real server's administrator instead of the embedded
one). What it keeps lies in var/demo: database, papers, passwords, logs.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator

from infra import preflight
from infra.children import tail
from infra.endings import exit_code
from infra.frontend_build import ROOT, build_if_changed
from infra.instance import Instance, Login
from infra.pg_home import NotStartedError, home
from infra.processes import end_all, hold

FOLDER = ROOT / "var" / "demo"


def main() -> int:
    """Run the demo; give the exit code. What goes wrong is said in one sentence, never in a trace."""
    return exit_code(_run, farewell="The demo has ended; its data are kept for the next time.")


def _run() -> None:
    demo = Instance(FOLDER, preflight.port_number(os.environ.get("PORT") or "8000"))
    demo.logs.mkdir(parents=True, exist_ok=True)
    busy = "The demo of this checkout already runs (process {pid}); end that one first, with Ctrl-C or: kill {pid}"
    with hold(FOLDER / "lock", busy):
        if left := end_all(demo.owns, signal.SIGTERM, signal.SIGKILL):
            print(f"An earlier demo was killed; ended what it left: processes {', '.join(map(str, left))}.")
        preflight.port_is_free(demo.port)
        preflight.disk_has_room(home(demo.cluster).base)
        if os.environ.get("RESET") == "1":
            _begin_anew(demo)
        try:
            with _database(demo) as admin:
                env = demo.environment(admin)
                _serve(demo, env, _prepare(demo, env))
        except NotStartedError:
            preflight.disk_is_not_full(home(demo.cluster).base)
            raise


def _begin_anew(demo: Instance) -> None:
    if "DATABASE_URL" in os.environ:
        raise NotStartedError("RESET=1 only empties the embedded database; drop the one in DATABASE_URL yourself.")
    demo.begin_anew()


@contextlib.contextmanager
def _database(demo: Instance) -> Iterator[str]:
    """The administrator's connection string: of the server in DATABASE_URL, or of the embedded one."""
    if real := os.environ.get("DATABASE_URL"):
        preflight.server_is_supported(real)
        yield real
        return
    _say("starting the database")
    with demo.database() as admin:
        yield admin


def _prepare(demo: Instance, env: dict[str, str]) -> list[Login]:
    """Migrate, provision, seed, build. Gives one login per role."""
    _say("preparing the database and the county")
    logins = demo.furnish(env)
    if build_if_changed(demo.logs / "build.log"):
        _say("built the front end")
    return logins


def _serve(demo: Instance, env: dict[str, str], logins: list[Login]) -> None:
    """Run server and worker until one of them dies or we are asked to end."""
    _say("starting the server and the worker")
    with demo.serving(env, logins[0]["host"]) as children:
        _announce(demo, logins)
        while os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT):  # sleeps until a child dies, the database too
            for child in children:
                child.must_run()
            log = demo.cluster / "server.log"
            raise NotStartedError(f"The database stopped. Its last words, from {log}:\n{tail(log)}")


def _announce(demo: Instance, logins: list[Login]) -> None:
    print(f"\nZhunru runs. Its logs are in {demo.logs}. Ctrl-C ends it.\n")
    for login in logins:
        address = f"http://{login['host']}:{demo.port}/"
        print(f"  {address:<44} {login['username']:<16} {login['password']:<18} {login['role']}", flush=True)
    print(flush=True)


def _say(step: str) -> None:
    print(f"demo: {step}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
