"""One small paper, drawn once, and signed by whoever is wanted, with the keys of the test that asks."""

import functools

from zhunru.documents import composing, signing
from zhunru.documents.kinds import CONTRACT
from zhunru.documents.rendering import Rendered, press
from zhunru.documents.tests import purchases
from zhunru.documents.tests.drawing import signatory
from zhunru.documents.tests.purchases import PROVIDER
from zhunru.documents.tests.samples import OFFICE, ONE_TOWNSHIP, approval, paper

NUMBER = "演社工准〔2026〕1号"


@functools.cache
def drawn() -> Rendered:
    """An approval, for one seal."""
    return press().render(composing.html(paper(approval(scope=ONE_TOWNSHIP))))


@functools.cache
def drawn_for_two() -> Rendered:
    return press().render(composing.html(paper(purchases.contract(), CONTRACT)))


def sealed() -> bytes:
    return signing.sign(drawn(), [signatory(OFFICE)], reason=NUMBER)


def sealed_by_two() -> bytes:
    return signing.sign(drawn_for_two(), [signatory(OFFICE), signatory(PROVIDER)], reason=NUMBER, paged=True)
