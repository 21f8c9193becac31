"""The first version, and that no version is ever changed."""

from typing import Any

from zhunru.configuration import queries
from zhunru.configuration.schema import Settings


def test_version_1_comes_with_the_installation_and_holds_every_default(in_county: Any) -> None:
    with in_county():
        first = queries.current()
        assert (first.number, first.version) == (1, 1)
        assert first.settings == Settings().model_dump(mode="json")
        assert first.values == Settings()
        assert first.history.get().actor_name == "系统"
