"""`make story`: one matter's whole way, headless, through the HTTP API of the running system, as each role in turn.

On a fresh embedded database in var/story: a department applies, the office reviews, the committee's decision is
recorded, the stamped paper is issued and delivered, 43 villages confirm it, the county sees it all, and one act
withdraws it everywhere. Prints its progress and, last, one JSON object on one line. Every value is read back from
the system; when one is not as it must be, it says so in one sentence and the exit code is 1.
"""

from __future__ import annotations

import json
import signal
import time
from pathlib import Path

from infra import preflight
from infra.chain import Chain, Outcome
from infra.embedded_pg import free_port
from infra.endings import exit_code
from infra.frontend_build import ROOT
from infra.instance import Instance
from infra.pg_home import home
from infra.processes import end_all, hold

FOLDER = ROOT / "var" / "story"
PAPER = FOLDER / "approval.pdf"


def main() -> int:
    """Tell the story; give the exit code."""
    return exit_code(_run, farewell="The story was broken off.", ended=130)


def _run() -> None:
    began = time.monotonic()
    story = Instance(FOLDER, free_port(), durable=False)
    story.logs.mkdir(parents=True, exist_ok=True)
    with hold(FOLDER / "lock", "The story of this checkout is being told already (process {pid})."):
        end_all(story.owns, signal.SIGTERM, signal.SIGKILL)
        preflight.disk_has_room(home(story.cluster).base)
        story.begin_anew()
        PAPER.unlink(missing_ok=True)
        try:
            outcome = _tell(story)
        finally:
            story.begin_anew()
    outcome["seconds"] = round(time.monotonic() - began, 1)
    print(json.dumps(outcome, ensure_ascii=False), flush=True)


def _tell(story: Instance) -> Outcome:
    say("an empty database")
    with story.database() as admin:
        env = story.environment(admin)
        say("the county, its townships and villages, its lists, its departments and accounts")
        logins = story.furnish(env, seed="seed_demo --without-matters", logins="demo_logins --all")
        say("server and worker")
        with story.serving(env, logins[0]["host"]):
            return Chain(story.port, logins, say).run(PAPER, named=_named(PAPER))


def _named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def say(line: str) -> None:
    print(f"story: {line}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
