"""A period's assessment: the score, what it is made of, and what it can never be made of."""

from dataclasses import fields
from decimal import Decimal

import pytest

from zhunru.contracts.scoring import (
    DEFAULT_BANDS,
    FORMULA,
    RAW,
    Band,
    Clause,
    Measured,
    MeasureKind,
    Met,
    NotApplicable,
    Satisfaction,
    assess,
    band_of,
    bands_of,
    check_bands,
    score,
    weights_sum,
)
from zhunru.contracts.tests.scoring_samples import clause
from zhunru.core.errors import InvalidError
from zhunru.purchases.choices import Side

pytestmark = pytest.mark.clause("2.4d")

VISITS = clause(MeasureKind.COUNT, number=1, weight=Decimal(40), target=Decimal(12))
QUALITY = clause(MeasureKind.SAMPLE, number=2, weight=Decimal(35))
SAFETY = clause(number=3, weight=Decimal(25), must_pass=True)
FUNDS = clause(MeasureKind.DEADLINE, number=4, weight=Decimal(60), grace_days=30, side=Side.PURCHASER)
TRAINING = clause(number=5, weight=Decimal(40), side=Side.PURCHASER)
CONTRACT = (VISITS, QUALITY, SAFETY, FUNDS, TRAINING)
KEPT = {1: Measured(actual=Decimal(11)), 2: Measured(passed=29, sampled=30), 3: Measured(done=True)}


def test_a_score_is_the_weighted_mean_rounded_once() -> None:
    """40 x 11/12 + 35 x 29/30 + 25 = 36.666... + 33.8333... + 25 = 95.5."""
    assessment = assess(CONTRACT, KEPT, DEFAULT_BANDS)
    assert str(assessment.score) == "95.50"
    assert assessment.band == Satisfaction.SATISFIED
    assert [str(line.points) for line in assessment.lines] == ["36.67", "33.83", "25.00"]
    assert [str(line.result) for line in assessment.lines] == ["0.9167", "0.9667", "1.0000"]


def test_every_figure_opens_into_its_clause_and_its_measure() -> None:
    lines = assess(CONTRACT, {**KEPT, 2: Measured(not_applicable=NotApplicable.NO_DEMAND)}).lines
    assert [line.clause for line in lines] == [VISITS, QUALITY, SAFETY]
    assert [line.measured.actual for line in lines] == [Decimal(11), None, None]
    assert [str(line.share) for line in lines] == ["61.54", "0.00", "38.46"]
    assert [line.state for line in lines] == [Met.PARTLY, Met.NOT_APPLICABLE, Met.MET]


def test_a_half_goes_up() -> None:
    """1 of 800 is 0.125 of a hundred."""
    assert str(score([(clause(MeasureKind.SAMPLE), Measured(passed=1, sampled=800))])) == "0.13"
    assert str(score([(clause(MeasureKind.SAMPLE), Measured(passed=799, sampled=800))])) == "99.88"


def test_a_clause_that_must_pass_decides_whatever_the_score() -> None:
    assessment = assess(CONTRACT, {**KEPT, 3: Measured(done=False)}, DEFAULT_BANDS)
    assert (str(assessment.score), assessment.failed, assessment.only_not_accepted) == ("70.50", (3,), True)
    assert assessment.band is None


def test_a_clause_that_must_pass_and_could_not_be_kept_is_not_held_against_anybody() -> None:
    absent = Measured(not_applicable=NotApplicable.PURCHASER_DEFAULT)
    assert not assess(CONTRACT, {**KEPT, 3: absent}).only_not_accepted


def test_without_anything_applicable_there_is_no_score() -> None:
    nothing = dict.fromkeys(KEPT, Measured(not_applicable=NotApplicable.FORCE_MAJEURE))
    assessment = assess(CONTRACT, nothing, DEFAULT_BANDS)
    assert (assessment.score, assessment.band, assessment.failed) == (None, None, ())


def test_the_village_rates_the_purchasers_duties_by_the_same_engine() -> None:
    late = {4: Measured(days_late=15), 5: Measured(done=True)}
    assessment = assess(CONTRACT, late, DEFAULT_BANDS, side=Side.PURCHASER)
    assert (str(assessment.score), assessment.band) == ("70.00", Satisfaction.REMEDY)
    assert [line.clause.number for line in assessment.lines] == [4, 5]


def test_nothing_but_the_clauses_of_the_contract_is_assessed() -> None:
    """Rule P-10: assessments only by clause; no other item."""
    for foreign in (99, FUNDS.number):
        with pytest.raises(InvalidError, match="只能评定合同写明的考核条款") as refused:
            assess(CONTRACT, {**KEPT, foreign: Measured(done=True)})
        assert (refused.value.code, refused.value.params) == ("not_a_clause", {"clause": foreign})


