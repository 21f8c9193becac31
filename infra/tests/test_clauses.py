"""Clauses, tests and pages: each names the others rightly, and docs/policy.md says what is."""

import re
from pathlib import Path

import pytest

from infra import clauses
from infra.clauses import ROOT, Clause, ClauseError, MarkedTest

SAMPLE = """
import pytest
pytestmark = pytest.mark.clause("1.2")

@pytest.mark.clause("2.1b", "2.1c")
def test_two_at_once(): ...

class TestWithdrawal:
    @pytest.mark.parametrize("n", [1, 2])
    @pytest.mark.clause("2.1d")
    def test_ends(self, n): ...
"""


def write_test(root: Path, text: str) -> None:
    folder = root / "backend/zhunru/matters/tests"
    folder.mkdir(parents=True)
    (folder / "test_law.py").write_text(text)


def test_marks_are_found_on_files_classes_and_functions(tmp_path: Path) -> None:
    write_test(tmp_path, SAMPLE)
    file = "backend/zhunru/matters/tests/test_law.py"
    assert clauses.marked_tests(tmp_path) == {
        "1.2": [MarkedTest(file, "")],
        "2.1b": [MarkedTest(file, "test_two_at_once")],
        "2.1c": [MarkedTest(file, "test_two_at_once")],
        "2.1d": [MarkedTest(file, "TestWithdrawal::test_ends")],
    }


@pytest.mark.parametrize("mark", ["pytest.mark.clause(NUMBER)", "pytest.mark.clause()", "pytest.mark.clause(2.1)"])
def test_a_mark_without_a_written_number_is_refused(tmp_path: Path, mark: str) -> None:
    write_test(tmp_path, f"import pytest\n@{mark}\ndef test_it(): ...\n")
    with pytest.raises(ClauseError, match=r"test_law\.py:2"):
        clauses.marked_tests(tmp_path)


def test_every_mark_names_a_known_clause() -> None:
    known = {clause.number for clause in clauses.clauses()}
    unknown = {n: tests for n, tests in clauses.marked_tests().items() if n not in known}
    assert unknown == {}


def test_every_number_stands_once() -> None:
    numbers = [clause.number for clause in clauses.clauses()]
    assert len(numbers) == len(set(numbers))


def test_every_declared_page_has_an_address_in_the_code() -> None:
    declared = {page for clause in clauses.clauses() for page in clause.pages}
    assert declared - addresses() == set()


def addresses() -> set[str]:
    """Addresses of the single-page app and of the pages without JavaScript, as docs/clauses.toml writes them."""
    found = []
    for routes in ROOT.glob("frontend/src/app/*routes.tsx"):
        found += re.findall(r'page\(\s*"([^"*]+)"', routes.read_text())
    for urls in [*ROOT.glob("backend/config/urls_*.py"), *ROOT.glob("backend/zhunru/*/urls.py")]:
        found += re.findall(r'path\(\s*"([^"]+)"', urls.read_text())
    return {"/" + re.sub(r"<\w+:(\w+)>", r":\1", address) for address in found}


def test_the_policy_page_says_what_is() -> None:
    expected = clauses.document(clauses.clauses(), clauses.marked_tests())
    assert clauses.DOCUMENT.read_text(encoding="utf-8") == expected, "docs/policy.md has drifted: run `make docs`"


def test_a_clause_without_pages_and_tests_is_called_not_served() -> None:
    clause = Clause("1 General", "1.2", "目标", "Figures.", pages=(), not_yet="")
    assert "Not served yet." in clauses.report([clause], {})
    assert "Not served yet." not in clauses.report([clause], {"1.2": [MarkedTest("test_a.py", "test_b")]})


def test_a_clause_with_a_page_but_no_test_is_told_so() -> None:
    clause = Clause("1 General", "1.2", "目标", "Figures.", pages=("/board",), not_yet="Ledgers.")
    text = clauses.document([clause], {})
    assert "- No test yet." in text
    assert "- Not yet: Ledgers." in text
    assert "1 clauses: 1 served (1 of them in part), 0 with tests, 0 not served yet." in text
