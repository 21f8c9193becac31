"""What must hold before the demo starts. Each check passes in silence or raises NotStartedError with one sentence."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import psycopg

from infra.pg_home import NotStartedError

FREE_MEGABYTES = 300
FULL_MEGABYTES = 10
SUPPORTED = range(15, 19)


def port_number(text: str) -> int:
    """The port that was asked for."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise NotStartedError(f"PORT={text} is not a port number between 1 and 65535.")
    return int(text)


def port_is_free(port: int) -> None:
    """Nobody listens on the port."""
    if _is_free(port):
        return
    other = next((p for p in range(port + 1, min(port + 100, 65536)) if _is_free(p)), None)
    hint = f": make demo PORT={other}" if other else ""
    raise NotStartedError(f"Port {port} is used by another program; choose another one{hint}")


def disk_has_room(folder: Path) -> None:
    """The disk that holds `folder` has room for a database and some papers."""
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < FREE_MEGABYTES:
        raise NotStartedError(
            f"The disk of {folder} is full: {free} MB are free and the demo needs {FREE_MEGABYTES} MB; make room first."
        )


def disk_is_not_full(folder: Path) -> None:
    """The disk that holds `folder` did not run full meanwhile: programs say that in many words, or in none."""
    if shutil.disk_usage(folder).free < FULL_MEGABYTES * 1_000_000:
        raise NotStartedError(f"The disk of {folder} is full; make room and start again.")


def server_is_supported(dsn: str) -> None:
    """The real server answers, and its version is one that the migrations are tested on."""
    try:
        with psycopg.connect(dsn, connect_timeout=5) as connection:
            major = connection.info.server_version // 10_000
    except psycopg.Error as fault:
        reason = str(fault).strip().splitlines()[0]
        raise NotStartedError(f"The database named in DATABASE_URL cannot be reached: {reason}") from None
    if major not in SUPPORTED:
        raise NotStartedError(
            f"The server named in DATABASE_URL is PostgreSQL {major}; "
            f"versions {SUPPORTED[0]} to {SUPPORTED[-1]} are supported."
        )


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise NotStartedError(f"Port {port} is reserved for root; choose one above 1023.") from None
        except OSError:
            return False
    return True
