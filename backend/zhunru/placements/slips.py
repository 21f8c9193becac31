"""The slip that a village hands over: what it does not take on, and by which law (不予承接告知单)."""

from zhunru.configuration import queries as configuration
from zhunru.documents import services as documents
from zhunru.documents.kinds import REFUSAL
from zhunru.documents.kinds.refusal import RefusalFacts
from zhunru.placements.models import Refusal
from zhunru.placements.refusing import refused_on


def slip_of(refusal: Refusal) -> bytes:
    """PDF; it names the village, never a person."""
    township = refusal.village.township
    facts = RefusalFacts(
        addressee=refusal.department,
        matter_title=refusal.title or refusal.demand[:60],
        village=refusal.village.name,
        township=township.name,
        asked=refusal.demand,
        asked_by=refusal.get_form_display(),
        asked_on=refusal.demanded_on,
        refused_on=refused_on(refusal),
        reasons=refusal.reasons,
        answer_working_days=configuration.current().values.refusal_reply_days,
    )
    return documents.draw(
        REFUSAL, facts, organisation=f"{township.name}{refusal.village.name}", today=refused_on(refusal)
    )
