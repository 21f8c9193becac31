from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, transaction

from zhunru.divisions import townships
from zhunru.divisions.models import County, Domain, Township, Village

GONGGA = settings.BACKEND / "zhunru/demo/data/divisions/gongga_divisions.csv"


@pytest.fixture
def empty_registers(owner: Callable[[], AbstractContextManager[object]]) -> Iterator[None]:
    """The test works with the owner's rights on registers without a row; afterwards all is as it was."""
    with owner(), transaction.atomic():
        for model in (Domain, Village, Township, County):
            model._default_manager.all()._raw_delete(DEFAULT_DB_ALIAS)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def provisioned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No schema is made; the names of those that would have been stand here."""
    names: list[str] = []
    monkeypatch.setattr(townships, "provision", lambda township: names.append(township.schema_name))
    return names


@pytest.fixture
def gongga() -> Path:
    """The file of Gongga county: 9 townships, 43 villages."""
    return Path(GONGGA)


@pytest.fixture
def jiangyong() -> Path:
    """The file of another county: 9 townships, 112 villages, other endings of names."""
    return Path(__file__).parent / "data/jiangyong_divisions.csv"


@pytest.fixture
def edited(gongga: Path, tmp_path: Path) -> Callable[..., Path]:
    """Gongga's file with lines replaced (`{old: new}`), and more lines at its end."""

    def edit(replace: dict[str, str] | None = None, *more: str) -> Path:
        text = gongga.read_text(encoding="utf-8")
        for old, new in (replace or {}).items():
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = tmp_path / "edited.csv"
        path.write_text("\n".join([text.rstrip("\n"), *more, ""]), encoding="utf-8")
        return path

    return edit
