"""Satisfaction under a contract: the weighted results of its signed clauses, and nothing else (2.4d).

    clauses = clauses_of(terms.clauses.all())
    measured = {row.clause.number: Measured.of(row) for row in period.verdicts.all()}
    assess(clauses, measured, bands)                        # the village's work
    assess(clauses, measured, (), side=Side.PURCHASER)      # the purchaser's duties, by the village

An assumed course of events is assessed by the same call. No table and no request stands behind it.
"""

from zhunru.contracts.scoring.choices import MeasureKind, Met, NotApplicable, Satisfaction, Side
from zhunru.contracts.scoring.clauses import RAW, Clause, Level, Measured, Step, clauses_of

__all__ = [
    "RAW",
    "Clause",
    "Level",
    "MeasureKind",
    "Measured",
    "Met",
    "NotApplicable",
    "Satisfaction",
    "Side",
    "Step",
    "clauses_of",
]
