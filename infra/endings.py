"""How a program of ours ends: in order when it is asked to, and in one sentence when something is wrong."""

from __future__ import annotations

import contextlib
import errno
import signal
import sys
from collections.abc import Callable
from types import FrameType

from infra.pg_home import NotStartedError

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class EndedError(Exception):
    """Somebody asked the program to end: Ctrl-C, SIGTERM, or the terminal is gone."""


class ToldError(Exception):
    """Something is not as it must be; the message is one sentence for the person at the keyboard."""


def exit_code(run: Callable[[], None], *, farewell: str, ended: int = 0) -> int:
    """Run the program; give its exit code, `ended` if it was asked to end. Never a trace."""
    for ending in ENDINGS:
        signal.signal(ending, _end)
    try:
        run()
    except EndedError:
        with contextlib.suppress(OSError):  # the terminal may be gone
            print(f"\n{farewell}")
        return ended
    except (NotStartedError, ToldError) as fault:
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
