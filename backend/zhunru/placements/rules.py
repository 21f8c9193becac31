"""Guards of the steps of a placement."""

from django.utils.translation import gettext as _

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.documents import codes
from zhunru.placements.models import Placement


def is_own_village(placement: Placement, actor: Actor) -> None:
    """A village speaks for itself: its receipt is given by its own staff."""
    if placement.village_id not in actor.village_ids:
        raise DomainError("other_village", _("只能办理本村（社区）的事项"))


def shows_its_document(placement: Placement, code: str) -> None:
    """Clause 2.1c (持批准文书进入), rule A-21: entry is recorded against the paper that was shown."""
    if codes.normalise(code) != placement.document_code:
        raise DomainError("wrong_document", _("核验码与批准文书不符，请对照文书右上角重新填写"), field="document_code")
