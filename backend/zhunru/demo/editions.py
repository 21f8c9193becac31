"""The lists in motion: a second edition of one, published under the specimen seal; a draft of another being heard."""

from typing import Any

from django.utils import timezone

from zhunru.accounts.queries import departments_in_office
from zhunru.admissions import joining
from zhunru.configuration.choices import Body
from zhunru.core.actors import COUNTY, SYSTEM
from zhunru.core.history import create_many
from zhunru.core.workflow import Remark
from zhunru.demo.matters import actor
from zhunru.divisions.queries import townships_in_use
from zhunru.lists import schemas
from zhunru.lists.models import Comment, Edition, ListKind
from zhunru.lists.services import commenting, drafting
from zhunru.lists.workflow import EDITIONS

FIRE = "协助加强消防宣传教育"
IN_TIBETAN = {
    "title_bo": "མེ་འགོག་དྲིལ་བསྒྲགས་སློབ་གསོར་རོགས་རམ་བྱེད་པ།",
    "village_duty_bo": "གྲོང་མིར་མེ་འགོག་ཤེས་བྱ་དྲིལ་བསྒྲགས་བྱེད་པར་རོགས་རམ་བྱེད་དགོས།",
}
"""A translation for show, by nobody's authority."""


def create_editions() -> None:
    """The assist list's second edition, published; the negative list's, in consultation."""
    _publish_assist()
    _consult_on_negative()


def _publish_assist() -> None:
    clerk = actor("clerk")
    edition = drafting.start(ListKind.ASSIST, actor=clerk)
    entry = edition.entries.get(title=FIRE)
    drafting.change_entry(entry, IN_TIBETAN, reason="增加藏文", actor=clerk)
    joining.bring_in_line(edition, actor=clerk)
    _take(edition, "consult", "head")
    hear(edition)
    decision = schemas.ListDecision(
        resolution_number="演示县委常委会决定9号", decided_on=timezone.localdate(), decided_by=Body.COMMITTEE
    )
    _take(edition, "approve", "recorder", decision)
    _take(edition, "publish", "seal", schemas.Publication(effective_on=timezone.localdate()))


def _consult_on_negative() -> None:
    clerk = actor("clerk")
    edition = drafting.start(ListKind.NEGATIVE, actor=clerk)
    entry = edition.entries.get(title__startswith="取消对社区工作的“一票否决”")
    drafting.change_entry(entry, {"keywords": ["一票否决"]}, reason="增加关键词，便于申请时提示", actor=clerk)
    _take(edition, "consult", "head")
    edition.refresh_from_db()
    water, words = actor("water-head"), "建议写明责任状同样不得使用。"
    said = commenting.comment(edition, entry=entry, position=Comment.Position.PROPOSAL, text=words, actor=water)
    commenting.answer(said, text="责任状已由另一项写明，本项不重复。", actor=clerk)


def hear(edition: Edition) -> None:
    """The demo's departments and townships have no objection, those without an account, too."""
    places: list[dict[str, Any]] = [
        *[{"realm": COUNTY, "organisation": one} for one in departments_in_office()],
        *[{"realm": one.schema_name, "township": one} for one in townships_in_use()],
    ]
    said = [
        Comment(edition=edition, position=Comment.Position.NO_OBJECTION, said_at=timezone.now(), **place)
        for place in places
    ]
    create_many(Comment, said, actor=SYSTEM, reason="对清单草案提出意见")


def _take(edition: Edition, step: str, username: str, data: Remark | None = None) -> None:
    EDITIONS.take(step, edition, actor=actor(username), data=data)
