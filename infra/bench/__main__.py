"""`make bench`: measures everything on a fresh database, prints the rows and writes var/bench.json."""

import json
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from infra import embedded_pg
from infra.bench.rows import against

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = ROOT / "var"
APP = "zhunru_app"
FEW, MANY = 10, 100
FACTS = 24_000
"""100 townships of 12 villages with 20 matters each."""


def main() -> int:
    """0 when every goal is met."""
    folder = VAR / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    with embedded_pg.server(folder / "pg") as admin:
        rows = _measure(admin, folder)
    (VAR / "bench.json").write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    for row in rows:
        print(
            f"{'ok ' if row['met'] else 'NO '} {row['name']}: {row['value']} {row['unit']}, "
            f"floor {row['floor']}, ratio {row['ratio']} (goal: {row['goal']})"
        )
    return 0 if all(row["met"] for row in rows) else 1


def _measure(admin: str, folder: Path) -> list[dict[str, object]]:
    password = secrets.token_urlsafe(16)
    env = os.environ | {
        "SECRET_KEY": secrets.token_urlsafe(32),
        "ZHUNRU_APP_PASSWORD": password,
        "ZHUNRU_VAR": str(folder),
        "PYTHONPATH": f"{ROOT / 'backend'}{os.pathsep}{ROOT}",
    }
    (folder / "fonts").symlink_to(VAR / "fonts")
    owner, app = env | {"DATABASE_URL": admin}, env | {"DATABASE_URL": _as_app(admin, password)}
    _run([str(ROOT / "backend/manage.py"), "prepare"], owner)
    rows = _part(owner, "fill") + _part(app, "app")
    board = {FEW: float("inf"), MANY: float("inf")}
    for townships in (FEW, MANY) * 2:
        _part(owner, "facts", str(townships), str(FACTS))
        board[townships] = min(board[townships], *_part(app, "board"))
    name = f"board, {FACTS} facts in {MANY} townships (floor: in {FEW})"
    growth = against(name, board[MANY], board[FEW], unit="ms CPU", at_most=1.3)
    return [*rows, growth.as_dict()]


def _part(env: dict[str, str], *words: str) -> list[Any]:
    found: list[Any] = json.loads(_run(["-m", "infra.bench.measure", *words], env).splitlines()[-1])
    return found


def _run(words: list[str], env: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def _as_app(admin: str, password: str) -> str:
    parts = urlsplit(admin)
    return urlunsplit(parts._replace(netloc=f"{APP}:{password}@{parts.hostname}:{parts.port}"))


if __name__ == "__main__":
    raise SystemExit(main())
