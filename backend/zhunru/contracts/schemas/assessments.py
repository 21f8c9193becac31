"""What an assessment goes out as: of a period, or of an assumed course of events."""

from decimal import Decimal

from ninja import Schema

from zhunru.contracts.scoring import Assessment, Line


class LineOut(Schema):
    """One clause: result 0 to 1, its share of 100 among what is applicable, and the points it brings."""

    number: int
    state: str
    state_label: str
    result: Decimal | None
    share: Decimal
    points: Decimal


class AssessmentOut(Schema):
    formula: int
    side: str
    score: Decimal | None
    band: str | None
    band_label: str
    failed: list[int]
    """Clauses that must pass and did not: whatever the score, the work is not accepted."""
    lines: list[LineOut]

    @classmethod
    def told(cls, found: Assessment) -> "AssessmentOut":
        return cls(
            formula=found.formula,
            side=found.side,
            score=found.score,
            band=found.band,
            band_label=str(found.band.label) if found.band else "",
            failed=list(found.failed),
            lines=[_line(line) for line in found.lines],
        )


def _line(line: Line) -> LineOut:
    return LineOut(
        number=line.clause.number,
        state=line.state,
        state_label=str(line.state.label),
        result=line.result,
        share=line.share,
        points=line.points,
    )
