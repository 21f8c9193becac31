"""A draft, tables for it, and what its routes answer."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from ninja.testing import TestClient

from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import Role
from zhunru.core.tests.clients import client
from zhunru.files.sheets.tests.test_messy import book
from zhunru.lists.models import Edition, ListKind
from zhunru.lists.services import drafting, publishing
from zhunru.lists.tables.api import county, router

CLERK = Actor(user_id=None, name="经办员", role=Role.SOCIAL_WORK_CLERK, realm=COUNTY)
HEADER = ("序号", "编码", "事项类别", "事项名称", "村（社区）职责", "法律政策依据", "主责部门")
LAW = "《中华人民共和国村民委员会组织法》第九条"
OTHER = "《中华人民共和国人民调解法》第八条"
KEPT: tuple[dict[str, Any], ...] = (
    {"title": "宣传法律法规", "legal_basis": LAW, "category": "党的建设", "village_duty": "宣传(普及)法律"},
    {"title": "调解民间纠纷", "legal_basis": OTHER, "lead_department": "司法局", "applies_to": ["village", "pastoral"]},
    {"title": "管理集体土地", "legal_basis": "《土地管理法》第十一条", "deviation": True, "deviation_reason": "牧区"},
)


def drafted(kind: ListKind = ListKind.STATUTORY, rows: Sequence[dict[str, Any]] = KEPT) -> Edition:
    edition = drafting.start(kind, actor=SYSTEM)
    for values in rows:
        drafting.add_entry(edition, values, reason="初稿", actor=SYSTEM)
    return edition


def api(actor: Actor = CLERK) -> TestClient:
    return client(county, actor)


def sent(edition: Edition, content: bytes, name: str = "清单.xlsx") -> Any:
    return api().post(f"/{edition.pk}/import/preview", FILES={"file": SimpleUploadedFile(name, content)})


def previewed(edition: Edition, content: bytes, name: str = "清单.xlsx") -> dict[str, Any]:
    answer = sent(edition, content, name)
    assert answer.status_code == 200, answer.content.decode()
    shown: dict[str, Any] = answer.json()
    return shown


def committed(edition: Edition, sha256: str, **more: Any) -> Any:
    body = {"sha256": sha256, "reason": "按部门意见修订", **more}
    return api().post(f"/{edition.pk}/import/commit", json=body)


def plain_book(*rows: Sequence[Any], header: Sequence[str] = HEADER, name: str = "Sheet1") -> bytes:
    return book((name, [header, *rows], ()))


def exported(edition: Edition, type: str) -> bytes:
    answer = client(router, CLERK).get(f"/{edition.pk}/entries.{type}")
    assert answer.status_code == 200
    return bytes(answer.content)


def states(shown: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["state"], one["known_by"], one["code"]) for one in shown["planned"]]


def published(draft: Edition) -> Edition:
    day = date(2026, 1, 1)
    publishing.take_over(draft, document_number="1号", published_on=day, effective_on=day, actor=SYSTEM)
    draft.refresh_from_db()
    return draft
