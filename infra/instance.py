"""One whole system on this machine, in a folder of its own: database, papers, secrets, logs, server and worker.

`make demo` keeps one in var/demo, `make story` begins one anew in var/story, the browser tests run one of theirs.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg

from infra.children import Child
from infra.embedded_pg import server
from infra.frontend_build import ROOT
from infra.pg_home import erase

DATABASE = "zhunru"
MARK = "ZHUNRU_DEMO"
"""In the environment of all that an instance starts, so that a killed one's leftovers are told from other programs."""
HEALTHY_SECONDS = 60

Login = dict[str, str]
"""role, host, username, password"""


@dataclass(frozen=True)
class Instance:
    """The system that lives in `folder` and answers on `port`. `durable=False`: faster, for one run only."""

    folder: Path
    port: int
    durable: bool = True

    @property
    def logs(self) -> Path:
        """Folder of the logs, one file for each program."""
        return self.folder / "log"

    @property
    def cluster(self) -> Path:
        """Folder of the embedded database."""
        return self.folder / "pg"

    def owns(self, pid: int) -> bool:
        """Whether a process was started by this instance, now or in an earlier life."""
        mark = f"{MARK}={self.folder}".encode()
        return mark in (Path("/proc") / str(pid) / "environ").read_bytes().split(b"\0")

    def begin_anew(self) -> None:
        """Forget database and papers."""
        erase(self.cluster)
        shutil.rmtree(self.folder / "files", ignore_errors=True)

    @contextlib.contextmanager
    def database(self) -> Iterator[str]:
        """Run the embedded database; gives the administrator's connection string."""
        with server(self.cluster, durable=self.durable) as dsn:
            with psycopg.connect(dsn, autocommit=True) as connection:
                known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
                if not known:
                    connection.execute(f"CREATE DATABASE {DATABASE}".encode())
            yield urlunsplit(urlsplit(dsn)._replace(path=f"/{DATABASE}"))

    def environment(self, admin: str) -> dict[str, str]:
        """What the administration commands run with; `as_application` makes it the server's."""
        files = self.folder / "files"
        files.mkdir(exist_ok=True)
        return {
            **os.environ,
            MARK: str(self.folder),
            "DATABASE_URL": admin,
            "SECRET_KEY": self.secret("secret_key"),
            "ZHUNRU_APP_PASSWORD": self.secret("app_password"),
            "ZHUNRU_VAR": str(files),
            "ZHUNRU_FONTS": str(ROOT / "var/fonts"),
            "PUBLIC_PORT": str(self.port),
            "PYTHONPATH": f"{ROOT / 'backend'}:{ROOT}",
            "PYTHONUNBUFFERED": "1",
        }

    def secret(self, name: str) -> str:
        """A secret that is made once and kept where only we can read it."""
        path = self.folder / name
        if not path.exists():
            partial = path.with_suffix(".new")
            partial.unlink(missing_ok=True)
            partial.touch(0o600)
            partial.write_text(secrets.token_urlsafe(40))
            partial.rename(path)
        return path.read_text()

    def furnish(self, env: dict[str, str], *, seed: str = "seed_demo", logins: str = "demo_logins") -> list[Login]:
        """Migrate, provision and seed the database, what is done already quickly; gives what `demo_logins` prints."""
        commands = [sys.executable, "-m", "infra.commands", "prepare", seed, logins]
        work = Child("preparation of the database", commands, env, self.logs / "prepare.log")
        work.must_succeed()
        found: list[Login] = json.loads(work.log.read_text().strip().splitlines()[-1])
        return found

    @contextlib.contextmanager
    def serving(self, env: dict[str, str], host: str) -> Iterator[list[Child]]:
        """Run server and worker under the application's login; the server, answering on `host`, ends first."""
        env = as_application(env)
        granian = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1"]
        options = ["--port", str(self.port), "--workers", "1", "--blocking-threads", "4", "config.wsgi:application"]
        with contextlib.ExitStack() as stack:
            manage = [sys.executable, str(ROOT / "backend/manage.py")]
            worker = Child("worker", [*manage, "procrastinate", "worker"], env, self.logs / "worker.log")
            stack.callback(worker.stop)
            web = Child("server", [*granian, *options], env, self.logs / "server.log")
            stack.callback(web.stop)
            children = [web, worker]
            self._wait_until_healthy(children, host)
            yield children

    def _wait_until_healthy(self, children: list[Child], host: str) -> None:
        deadline = time.monotonic() + HEALTHY_SECONDS
        while not self._answers(host):
            for child in children:
                child.must_run()
            if time.monotonic() > deadline:
                raise children[0].fault(f"The server does not answer on port {self.port} after {HEALTHY_SECONDS} s.")
            time.sleep(0.1)

    def _answers(self, host: str) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
            connection.request("GET", "/login", headers={"Host": f"{host}:{self.port}"})
            return connection.getresponse().status == 200
        return False


def as_application(env: dict[str, str]) -> dict[str, str]:
    """The same database under the application's own login; the server never sees the administrator's."""
    admin = urlsplit(env["DATABASE_URL"])
    password = env["ZHUNRU_APP_PASSWORD"]
    place = admin.netloc.rpartition("@")[2]
    app = admin._replace(netloc=f"zhunru_app:{quote(password, safe='')}@{place}")
    rest = {name: value for name, value in env.items() if name != "ZHUNRU_APP_PASSWORD"}
    return rest | {"DATABASE_URL": urlunsplit(app)}
