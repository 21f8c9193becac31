"""A table of existing matters, sent as the office sends it."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.legacy_tables import table

TWO: tuple[dict[str, Any], ...] = (
    {},
    {"部门": "农业农村局", "事项名称": "惠农政策入户", "涉及村": "吉雄镇、新村", "备注": "2023年起"},
)


def upload(desk: Desk, content: bytes, name: str = "存量事项.xlsx") -> Any:
    return desk.send("/legacy/preview", {"file": SimpleUploadedFile(name, content)})


def previewed(desk: Desk, *rows: dict[str, Any]) -> Any:
    answer = upload(desk, table(*rows))
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def committed(desk: Desk, *rows: dict[str, Any]) -> Any:
    return desk.post("/legacy/commit", {"sha256": previewed(desk, *rows)["sha256"]})


def faults(desk: Desk, *rows: dict[str, Any]) -> list[tuple[str, str]]:
    return [(fault["cell"], fault["message"]) for fault in previewed(desk, *rows)["faults"]]
