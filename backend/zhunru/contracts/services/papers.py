"""Papers that a contract asks of the county: what they say is written here, in the deciding transaction."""

from zhunru.contracts.models import Terms
from zhunru.contracts.schemas.texts import TermsText
from zhunru.core.actors import Actor


def want_terms(terms: Terms, text: TermsText, *, actor: Actor) -> None:
    """The contract's or the supplement's paper."""
