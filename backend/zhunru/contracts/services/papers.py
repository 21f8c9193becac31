"""Papers that a contract asks of the county: what they say is written here, in the deciding transaction.

A township's role may not touch the county's register. So the paper is wanted here, and issued there by a task.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.contracts import tasks
from zhunru.contracts.models import Contract, Paper, Terms
from zhunru.contracts.rules.texts import text_is_readable
from zhunru.contracts.services import printing
from zhunru.core.actors import Actor
from zhunru.documents import services as documents
from zhunru.documents.kinds import CONTRACT, SUPPLEMENT
from zhunru.documents.kinds.declaration import PaperFacts
from zhunru.files.types import FileType


def want(contract: Contract, kind: Paper.Kind, facts: PaperFacts, *, actor: Actor, **of: Any) -> Paper:
    """Ask for a paper that says `facts`; `of` names the version, or the period and its round.

    Once the transaction has ended the county issues it, and its number comes back.
    """
    paper = Paper(
        contract=contract,
        kind=kind,
        facts=facts.model_dump(mode="json"),
        dated_on=timezone.localdate(),
        **of,
    )
    paper.record(actor=actor, reason=gettext_lazy("请求制发文书"))
    transaction.on_commit(lambda: tasks.ask_for_paper(paper.pk))
    return paper


def want_terms(terms: Terms, *, actor: Actor) -> Paper:
    """The contract's or the supplement's own paper, with both signatures."""
    kind = Paper.Kind.SUPPLEMENT if terms.no > 1 else Paper.Kind.CONTRACT
    return want(terms.contract, kind, printing.facts_of(terms), actor=actor, terms=terms)


def preview(terms: Terms) -> tuple[str, str, bytes]:
    """Name, type and content of the paper as it would be, marked as a draft. FaultsError while it cannot be read."""
    text_is_readable(terms)
    kind = SUPPLEMENT if terms.no > 1 else CONTRACT
    facts = printing.facts_of(terms, draft=True)
    drawn = documents.preview(kind, facts, organisation=terms.contract.purchaser, today=timezone.localdate())
    return _("%(subject)s（草稿）.pdf") % {"subject": terms.contract.subject}, FileType.PDF, drawn
