"""What holds of every contract and every course of events, and a second reckoning of all of it."""

from dataclasses import replace
from decimal import ROUND_DOWN, Decimal, localcontext
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhunru.contracts.scoring import (
    DEFAULT_BANDS,
    FORMULA,
    Clause,
    Measured,
    Met,
    NotApplicable,
    assess,
    result_of,
    score,
)
from zhunru.contracts.tests.naive_scoring import (
    naive_default_band,
    naive_failed,
    naive_points,
    naive_result,
    naive_score,
)
from zhunru.contracts.tests.scoring_samples import GROUNDS, Course, Pair, clauses, courses, pairs

pytestmark = pytest.mark.clause("2.4d")

often = settings(deadline=None, max_examples=150)


@often
@given(courses())
def test_every_figure_is_what_the_text_of_the_rules_gives(course: Course) -> None:
    """Rule P-10: nothing but clauses, weights and measures is needed to come to the same score."""
    assessment = assess(course.clauses, course.measured, DEFAULT_BANDS)
    failed = naive_failed(*course)
    assert assessment.score == naive_score(*course)
    assert list(assessment.failed) == failed
    assert assessment.band == naive_default_band(assessment.score, failed)
    assert [(line.share, line.points) for line in assessment.lines] == naive_points(*course)


@often
@given(pairs())
def test_a_result_is_what_the_text_of_the_rules_gives(pair: Pair) -> None:
    for measured in (pair.worse, pair.better):
        exact, naive = result_of(pair.clause, measured), naive_result(pair.clause, measured)
        assert exact is not None
        assert naive is not None
        assert abs(exact - Fraction(naive)) < Fraction(1, 10**300)


@often
@given(courses())
def test_a_score_lies_between_0_and_100_in_two_places(course: Course) -> None:
    assessment = assess(course.clauses, course.measured)
    nothing = all(found.not_applicable for found in course.found)
    if assessment.score is None:
        assert nothing
    else:
        assert not nothing
        assert 0 <= assessment.score <= 100
        assert assessment.score.as_tuple().exponent == -2
    assert all(line.exact is None or 0 <= line.exact <= 1 for line in assessment.lines)


@often
@given(pairs(number=1000), courses())
def test_who_does_better_in_any_measure_never_scores_less(pair: Pair, others: Course) -> None:
    scores = []
    for measured in (pair.worse, pair.better):
        scores.append(assess([*others.clauses, pair.clause], {**others.measured, 1000: measured}).score)
    worse, better = scores
    assert worse is not None
    assert better is not None
    assert worse <= better
    assert (result_of(pair.clause, pair.worse) or 0) <= (result_of(pair.clause, pair.better) or 0)


@often
@given(courses(applicable=True), clauses(1000), GROUNDS)
def test_the_weight_of_what_is_not_applicable_goes_to_the_others_in_proportion(
    course: Course, absent: Clause, ground: NotApplicable
) -> None:
    without = assess(course.clauses, course.measured)
    among = assess([*course.clauses, absent], {**course.measured, 1000: Measured(not_applicable=ground)})
    assert (among.score, among.failed) == (without.score, without.failed)
    assert among.lines[:-1] == without.lines
    gone = among.lines[-1]
    assert gone.result is None
    assert gone.share == gone.points == 0
    assert gone.state == Met.NOT_APPLICABLE
    whole = sum(clause.weight for clause in course.clauses)
    for line in among.lines[:-1]:
        assert abs(line.share - line.clause.weight * 100 / whole) <= Decimal("0.00500001")


@often
@given(courses(), st.randoms(use_true_random=False))
def test_the_order_of_clauses_and_of_what_happened_is_irrelevant(course: Course, random: Random) -> None:
    first = assess(course.clauses, course.measured, DEFAULT_BANDS)
    shuffled, happened = list(course.clauses), list(course.measured.items())
    random.shuffle(shuffled)
    random.shuffle(happened)
    again = assess(shuffled, dict(happened), DEFAULT_BANDS)
    assert (again.score, again.band, set(again.failed)) == (first.score, first.band, set(first.failed))
    assert {line.clause.number: line for line in again.lines} == {line.clause.number: line for line in first.lines}


@often
@given(courses(), st.integers(1, 8))
def test_computing_again_gives_the_same_digits_whatever_the_surroundings(course: Course, precision: int) -> None:
    once = assess(course.clauses, course.measured, DEFAULT_BANDS)
    with localcontext(prec=precision, rounding=ROUND_DOWN):
        again = assess(course.clauses, course.measured, DEFAULT_BANDS, formula=once.formula)
        alone = score(zip(course.clauses, course.found, strict=True), formula=FORMULA)
    assert again == once
    assert str(again.score) == str(once.score) == str(alone)


@often
@given(courses())
def test_a_failed_clause_that_must_pass_decides_whatever_the_score(course: Course) -> None:
    strict = [replace(clause, must_pass=True) for clause in course.clauses]
    lenient = [replace(clause, must_pass=False) for clause in course.clauses]
    held, free = assess(strict, course.measured, DEFAULT_BANDS), assess(lenient, course.measured, DEFAULT_BANDS)
    assert held.score == free.score
    assert not free.only_not_accepted
    assert held.only_not_accepted == any(line.state in {Met.PARTLY, Met.NOT_MET} for line in held.lines)
    assert held.band == (None if held.only_not_accepted else free.band)


@often
@given(courses(), st.sampled_from([2, 4, 5, 8, 10]))
def test_only_the_proportion_of_weights_counts(course: Course, divisor: int) -> None:
    lighter = [replace(clause, weight=clause.weight / divisor) for clause in course.clauses]
    assert assess(lighter, course.measured).score == assess(course.clauses, course.measured).score
