"""Satisfaction under a contract: the weighted results of its signed clauses, and nothing else (2.4d).

    clauses = clauses_of(terms.clauses.all())
    measured = {row.clause.number: Measured.of(row) for row in period.verdicts.all()}
    assess(clauses, measured, bands)                        # the village's work
    assess(clauses, measured, (), side=Side.PURCHASER)      # the purchaser's duties, by the village

An assumed course of events is assessed by the same call. No table and no request stands behind it.
"""

from zhunru.contracts.scoring.assessing import Assessment, Line, assess
from zhunru.contracts.scoring.bands import DEFAULT_BANDS, Band, band_of, bands_of, check_bands
from zhunru.contracts.scoring.checking import check_clause
from zhunru.contracts.scoring.choices import MeasureKind, Met, NotApplicable, Satisfaction
from zhunru.contracts.scoring.clauses import RAW, Clause, Level, Measured, Step, clauses_of
from zhunru.contracts.scoring.formulas import FORMULA, result_of, score
from zhunru.contracts.scoring.weights import Weights, weights_sum
from zhunru.purchases.choices import Side

__all__ = [
    "DEFAULT_BANDS",
    "FORMULA",
    "RAW",
    "Assessment",
    "Band",
    "Clause",
    "Level",
    "Line",
    "MeasureKind",
    "Measured",
    "Met",
    "NotApplicable",
    "Satisfaction",
    "Side",
    "Step",
    "Weights",
    "assess",
    "band_of",
    "bands_of",
    "check_bands",
    "check_clause",
    "clauses_of",
    "result_of",
    "score",
    "weights_sum",
]
