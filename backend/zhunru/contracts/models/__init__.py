"""Contracts by which departments buy services from villages: all in the township's own schema."""

from zhunru.contracts.models.attachments import Attachment
from zhunru.contracts.models.clauses import Clause
from zhunru.contracts.models.contracts import Contract
from zhunru.contracts.models.deliverables import Deliverable
from zhunru.contracts.models.instalments import Instalment
from zhunru.contracts.models.papers import Paper
from zhunru.contracts.models.periods import Period
from zhunru.contracts.models.terms import Terms
from zhunru.contracts.models.verdicts import Objection, Verdict

__all__ = [
    "Attachment", "Clause", "Contract", "Deliverable", "Instalment", "Objection", "Paper", "Period", "Terms",
    "Verdict",
]  # fmt: skip
