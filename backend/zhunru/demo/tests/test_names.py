"""Names in the API document: a name means one thing, or the later meaning would take the place of the other unseen."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from ninja import NinjaAPI
from pydantic import BaseModel

from zhunru.demo.tests.operations import APIS


def models(api: NinjaAPI) -> Iterator[type[BaseModel]]:
    """What the routes take and give."""
    for _prefix, router in api._routers:
        for view in router.path_operations.values():
            for operation in view.operations:
                yield from operation.models
                yield from (model for model in operation.response_models.values() if isinstance(model, type))


def meanings(api: NinjaAPI) -> dict[str, set[str]]:
    """Each name with the shapes that it stands for."""
    found: dict[str, set[str]] = defaultdict(set)
    for model in models(api):
        for mode in ("validation", "serialization"):
            described: dict[str, Any] = model.model_json_schema(mode=mode, ref_template="#/components/schemas/{model}")
            for name, shape in described.get("$defs", {}).items():
                found[f"{mode} {name}"].add(json.dumps(shape, sort_keys=True, default=str))
    return found


@pytest.mark.parametrize("name", APIS)
def test_a_name_in_the_apis_document_means_one_thing(name: str) -> None:
    assert [said for said, shapes in meanings(APIS[name]).items() if len(shapes) > 1] == []
