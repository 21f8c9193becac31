"""The programs that a supervisor runs: each with a log, each ended in order, none left behind."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from infra.pg_home import NotStartedError
from infra.processes import dies_with_us

STOP_SECONDS = 20


class Child:
    """A program in a process group of its own, its output going to a log file."""

    def __init__(self, name: str, command: Sequence[str | Path], env: Mapping[str, str], log: Path) -> None:
        """Start it."""
        self.name = name
        self.log = log
        try:
            with log.open("wb") as out:
                self.process = subprocess.Popen(
                    command,
                    env=env,
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=out,
                    start_new_session=True,
                    preexec_fn=dies_with_us(signal.SIGTERM),
                )
        except FileNotFoundError:
            raise NotStartedError(f"{command[0]} is missing; run `make setup`.") from None

    def must_run(self) -> None:
        """Raise NotStartedError, with its last words, when it has ended."""
        if self.process.poll() is not None:
            raise self.fault(f"The {self.name} stopped (exit code {self.process.returncode}).")

    def must_succeed(self) -> None:
        """Wait for its end; raise NotStartedError, with its last words, unless it ended well."""
        try:
            if self.process.wait():
                raise self.fault(f"The step '{self.name}' failed.")
        finally:
            self.stop()

    def fault(self, sentence: str) -> NotStartedError:
        """An error of this program: the sentence, the end of its log, and where the log is."""
        return NotStartedError(f"{sentence} Its last words, from {self.log}:\n{tail(self.log)}")

    def stop(self) -> None:
        """Ask it to end; after STOP_SECONDS end it and whatever it started."""
        if self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def tail(log: Path, lines: int = 12) -> str:
    """The last lines of a log, indented."""
    text = log.read_text(errors="replace").rstrip().splitlines()
    return "\n".join(f"  {line}" for line in text[-lines:]) or "  (nothing)"
