"""What the pages of docs/ enumerate is what the code has."""

import ast
import re
from pathlib import Path

from django.conf import settings

from infra.clauses import ROOT
from zhunru.demo import people

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def sources() -> list[Path]:
    """The application's own Python files, without tests."""
    return [path for path in ROOT.glob("backend/**/*.py") if not {"tests", "migrations"} & set(path.parts)]


def test_every_rule_that_the_code_cites_is_written_down() -> None:
    cited = {rule for path in sources() for rule in re.findall(r"[Rr]ules? ([A-Z]-\d\d)", path.read_text())}
    written = set(re.findall(r"^\| ([A-Z]-\d\d) \|", (DOCS / "domain.md").read_text(), re.MULTILINE))
    assert cited == written


def test_every_rule_of_the_lists_is_named_by_a_test_of_the_lists() -> None:
    page = (DOCS / "domain.md").read_text()
    written = set(re.findall(r"^\| (L-\d\d) \|", page, re.MULTILINE))
    tests = (ROOT / "backend/zhunru/lists/tests").glob("test_*.py")
    said = {said for path in tests for said in re.findall(r'"""(Rules? L-[^."]*)', path.read_text())}
    assert {rule for sentence in said for rule in re.findall(r"L-\d\d", sentence)} == written


def test_every_environment_variable_is_explained_to_the_operator() -> None:
    page = (DOCS / "operations.md").read_text()
    explained = set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE))
    assert {name for path in sources() for name in variables_in(path)} == explained


def variables_in(path: Path) -> set[str]:
    """Names that the file looks up in os.environ: written out, or through a constant of the same file."""
    tree = ast.parse(path.read_text())
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    texts = re.findall(r'os\.environ(?:\.get\(|\[)("?)(\w+)\1|"(\w+)" (?:not )?in os\.environ', path.read_text())
    found = {name if quoted else constants.get(name, "") for quoted, name, _ in texts if name}
    return (found | {name for *_, name in texts if name}) - {"", "DJANGO_SETTINGS_MODULE"}


def test_every_command_is_explained_to_the_operator() -> None:
    page = (DOCS / "operations.md").read_text()
    explained = set(re.findall(r"^\| `([a-z_]+)` \|", page, re.MULTILINE))
    commands = ROOT.glob("backend/zhunru/*/management/commands/[a-z]*.py")
    assert explained == {path.stem for path in commands if "demo" not in path.parts}


def test_the_readme_names_log_ins_that_there_are() -> None:
    readme = (ROOT / "README.md").read_text()
    table = readme.partition("## Who uses it how")[2].partition("\n## ")[0]
    offices = {*people.OFFICES, "officer"} | {f"{d}-{post}" for d in people.DEPARTMENTS for post in ("clerk", "head")}
    named = set(re.findall(r"`([a-z][\w-]*)`", table)) - {settings.DEMO_PASSWORD}
    assert {name for name in named if not re.fullmatch(r"v\d{3}", name)} == offices
    assert f"`{settings.DEMO_PASSWORD}`" in table


def test_every_target_that_a_page_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    pages = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    named = {name for page in pages for name in re.findall(r"(?:`|^)make ([a-z]+)", page.read_text(), re.MULTILINE)}
    assert named <= targets
    assert targets - {"help", "setup", "test"} <= named


def test_every_decision_stands_in_the_index() -> None:
    records = {path.name for path in (DOCS / "decisions").glob("0*.md")}
    assert set(LINK.findall((DOCS / "decisions/README.md").read_text())) == records


def test_every_link_within_the_project_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in LINK.findall(page.read_text())
        if not (page.parent / target).exists()
    ]
    assert broken == []
