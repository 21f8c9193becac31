"""The opinion's sentences on how a matter enters a village and leaves it, one test each."""

import pytest
from django.db import IntegrityError, connection, transaction

from zhunru.admissions.tests.stage import Stage
from zhunru.core.errors import DomainError
from zhunru.placements import queries
from zhunru.placements.models import Placement
from zhunru.placements.tests.arrivals import arrived, complete, confirm, ended, placements, refusal
from zhunru.tenancy.context import township_context


def refuses(stage: Stage, constraint: str, columns: str) -> None:
    """The township's own database refuses to set `columns` on its placements, whoever asks."""
    statement = f"UPDATE placements_placement SET {columns}"
    refused = pytest.raises(IntegrityError, match=constraint)
    with township_context(stage.townships[0]), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.clause("2.1c")
def test_a_matter_is_never_in_a_village_without_its_document(stage: Stage) -> None:
    """工作事项持批准文书进入"""
    arrived(stage, 0)
    refuses(stage, "no_placement_without_document", "document_code = ''")
    refuses(stage, "no_placement_without_document", "document_number = ''")
    refuses(stage, "document_id", "document_id = NULL")


@pytest.mark.clause("2.1c")
@pytest.mark.parametrize("code", ["", "000000000000", "7K3MQ9XW2F47"])
def test_the_village_confirms_only_against_the_paper_in_its_hand(stage: Stage, code: str) -> None:
    """工作事项持批准文书进入"""
    arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    with pytest.raises(DomainError, match="核验码与批准文书不符"):
        confirm(stage, placement, code=code or " ")
    assert placements(stage.townships[0])[0].status == Placement.Status.NOTIFIED


@pytest.mark.clause("2.1c")
def test_the_code_may_be_typed_as_it_is_printed(stage: Stage) -> None:
    """工作事项持批准文书进入"""
    arrived(stage, 0)
    placement = placements(stage.townships[0])[0]
    code = placement.document_code.lower()
    entered = confirm(stage, placement, code=f"{code[:4]}-{code[4:8]} {code[8:]}")
    assert entered.status == Placement.Status.ENTERED
    assert entered.entered_at is not None


@pytest.mark.clause("2.1c")
def test_a_matter_enters_a_village_once(stage: Stage) -> None:
    """工作事项持批准文书进入"""
    arrived(stage, 0)
    first, second = placements(stage.townships[0])
    refuses(stage, "a_matter_enters_a_village_once", f"village_id = {first.village_id} WHERE id = {second.pk}")


@pytest.mark.clause("2.1d")
def test_when_the_work_is_done_the_village_no_longer_carries_it(stage: Stage) -> None:
    """工作完成后撤销"""
    matter = arrived(stage, 0)
    for placement in placements(stage.townships[0]):
        confirm(stage, placement)
        done = complete(stage, placement)
        assert done.status == Placement.Status.COMPLETED
        assert done.completed_at is not None
    ended(stage, matter)
    assert {p.status for p in placements(stage.townships[0])} == {Placement.Status.CLOSED}


@pytest.mark.clause("2.1d")
def test_a_village_is_freed_with_a_paper_and_a_reason(stage: Stage) -> None:
    """工作完成后撤销"""
    matter = arrived(stage, 0)
    refuses(stage, "closed_with_paper_and_reason", "status = 'closed'")
    refuses(stage, "closed_with_paper_and_reason", "status = 'closed', closing_reason = '已完成'")
    refuses(stage, "closed_with_paper_and_reason", "status = 'closed', closing_code = '7K3MQ9XW2F47'")
    ended(stage, matter)
    refuses(stage, "closed_with_paper_and_reason", "closing_reason = ''")


@pytest.mark.clause("2.1d")
def test_after_the_end_nothing_more_is_asked_of_the_village(stage: Stage) -> None:
    """工作完成后撤销"""
    ended(stage, arrived(stage, 0))
    placement = placements(stage.townships[0])[0]
    assert refusal(stage, placement, "confirm", by=placement.village) == "status"
    assert refusal(stage, placement, "complete", by=placement.village) == "status"


@pytest.mark.clause("2.2a")
def test_a_village_sees_what_it_carries_and_not_what_its_neighbour_carries(stage: Stage) -> None:
    """充分尊重村(社区)依法自治地位和依法自治权利"""
    arrived(stage, 0)
    mine = placements(stage.townships[0])[0]
    officer = stage.village_officer(mine.village)
    with township_context(stage.townships[0]):
        assert list(queries.visible_to(officer)) == [mine]
        assert queries.visible_to(stage.township_officer(stage.townships[0])).count() == 2
        assert not queries.visible_to(stage.township_admin(stage.townships[0])).exists()
        assert not queries.visible_to(stage.actor("leader")).exists()


@pytest.mark.clause("2.2a")
@pytest.mark.parametrize("step", ["confirm", "complete"])
def test_a_village_speaks_for_itself(stage: Stage, step: str) -> None:
    """充分尊重村(社区)依法自治地位和依法自治权利"""
    arrived(stage, 0)
    mine, neighbours = placements(stage.townships[0])
    if step == "complete":
        confirm(stage, mine)
    assert refusal(stage, mine, step, by=neighbours.village) == "other_village"
