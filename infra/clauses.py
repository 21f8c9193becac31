"""The county's opinion, clause by clause: which tests and which pages serve it.

    python -m infra.clauses          print it
    python -m infra.clauses --write  make docs/policy.md anew

The clauses and their pages stand in docs/clauses.toml, the tests name theirs with `@pytest.mark.clause("2.1c")`.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "docs/clauses.toml"
DOCUMENT = ROOT / "docs/policy.md"
TEST_FOLDERS = ("backend", "infra", "e2e")

INTRODUCTION = """\
# The policy, clause by clause

Zhunru carries out a county's guiding opinion on admitting work matters into villages and communities
(《关于建立村(社区)工作事项准入制度的指导意见(试行)》). This page restates each clause in the project's own words,
gives it a short number, and says which tests and which pages serve it. The number stands in tests
(`@pytest.mark.clause("2.1c")`) and in the rules that enforce it.

This page is made from docs/clauses.toml and from the tests by `make docs`; a test fails when it has drifted.
"""


class ClauseError(Exception):
    """A test names a clause in a way that nobody can follow; the message says where."""


@dataclass(frozen=True)
class Clause:
    """One demand of the opinion, as docs/clauses.toml holds it."""

    section: str
    number: str
    source: str
    demand: str
    pages: tuple[str, ...]
    not_yet: str


@dataclass(frozen=True, order=True)
class MarkedTest:
    """A test, or a class or file of tests, that is marked with a clause."""

    file: str
    name: str


def clauses(source: Path = SOURCE) -> list[Clause]:
    """The clauses in the order of the opinion."""
    rows = tomllib.loads(source.read_text(encoding="utf-8"))["clause"]
    return [
        Clause(
            section=row["section"],
            number=row["number"],
            source=row["source"],
            demand=row["demand"],
            pages=tuple(row.get("pages", ())),
            not_yet=row.get("not_yet", ""),
        )
        for row in rows
    ]


def marked_tests(root: Path = ROOT) -> dict[str, list[MarkedTest]]:
    """Clause number -> the tests that serve it. Raises ClauseError for a mark whose number is not written out."""
    found: dict[str, set[MarkedTest]] = {}
    for folder in TEST_FOLDERS:
        for path in sorted((root / folder).rglob("test_*.py")):
            for number, test in _marks_of(path, path.relative_to(root).as_posix()):
                found.setdefault(number, set()).add(test)
    return {number: sorted(tests) for number, tests in found.items()}


def _marks_of(path: Path, file: str) -> Iterator[tuple[str, MarkedTest]]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    for owner, call in _marks_in(tree, ""):
        for argument in call.args or [call]:
            if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                raise ClauseError(f"{file}:{call.lineno}: write the clause's number out as text")
            yield argument.value, MarkedTest(file, owner)


def _marks_in(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    """Every `pytest.mark.clause(...)` below `node`, with the name of the test or class that it stands on."""
    for child in ast.iter_child_nodes(node):
        inner = owner
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inner = f"{owner}::{child.name}".removeprefix("::")
        if isinstance(child, ast.Call) and _is_clause_mark(child.func):
            yield inner, child
        yield from _marks_in(child, inner)


def _is_clause_mark(function: ast.expr) -> bool:
    return ast.unparse(function) in {"pytest.mark.clause", "mark.clause"}


def report(known: list[Clause], tests: Mapping[str, list[MarkedTest]]) -> str:
    """One block per clause, for the terminal."""
    lines = []
    for clause in known:
        lines += [f"{clause.number:<5} {clause.demand}"]
        lines += [f"      page  {page}" for page in clause.pages]
        lines += [f"      test  {_told(test)}" for test in tests.get(clause.number, [])]
        lines += [f"      ----  {gap}" for gap in _gaps(clause, tests)]
    return "\n".join([*lines, "", _summary(known, tests)])


def document(known: list[Clause], tests: Mapping[str, list[MarkedTest]]) -> str:
    """docs/policy.md."""
    parts = [INTRODUCTION, f"{_summary(known, tests)}\n"]
    for section, members in groupby(known, key=lambda clause: clause.section):
        parts.append(f"## {section}\n")
        parts += [_entry(clause, tests) for clause in members]
    return "\n".join(parts)


def _entry(clause: Clause, tests: Mapping[str, list[MarkedTest]]) -> str:
    lines = [f"### {clause.number} {clause.source}", "", clause.demand, ""]
    if clause.pages:
        lines.append(f"- Pages: {', '.join(f'`{page}`' for page in clause.pages)}")
    for file, group in groupby(tests.get(clause.number, []), key=lambda test: test.file):
        names = ", ".join(f"`{test.name}`" for test in group if test.name)
        lines.append(f"- Tests in {file}: {names}" if names else f"- Tests in {file}: all")
    lines += [f"- {gap}" for gap in _gaps(clause, tests)]
    return "\n".join([*lines, ""])


def _gaps(clause: Clause, tests: Mapping[str, list[MarkedTest]]) -> list[str]:
    if not clause.pages and clause.number not in tests:
        return ["Not served yet."]
    without_test = [] if clause.number in tests else ["No test yet."]
    return without_test + ([f"Not yet: {clause.not_yet}"] if clause.not_yet else [])


def _summary(known: list[Clause], tests: Mapping[str, list[MarkedTest]]) -> str:
    served = [clause for clause in known if clause.pages or clause.number in tests]
    tested = [clause for clause in served if clause.number in tests]
    partly = [clause for clause in served if clause.not_yet]
    return (
        f"{len(known)} clauses: {len(served)} served ({len(partly)} of them in part), "
        f"{len(tested)} with tests, {len(known) - len(served)} not served yet."
    )


def _told(test: MarkedTest) -> str:
    return f"{test.file}::{test.name}".removesuffix("::")


def main() -> int:
    """Print the report, or with --write make docs/policy.md anew."""
    known, tests = clauses(), marked_tests()
    if unknown := sorted(set(tests) - {clause.number for clause in known}):
        named = "; ".join(f"{number} in {_told(tests[number][0])}" for number in unknown)
        print(f"docs/clauses.toml does not know these clauses: {named}", file=sys.stderr)
        return 1
    if "--write" in sys.argv[1:]:
        DOCUMENT.write_text(document(known, tests), encoding="utf-8")
    else:
        print(report(known, tests))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
