"""What score a course of events would give by the clauses as they are written, before anybody signs them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from pydantic import ValidationError

from zhunru.contracts.models import Terms
from zhunru.contracts.schemas.terms import EventIn
from zhunru.contracts.schemas.texts import TermsText, part_of
from zhunru.contracts.scoring import Assessment, Clause, Measured, Side, assess, bands_of, clauses_of
from zhunru.core.errors import FaultsError, InvalidError
from zhunru.core.problems import sentence_of


def simulate(terms: Terms, events: Sequence[EventIn]) -> dict[str, Assessment | None]:
    """Of each side whose clauses anything is assumed of. Nothing is kept.

    FaultsError at what is wrong with the clauses, InvalidError at `events.2.actual`.
    """
    text = _parts(terms)
    clauses = clauses_of(clause for clause in text.clauses if clause.measure)
    return {side.value: _assessed(side, clauses, events, text) for side in Side}


def _parts(terms: Terms) -> TermsText:
    try:
        return part_of(terms.text, "clauses", "bands")
    except ValidationError as error:
        faults = [{"field": ".".join(map(str, one["loc"])), "detail": sentence_of(one)} for one in error.errors()]
        raise FaultsError("invalid", _("请先改正条款，再进行测算"), faults) from error


def _assessed(side: Side, clauses: Sequence[Clause], events: Sequence[EventIn], text: TermsText) -> Assessment | None:
    other = {clause.number for clause in clauses if clause.side != side}
    own = {
        event.number: Measured(**event.model_dump(exclude={"number"})) for event in events if event.number not in other
    }
    if not own and not (side == Side.PROVIDER and not other):
        return None
    bands = bands_of(text.bands) if side == Side.PROVIDER else ()
    try:
        return assess(clauses, own, bands, side=side)
    except InvalidError as error:
        places = [place for place, event in enumerate(events) if event.number == error.params.get("clause")]
        field = f"events.{places[0]}.{error.field}" if places else "events"
        raise InvalidError(error.code, error.message, field=field, **error.params) from error
