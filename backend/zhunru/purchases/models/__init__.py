"""What the county holds of purchased services; the contracts themselves lie in the townships' schemas."""

from zhunru.purchases.models.budgets import BudgetLine, Reservation
from zhunru.purchases.models.catalogue import Forbidden, Service, Waiver
from zhunru.purchases.models.facts import ContractFact, DeliverableFact, InstalmentFact, PeriodFact, TermsFact
from zhunru.purchases.models.releases import Release
from zhunru.purchases.models.samples import SampleClause, Template

__all__ = [
    "BudgetLine",
    "ContractFact",
    "DeliverableFact",
    "Forbidden",
    "InstalmentFact",
    "PeriodFact",
    "Release",
    "Reservation",
    "SampleClause",
    "Service",
    "Template",
    "TermsFact",
    "Waiver",
]
