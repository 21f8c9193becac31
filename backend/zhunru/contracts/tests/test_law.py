"""The opinion's sentences on how a service is bought of a village and by what it is held, each with its test."""

import pytest
from django.db import IntegrityError, connection, transaction

from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract, Terms
from zhunru.contracts.schemas.terms import Refused, Signing
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.samples import deliberation
from zhunru.contracts.workflow.contracts import CONTRACTS
from zhunru.contracts.workflow.terms import TERMS
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.tenancy.context import township_context

SIGNATURE = Signing(signatory="演示签字人")


def refuses(contract: Contract, statement: str) -> None:
    """The township's own database refuses, whoever asks."""
    refused = pytest.raises(IntegrityError)
    with township_context(contract.village.township), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.clause("2.2b")
def test_a_village_agrees_by_its_assembly_alone(stage: Stage, drafted: Contract) -> None:
    """民主选举、民主协商、民主决策、民主管理、民主监督：the assembly's record by number, and no person in it."""
    samples.take(stage, drafted, "submit", "water-clerk")
    samples.take(stage, drafted, "offer", "water-head")
    agreed = samples.take(stage, drafted, "agree", "village", deliberation())
    assert agreed.deliberation_number == "村议〔2026〕3号"
    assert (agreed.deliberation_present, agreed.deliberation_total, agreed.deliberation_for) == (30, 40, 28)


@pytest.mark.clause("2.2b")
@pytest.mark.parametrize(
    ("present", "total", "in_favour", "code"),
    [(20, 40, 20, "no_quorum"), (30, 40, 15, "no_majority"), (41, 40, 30, "people"), (30, 40, 31, "people")],
)
def test_without_a_majority_there_is_no_agreement(
    stage: Stage, drafted: Contract, present: int, total: int, in_favour: int, code: str
) -> None:
    """More than half must be there, and more than half of those must agree."""
    samples.take(stage, drafted, "submit", "water-clerk")
    samples.take(stage, drafted, "offer", "water-head")
    said = deliberation(present=present, total=total, in_favour=in_favour)
    with pytest.raises(DomainError) as refused:
        samples.take(stage, drafted, "agree", "village", said)
    assert refused.value.code == code


@pytest.mark.clause("2.2b")
def test_the_database_holds_that_the_village_has_deliberated(stage: Stage, drafted: Contract) -> None:
    samples.agreed(stage, drafted)
    refuses(drafted, "UPDATE contracts_terms SET deliberation_number = ''")


@pytest.mark.clause("2.4b")
def test_no_silence_stands_for_a_village(stage: Stage) -> None:
    """可按规定购买村(社区)服务：every step of the village is a village officer's, and none is the system's."""
    for name in ("agree", "decline", "countersign", "decline_signature"):
        assert TERMS.steps[name].by == (Role.VILLAGE_OFFICER,)
    assert all(step.by for step in TERMS)


@pytest.mark.clause("2.4b")
def test_a_village_may_decline_at_either_moment(stage: Stage, drafted: Contract) -> None:
    samples.take(stage, drafted, "submit", "water-clerk")
    samples.take(stage, drafted, "offer", "water-head")
    declined = samples.take(stage, drafted, "decline", "village", Refused(remark="农忙，人手不够"))
    assert declined.status == Terms.Status.DRAFT
    samples.agreed(stage, drafted)
    samples.take(stage, drafted, "sign", "water-head", SIGNATURE)
    declined = samples.take(stage, drafted, "decline_signature", "village", Refused(remark="价款不足"))
    assert (declined.status, declined.purchaser_signed_at) == (Terms.Status.DRAFT, None)


@pytest.mark.clause("2.4b")
def test_who_submitted_does_not_sign(stage: Stage, drafted: Contract) -> None:
    """Four eyes, also for whoever stands in for the other."""
    samples.agreed(stage, drafted)
    clerk = stage.actor("water-clerk")
    head = stage.actor("water-head")
    both = type(head)(**{name: getattr(head, name) for name in head.__slots__} | {"acts_for": clerk.user_id})
    with pytest.raises(DomainError) as refused:
        samples.take(stage, drafted, "sign", both, SIGNATURE)
    assert refused.value.code == "four_eyes"
    with pytest.raises(NotAllowedError):
        samples.take(stage, drafted, "sign", "water-clerk", SIGNATURE)


@pytest.mark.clause("2.4c")
def test_what_both_have_signed_stays(performing: Contract) -> None:
    """严格按合同约定：text, clauses and weights are frozen in the database, too."""
    refuses(performing, "UPDATE contracts_terms SET text = '{}'")
    refuses(performing, "UPDATE contracts_terms SET price = price + 1")
    refuses(performing, "UPDATE contracts_clause SET weight = 60 WHERE number = 2")
    refuses(performing, "UPDATE contracts_clause SET text = 'x' WHERE number = 1")


@pytest.mark.clause("2.4c")
def test_what_the_village_deliberates_on_stays(stage: Stage, drafted: Contract) -> None:
    samples.take(stage, drafted, "submit", "water-clerk")
    samples.take(stage, drafted, "offer", "water-head")
    refuses(drafted, "UPDATE contracts_terms SET text = '{}'")


@pytest.mark.clause("2.4c")
def test_weights_of_a_side_come_to_a_hundred_in_the_database(stage: Stage, performing: Contract) -> None:
    """Rule P-07: clauses are written at the signature alone, and only whole."""
    refuses(
        performing,
        "INSERT INTO contracts_clause SELECT id + 1000, version, 99, side, kind, heading, text, assessable, measure,"
        " unit, target, tolerance, grace_days, steps, levels, weight, must_pass, evidence, measured_by, terms_id"
        " FROM contracts_clause WHERE number = 2",
    )


@pytest.mark.clause("2.4c")
def test_nobody_ends_a_contract_alone_but_for_a_reason_of_law(stage: Stage) -> None:
    """Procurement law, article 50: by agreement both; alone the purchaser for breach or the public interest."""
    assert CONTRACTS.steps["agree_termination"].by == (Role.DEPARTMENT_HEAD, Role.VILLAGE_OFFICER)
    assert CONTRACTS.steps["terminate"].by == (Role.DEPARTMENT_HEAD,)
