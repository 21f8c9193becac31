"""`make bench`: measures everything on fresh databases, prints the rows and writes var/bench.json.

`python -m infra.bench years` measures one part only (also: first, papers, lists, contracts, races) and writes nothing.
"""

import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

from infra.bench.rows import against, bounded, within
from infra.embedded_pg import server
from infra.pg_home import erase

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = ROOT / "var"
APP = "zhunru_app"
FEW, MANY = 10, 100
FACTS = 24_000
"""100 townships of 12 villages with 20 matters each."""
CONTRACTS = 100_000
ROUNDS = 100
DECIDERS = ROOT / "backend/zhunru/demo/tests/test_deciders.py"
Rows = list[dict[str, Any]]
Env = dict[str, str]


def main() -> int:
    """0 when every goal is met."""
    wanted = sys.argv[1:]
    rows = [row for name, part in PARTS.items() if not wanted or name in wanted for row in part()]
    if not wanted:
        (VAR / "bench.json").write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    for row in rows:
        floor = f", floor {row['floor']}, ratio {row['ratio']}" if row["floor"] else ""
        mark = "ok " if row["met"] else "NO "
        print(f"{mark} {row['name']}: {row['value']} {row['unit']}{floor} (goal: {row['goal']})")
    return 0 if all(row["met"] for row in rows) else 1


def _first() -> Rows:
    """Small things on a small database."""
    with _fresh("bench") as (_admin, owner, app):
        rows: Rows = _part(owner, "fill") + _part(app, "app")
        board = _spread(owner, app, facts="facts", total=FACTS, page="board")
    name = f"board, {FACTS} facts in {MANY} townships (floor: in {FEW})"
    return [*rows, against(name, *board[MANY], *board[FEW], unit="ms CPU", at_most=1.3).as_dict()]


def _spread(owner: Env, app: Env, *, facts: str, total: int, page: str) -> dict[int, list[float]]:
    """What a page costs with its facts in few and in many townships: of two turns each the cheaper."""
    found: dict[int, list[float]] = {}
    for townships in (FEW, MANY) * 2:
        _part(owner, facts, str(townships), str(total))
        told: list[float] = _part(app, page)
        found[townships] = min(found.get(townships, told), told)
    return found


def _years() -> Rows:
    """The county that seed_scale makes up, with fresh statistics, as autovacuum would leave it."""
    with _fresh("bench-years") as (admin, owner, app):
        _manage(owner, "seed_demo")
        made = json.loads(_manage(owner, "seed_scale").splitlines()[-1])
        with psycopg.connect(admin, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
        name = f"seed of {made['applications']} applications and {made['placements']} placements"
        return [bounded(name, made["seconds"], unit="s", at_most=300).as_dict(), *_part(app, "years")]


def _races() -> Rows:
    """The test with its full number of rounds; it fails where a round has two decisions or a number is missing."""
    env = os.environ | {"RACE_ROUNDS": str(ROUNDS)}
    out = _run(["-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", str(DECIDERS)], env)
    told = json.loads(next(line for line in out.splitlines() if line.startswith('{"deciders"')))
    name = f"{told['deciders']} deciders x {told['rounds']} rounds, one decision and one paper each (floor: 1 decider)"
    return [within(name, told["seconds"], told["alone"], unit="s a round", at_most=5).as_dict()]


def _lists() -> Rows:
    """A list with years of editions behind it, and the paper of one."""
    with _fresh("bench-lists") as (_admin, owner, app):
        _part(owner, "editions")
        return _part(app, "lists")


def _papers() -> Rows:
    """Certificates by the hundred and papers by the thousand."""
    with _fresh("bench-papers") as (_admin, owner, app):
        _part(owner, "fill")
        return _part(app, "papers")


def _contracts() -> Rows:
    """The score of a large contract, and a department's list over many townships."""
    with _fresh("bench-contracts") as (_admin, owner, app):
        _part(owner, "signed")
        rows: Rows = _part(app, "score")
        pages = _spread(owner, app, facts="contracts", total=CONTRACTS, page="listed")
    (cost, bare), (few, _bare) = pages[MANY], pages[FEW]
    name = f"a department's contracts, 200 of {CONTRACTS} in {MANY} townships"
    return [
        *rows,
        against(name, cost, bare, unit="ms CPU", at_most=5).as_dict(),
        against(f"{name} (floor: in {FEW})", cost, few, unit="ms CPU", at_most=1.3).as_dict(),
    ]


PARTS: dict[str, Callable[[], Rows]] = {
    "first": _first,
    "papers": _papers,
    "lists": _lists,
    "contracts": _contracts,
    "years": _years,
    "races": _races,
}


@contextmanager
def _fresh(name: str) -> Iterator[tuple[str, Env, Env]]:
    """A new database with its tables: the administrator's address, the owner's and the application's environment."""
    folder = VAR / name
    erase(folder / "pg")
    shutil.rmtree(folder, ignore_errors=True)
    with server(folder / "pg") as admin:
        owner, app = _logins(admin, folder)
        _manage(owner, "prepare")
        yield admin, owner, app


def _logins(admin: str, folder: Path) -> tuple[Env, Env]:
    """The environments of the owner and of the application."""
    password = secrets.token_urlsafe(16)
    env = os.environ | {
        "SECRET_KEY": secrets.token_urlsafe(32),
        "ZHUNRU_APP_PASSWORD": password,
        "ZHUNRU_VAR": str(folder),
        "PYTHONPATH": f"{ROOT / 'backend'}{os.pathsep}{ROOT}",
    }
    (folder / "fonts").symlink_to(VAR / "fonts")
    return env | {"DATABASE_URL": admin}, env | {"DATABASE_URL": _as_app(admin, password)}


def _manage(env: Env, command: str) -> str:
    return _run([str(ROOT / "backend/manage.py"), command], env)


def _part(env: Env, *words: str) -> list[Any]:
    found: list[Any] = json.loads(_run(["-m", "infra.bench.measure", *words], env).splitlines()[-1])
    return found


def _run(words: list[str], env: Env) -> str:
    done = subprocess.run([sys.executable, *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def _as_app(admin: str, password: str) -> str:
    parts = urlsplit(admin)
    return urlunsplit(parts._replace(netloc=f"{APP}:{password}@{parts.hostname}:{parts.port}"))


if __name__ == "__main__":
    raise SystemExit(main())
