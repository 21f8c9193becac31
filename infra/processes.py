"""Processes of this machine (Linux): one supervisor at a time, no child outlives it, leftovers are found and ended."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from infra.pg_home import NotStartedError

END_SECONDS = 30
_libc = ctypes.CDLL(None)


@contextlib.contextmanager
def hold(lock: Path, sentence: str) -> Iterator[None]:
    """Hold a lock file; the kernel frees it when we die, so that it is never stale.

    When another process has it: NotStartedError with `sentence`, its `{pid}` filled in.
    """
    with lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise NotStartedError(sentence.format(pid=file.read().strip())) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def dies_with_us(by: signal.Signals) -> Callable[[], None]:
    """For Popen's preexec_fn: the kernel sends `by` to the child when the thread that started it dies."""

    def ask_kernel() -> None:
        _libc.prctl(1, by)  # 1 is PR_SET_PDEATHSIG

    return ask_kernel


def pids() -> list[int]:
    """Numbers of all processes."""
    return [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit()]


def end_all(ours: Callable[[int], bool], gently: signal.Signals, harshly: signal.Signals) -> list[int]:
    """End every process that is `ours`: gently, after END_SECONDS harshly. Gives the numbers of those there were."""
    met: set[int] = set()
    began = time.monotonic()
    while left := [pid for pid in pids() if _is(ours, pid)]:
        met.update(left)
        waited = time.monotonic() - began
        if waited > 2 * END_SECONDS:
            raise NotStartedError(f"Processes {left} are left from an earlier run and do not end; end them first.")
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, harshly if waited > END_SECONDS else gently)
        time.sleep(0.2)
    return sorted(met)


def _is(ours: Callable[[int], bool], pid: int) -> bool:
    try:
        return ours(pid)
    except OSError:  # it ended meanwhile, or it is another user's
        return False
