"""The words for what a list can be filtered by: from the models, in the reader's language, one place for all."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema


class Label(Schema):
    value: str
    label: str


def labels_router(choices: Mapping[str, Any]) -> Router:
    """`GET /labels`: for each name the values and labels of its `choices`, pairs of value and label."""
    router = Router(tags=["labels"])

    @router.get("", response=dict[str, list[Label]], operation_id="labels")
    def read_labels(request: HttpRequest) -> dict[str, list[Label]]:
        return {
            name: [Label(value=value, label=str(label)) for value, label in pairs] for name, pairs in choices.items()
        }

    return router
