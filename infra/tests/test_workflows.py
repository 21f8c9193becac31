"""docs/workflows.md says what the workflow tables say."""

from infra import workflows


def test_the_workflow_page_says_what_the_tables_say() -> None:
    expected = workflows.document(workflows.workflows())
    assert workflows.DOCUMENT.read_text(encoding="utf-8") == expected, "docs/workflows.md has drifted: run `make docs`"


def test_every_workflow_table_of_the_code_has_its_chapter() -> None:
    modules = sorted(path.parent.name for path in workflows.ROOT.glob("backend/zhunru/*/workflow*"))
    described = {module.split(".")[1] for module, _ in workflows.TABLES}
    assert described == set(modules) - {"core"}


def test_every_guard_says_what_it_asks() -> None:
    silent = [
        guard.__name__
        for table in workflows.workflows()
        for step in table
        for guard in step.guards
        if not (guard.__doc__ or "").strip()
    ]
    assert silent == []
