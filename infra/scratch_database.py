"""The database that the back-end tests run on: a county with three townships, made once, copied for each run.

Making it (a cluster, every migration, three townships) takes some seconds; so it is kept in var/test, under a digest
of everything that goes into it, and each run starts from a copy of its files. With DATABASE_URL in the environment a
real server is used instead; its roles `zhunru_*`, `county`, `township` and `t_*` are created there, and the password
of `zhunru_app` is set.

`python -m infra.scratch_database` fills the database that DATABASE_URL names; we call it ourselves.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from infra.embedded_pg import server
from infra.pg_home import erase, home

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "test"
KEPT_VERSIONS = 4
GOLDEN = "zhunru_golden"
PASSWORD = os.environ.get("ZHUNRU_APP_PASSWORD", "zhunru-test")
COUNTY = ("540522", "贡嘎县", "gongga.localhost")
TOWNSHIPS = (
    ("540522100", "吉雄镇", "jixiong", ("001扎庆居委会", "201刘琼村委会")),
    ("540522101", "甲竹林镇", "jiazhulin", ("001甲竹林居委会", "201新村村委会")),
    ("540522102", "杰德秀镇", "jiedexiu", ("001杰德秀居委会", "203果吉村委会")),
)


@contextlib.contextmanager
def test_server() -> Iterator[str]:
    """A server that holds the golden database; gives the administrator's connection string to it."""
    if real := os.environ.get("DATABASE_URL"):
        with _on_real_server(real) as golden:
            yield golden
        return
    kept = _kept_cluster()
    with tempfile.TemporaryDirectory(prefix="zhunru-test-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # PostgreSQL's account must be able to enter
        copy = Path(folder) / "pg"
        _copy(kept, copy)
        try:
            with server(copy, durable=False) as dsn:
                yield database(dsn, GOLDEN)
        finally:
            erase(copy)


def database(dsn: str, name: str) -> str:
    """The same login to another database of the same server."""
    return urlunsplit(urlsplit(dsn)._replace(path=f"/{name}"))


def make_copy(golden: str, name: str) -> str:
    """A new database `name` like the golden one; gives the administrator's connection string to it."""
    drop(golden, name)
    _administer(golden, f"CREATE DATABASE {name} TEMPLATE {GOLDEN}")
    return database(golden, name)


def drop(golden: str, name: str) -> None:
    """Drop the database `name`, whoever is still connected to it."""
    _administer(golden, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _administer(dsn: str, statement: str) -> None:
    with psycopg.connect(database(dsn, "postgres"), autocommit=True) as connection:
        connection.execute(statement.encode())


@contextlib.contextmanager
def _on_real_server(dsn: str) -> Iterator[str]:
    drop(dsn, GOLDEN)
    _administer(dsn, f"CREATE DATABASE {GOLDEN}")
    try:
        _fill(database(dsn, GOLDEN))
        yield database(dsn, GOLDEN)
    finally:
        drop(dsn, GOLDEN)


def _kept_cluster() -> Path:
    """A stopped cluster with the golden database, made if nothing that goes into it was kept before."""
    KEPT.mkdir(parents=True, exist_ok=True)
    found = KEPT / _digest()
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several runs may begin at once; one makes it
        if not (found / "made").exists():
            with server(found, durable=False) as dsn:
                drop(dsn, GOLDEN)
                _administer(dsn, f"CREATE DATABASE {GOLDEN}")
                _fill(database(dsn, GOLDEN))
            (found / "made").touch()
            _forget_old()
    return found


def _forget_old() -> None:
    """Each is some 60 MB; the last few serve whoever goes back and forth between versions."""
    made = sorted((path for path in KEPT.iterdir() if path.is_dir()), key=lambda path: path.stat().st_mtime)
    for old in made[:-KEPT_VERSIONS]:
        erase(old)
        shutil.rmtree(old, ignore_errors=True)


def _digest() -> str:
    """Of every file that decides what the golden database holds."""
    backend = ROOT / "backend" / "zhunru"
    made_by = ("acl", "names", "privileges", "provision", "replay", "roles", "rows", "stamps", "upkeep")
    files = [*backend.glob("*/migrations/*.py"), *(backend / "tenancy" / f"{name}.py" for name in made_by)]
    files += [ROOT / "requirements.lock", Path(__file__)]
    content = hashlib.sha256()
    for path in sorted(path for path in files if path.exists()):
        content.update(path.name.encode() + path.read_bytes())
    return content.hexdigest()[:16]


def _copy(source: Path, target: Path) -> None:
    """With owners and modes, as PostgreSQL insists on them."""
    old, new = home(source).base, home(target).base
    subprocess.run(["cp", "-a", old / "data", old / "password", new], check=True)


def _fill(dsn: str) -> None:
    env = {**os.environ, "DATABASE_URL": dsn, "SECRET_KEY": "test", "ZHUNRU_APP_PASSWORD": PASSWORD}
    env |= {"PYTHONPATH": f"{ROOT / 'backend'}:{ROOT}", "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(
        [sys.executable, "-m", "infra.scratch_database"], env=env, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"the test database could not be made:\n{done.stdout}{done.stderr}")


def main() -> None:
    """Prepare the database of DATABASE_URL and put the county and its townships into it."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from zhunru.divisions.models import County, Domain, Township, Village
    from zhunru.tenancy.provision import provision

    call_command("prepare")
    code, name, host = COUNTY
    with transaction.atomic():
        county = County.objects.create(code=code, name=name, host=host)
        for no, (code, name, label, villages) in enumerate(TOWNSHIPS, start=1):
            township = Township.objects.create(county=county, no=no, code=code, name=name, schema_name=f"t_{code}")
            Domain.objects.create(tenant=township, domain=f"{label}.{host}", is_primary=True)
            provision(township)
            for village in villages:
                kind = Village.Kind.COMMUNITY if village.endswith("居委会") else Village.Kind.VILLAGE
                Village.objects.create(code=code + village[:3], name=village[3:], kind=kind, township=township)


if __name__ == "__main__":
    main()