def test_no_field_could_hold_another_item_a_result_or_a_score() -> None:
    """Rule P-10: what comes in are raw measures of a clause, or why there are none."""
    raw = {name for names in RAW.values() for name in names}
    assert {field.name for field in fields(Measured)} == raw | {"not_applicable"}


def test_no_clause_is_left_out_and_none_counts_twice() -> None:
    """Rule P-10: all clauses of the signed version."""
    with pytest.raises(InvalidError, match="尚未全部评定") as refused:
        assess(CONTRACT, {1: KEPT[1]})
    assert refused.value.params == {"clause": 2}
    with pytest.raises(InvalidError, match="不能重复"):
        assess([SAFETY, SAFETY], {3: KEPT[3]})


def test_the_weights_of_each_side_make_100_of_their_own() -> None:
    """Rule P-07."""
    assert weights_sum(CONTRACT).complete
    assert weights_sum(CONTRACT, Side.PURCHASER).complete
    short = weights_sum([VISITS, QUALITY, *CONTRACT[3:]])
    assert (short.total, short.missing, short.complete) == (Decimal(75), Decimal(25), False)
    assert weights_sum([*CONTRACT, clause(number=6, weight=Decimal("0.01"))]).missing == Decimal("-0.01")
    assert weights_sum([]).total == 0


def test_a_hundredth_too_little_in_many_clauses_is_seen() -> None:
    """Rule P-07: three thirds of 33.33 are not 100."""
    thirds: list[Clause] = [clause(number=number, weight=Decimal("33.33")) for number in range(3)]
    assert weights_sum(thirds).missing == Decimal("0.01")


@pytest.mark.parametrize(
    ("points", "label"),
    [
        ("100.00", "satisfied"),
        ("90.00", "satisfied"),
        ("89.99", "basically_satisfied"),
        ("80.00", "basically_satisfied"),
        ("79.99", "to_be_remedied"),
        ("60.00", "to_be_remedied"),
        ("59.99", "not_satisfied"),
        ("0.00", "not_satisfied"),
    ],
)
def test_the_bands_that_a_contract_is_offered(points: str, label: str) -> None:
    assert band_of(Decimal(points), DEFAULT_BANDS) == label


def test_bands_are_those_of_the_contract_and_without_them_nothing_is_named() -> None:
    own = bands_of([{"from": 75, "label": "basically_satisfied"}, {"from": "97.5", "label": "satisfied"}])
    assert own == (Band(Decimal(75), Satisfaction.BASICALLY), Band(Decimal("97.5"), Satisfaction.SATISFIED))
    assert assess(CONTRACT, KEPT, own).band == Satisfaction.BASICALLY
    assert assess(CONTRACT, KEPT).band is None
    assert [line.state for line in assess(CONTRACT, KEPT).lines] == [Met.PARTLY, Met.PARTLY, Met.MET]


@pytest.mark.parametrize(
    "rows",
    [
        [("90", "satisfied"), ("90", "basically_satisfied")],
        [("90", "basically_satisfied"), ("80", "satisfied")],
        [("90", "satisfied"), ("80", "satisfied")],
        [("101", "satisfied")],
        [("-1", "satisfied")],
        [("NaN", "satisfied")],
    ],
)
def test_bands_that_contradict_each_other_are_refused(rows: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidError) as refused:
        check_bands([Band(Decimal(least), Satisfaction(label)) for least, label in rows])
    assert refused.value.field == "bands"


def test_formula_1_gives_the_digits_it_always_gave() -> None:
    """Written down when the formula was first used: a score of then is computed again years later."""
    items = [
        (VISITS, Measured(actual=Decimal(7))),
        (QUALITY, Measured(passed=13, sampled=17)),
        (SAFETY, Measured(done=True)),
        (
            clause(MeasureKind.SURVEY, number=6, weight=Decimal("12.5")),
            Measured(satisfied=9, fairly=7, valid_answers=23),
        ),
        (clause(MeasureKind.DEADLINE, number=7, weight=Decimal("7.5"), grace_days=7), Measured(days_late=3)),
        (clause(MeasureKind.SCALE, number=8, weight=Decimal(5)), Measured(level=1)),
    ]
    assert str(score(items, formula=1)) == "70.94"
    assert FORMULA == 1


def test_a_formula_that_never_was_is_refused() -> None:
    with pytest.raises(InvalidError, match="没有这一版计分公式"):
        assess(CONTRACT, KEPT, formula=99)
