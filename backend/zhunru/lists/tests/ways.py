"""The way of an edition, as far as a test needs it; all on the county's side."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from zhunru.admissions.tests.stage import Stage
from zhunru.configuration.choices import Body
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.errors import DomainError
from zhunru.lists import schemas
from zhunru.lists.models import Edition, Entry, ListKind
from zhunru.lists.services import commenting, drafting, publishing
from zhunru.lists.workflow import EDITIONS
from zhunru.tenancy.context import township_context

LAW = "《中华人民共和国村民委员会组织法》第九条"
S, A, N = ListKind.STATUTORY, ListKind.ASSIST, ListKind.NEGATIVE
FIRST, SECOND, THIRD = date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)
AGAIN = schemas.Because(remark="按部门意见修改")


def added(edition: Edition, title: str, **values: Any) -> Entry:
    """A new entry of the draft."""
    matter = f"540522-DE-{title}" if edition.kind == ListKind.ASSIST else ""
    data = {"title": title, "legal_basis": LAW, **values}
    return drafting.add_entry(edition, data, reason="按法律新列", actor=SYSTEM, matter_code=matter)


def drafted(kind: ListKind, *titles: str, by: Actor = SYSTEM) -> Edition:
    """The draft of the next edition, with these entries more."""
    edition = drafting.start(kind, actor=by)
    for title in titles:
        added(edition, title)
    return edition


def in_force(kind: ListKind, *titles: str, on: date) -> Edition:
    """The next edition with these entries more, as it was published on paper."""
    return taken_over(drafted(kind, *titles), on)


def taken_over(edition: Edition, on: date) -> Edition:
    number = f"演示{edition.pk}号"
    publishing.take_over(edition, document_number=number, published_on=on, effective_on=on, actor=SYSTEM)
    return edition


def consulted(stage: Stage, edition: Edition) -> Edition:
    return EDITIONS.take("consult", edition, actor=stage.actor("head"))


def all_agree(stage: Stage, edition: Edition) -> None:
    """Every department, and every township on its own host, has nothing against the draft."""
    for name in stage.departments:
        said(edition, stage.actor(f"{name}-clerk"))
    for township in stage.townships:
        officer = stage.township_officer(township)
        with township_context(township):
            said(edition, officer)


def said(edition: Edition, actor: Actor, text: str = "", *, entry: Entry | None = None) -> Any:
    """No objection, or a proposal where there is a text."""
    position = "proposal" if text else "no_objection"
    return commenting.comment(edition, entry=entry, position=position, text=text, actor=actor)


def decision(**changed: Any) -> schemas.ListDecision:
    values = {"resolution_number": "演示县委常委会〔2026〕3号", "decided_on": timezone.localdate(), **changed}
    return schemas.ListDecision(decided_by=Body.COMMITTEE, **values)


def approved(stage: Stage, edition: Edition) -> Edition:
    edition = consulted(stage, edition)
    all_agree(stage, edition)
    return EDITIONS.take("approve", edition, actor=stage.actor("recorder"), data=decision())


def published(stage: Stage, edition: Edition, on: date | None = None) -> Edition:
    """With its sealed paper."""
    data = schemas.Publication(effective_on=on or timezone.localdate())
    return EDITIONS.take("publish", approved(stage, edition), actor=stage.actor("seal"), data=data)


def entry_of(edition: Edition, title: str) -> Entry:
    found: Entry = edition.entries.get(title=title)
    return found


def refused(act: Any, *args: Any, **values: Any) -> str:
    """The code of the refusal."""
    with pytest.raises(DomainError) as caught:
        act(*args, **{"actor": SYSTEM, "reason": "按法律", **values})
    return caught.value.code
