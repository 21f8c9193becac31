"""What village staff record of their work at a desk, and what the purchaser says to it (clause 2.4c)."""

from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Attachment, Contract, Deliverable
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.deals import IN_JULY, Deal, code
from zhunru.files.images import PNG_MARK
from zhunru.files.tests.test_particulars import PLACE, photo
from zhunru.purchases.models import DeliverableFact
from zhunru.tenancy.context import county_context, township_context

pytestmark = pytest.mark.clause("2.4c")
WORK: dict[str, Any] = {"clause": 2, "done_on": "2026-06-29", "quantity": "3", "place": "东渠", "note": "清淤三段"}


@pytest.fixture
def deal(stage: Stage, performing: Contract, at: At) -> Deal:
    at(IN_JULY)
    return Deal(stage, performing)


@pytest.fixture
def asking(stage: Stage, calendar: None, at: At) -> Deal:
    """A contract of which two clauses ask for evidence: 3 a file, 4 one with its place."""
    asked = {3: {"evidence": "file"}, 4: {"evidence": "file_with_location"}}
    clauses = [clause | asked.get(clause["number"], {}) for clause in samples.clauses()]
    contract = samples.performing(stage, clauses=clauses)
    at(IN_JULY)
    return Deal(stage, contract)


def write(deal: Deal, who: str = "village", key: str | None = None, **changed: Any) -> Any:
    headers = {"Idempotency-Key": key} if key else {}
    return deal.desk(who).ask("POST", f"{deal.path}/deliverables", WORK | changed, **headers)


def step(deal: Deal, who: str, id: int, name: str, **said: Any) -> Any:
    return deal.desk(who).ask("POST", f"/deliverables/{id}/{name}", said)


def attach(deal: Deal, id: int, content: bytes) -> Any:
    name = "渠.png" if content.startswith(PNG_MARK) else "渠.jpg"
    return deal.village.send(f"/deliverables/{id}/files", {"file": SimpleUploadedFile(name, content)})


def test_a_draft_is_the_villages_own_until_it_is_handed_over(deal: Deal) -> None:
    made = write(deal).json()
    path = f"/deliverables/{made['id']}"
    assert (made["status"], made["confirm_due_on"], made["unit"]) == ("draft", None, "次")
    assert deal.clerk.ask("GET", path).status_code == 404
    assert deal.township().ask("GET", path).status_code == 404
    changed = deal.village.ask("PUT", path, WORK | {"version": made["version"], "quantity": "4", "submit": True})
    assert (changed.json()["status"], changed.json()["confirm_due_on"]) == ("submitted", "2026-07-13")
    assert deal.clerk.get(path)["quantity"] == "4.00"
    again = deal.village.ask("PUT", path, WORK | {"version": changed.json()["version"]})
    assert code(again) == (409, "not_a_draft")


def test_sent_twice_from_a_bad_line_it_is_one(deal: Deal) -> None:
    """By the client's own key; the same key for another contract is refused."""
    key = str(uuid4())
    first, second = write(deal, key=key, submit=True).json(), write(deal, key=key, submit=True).json()
    assert first["id"] == second["id"]
    with township_context(deal.contract.village.township):
        assert Deliverable.objects.count() == 1
    other = Deal(deal.stage, samples.performing(deal.stage, deal.contract.village))
    assert code(write(other, key=key)) == (409, "key_used")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"clause": 99}, "clause"),
        ({"clause": 5}, "clause"),
        ({"quantity": None}, "quantity"),
        ({"done_on": "2026-03-15"}, "done_on"),
        ({"done_on": "2026-07-07"}, "done_on"),
    ],
)
def test_a_record_fits_the_contract(deal: Deal, changed: dict[str, Any], field: str) -> None:
    answer = write(deal, **changed)
    assert answer.status_code == 422
    assert answer.json()["field"] == field or field in str(answer.json()["errors"])


def test_only_the_village_that_provides_it_writes(deal: Deal) -> None:
    assert code(write(deal, "clerk")) == (403, "role")
    neighbour = deal.stage.villages(0)[1]
    other = Deal(deal.stage, deal.contract)
    other.village = type(deal.village)(deal.stage.village_officer(neighbour))
    assert write(other).status_code == 404


def test_the_purchaser_confirms_many_at_once_and_counts_what_was_new(deal: Deal) -> None:
    ids = [write(deal, submit=True).json()["id"] for _ in range(3)]
    with county_context():
        assert DeliverableFact.objects.get(id=deal.contract.pk).waiting == 3
    step(deal, "clerk", ids[0], "confirm")
    answer = deal.clerk.post(f"{deal.path}/deliverables/confirm", {"ids": ids})
    assert answer == {"confirmed": 2}
    with county_context():
        assert DeliverableFact.objects.get(id=deal.contract.pk).waiting == 0
    read = deal.period()["clauses"][0]
    assert (read["clause"]["number"], read["delivered"], read["records"]) == (2, "9.00", 3)


def test_what_was_queried_is_corrected_by_a_new_record(deal: Deal) -> None:
    """Both stay to be read; what nobody queried is not corrected."""
    id = write(deal, submit=True).json()["id"]
    path = f"/deliverables/{id}/correct"
    assert code(deal.village.ask("POST", path, WORK)) == (409, "not_queried")
    assert step(deal, "clerk", id, "query").status_code == 422
    assert step(deal, "clerk", id, "query", remark="东渠只有两段").json()["query"] == "东渠只有两段"
    made = deal.village.post(path, WORK | {"quantity": "2", "submit": True})
    assert (made["supersedes_id"], made["status"]) == (id, "submitted")
    assert deal.village.get(f"/deliverables/{id}")["status"] == "superseded"
    assert code(deal.village.ask("POST", path, WORK)) == (409, "not_queried")


def test_the_list_is_found_by_clause_and_words(deal: Deal) -> None:
    write(deal, submit=True)
    write(deal, clause=3, quantity=None, place="西渠")
    path = f"{deal.path}/deliverables"
    assert deal.clerk.get(path)["total"] == 1
    assert [row["number"] for row in deal.village.get(f"{path}?q=西渠")["items"]] == [3]
    (row,) = deal.village.get(f"{path}?clause=2&status=submitted&ordering=-quantity")["items"]
    assert (row["status_label"], row["files"], row["heading"]) == ("待购买主体确认", 0, "条款2")


def test_files_are_taken_only_where_the_clause_asks(asking: Deal) -> None:
    """Nobody photographs what nobody asked for; at most five, each once."""
    plain = write(asking).json()["id"]
    assert code(attach(asking, plain, photo())) == (409, "no_evidence_asked")
    id = write(asking, clause=3, quantity=None).json()["id"]
    made = [attach(asking, id, _other(number)).json()["id"] for number in range(5)]
    assert attach(asking, id, _other(0)).json()["id"] == made[0]
    assert code(attach(asking, id, _other(5))) == (409, "too_many_files")
    with township_context(asking.contract.village.township):
        assert Attachment.objects.filter(deliverable_id=id).count() == 5


def _other(number: int) -> bytes:
    """A picture of its own."""
    out = BytesIO()
    Image.new("RGB", (8, 8), (number * 20, 0, 0)).save(out, "PNG")
    return out.getvalue()


def test_a_picture_keeps_its_place_only_where_the_clause_asks(asking: Deal) -> None:
    before = photo()
    for clause, kept in ((3, False), (4, True)):
        id = write(asking, clause=clause, quantity=None).json()["id"]
        made = attach(asking, id, before).json()
        step(asking, "village", id, "submit")
        read = asking.clerk.ask("GET", f"/contract-files/{made['id']}")
        content = b"".join(read.streaming_content) if read.streaming else read.content
        assert (PLACE in content) is kept
        with township_context(asking.contract.village.township):
            assert Attachment.objects.get(pk=made["id"]).location is kept


def test_where_evidence_is_asked_it_is_handed_over_with_the_record(asking: Deal) -> None:
    assert code(write(asking, clause=3, quantity=None, submit=True)) == (409, "no_evidence")
    id = write(asking, clause=3, quantity=None).json()["id"]
    assert code(step(asking, "village", id, "submit")) == (409, "no_evidence")
    made = attach(asking, id, photo()).json()
    moved = asking.village.ask("PUT", f"/deliverables/{id}", WORK | {"version": 1, "clause": 4, "quantity": None})
    assert (*code(moved), moved.json()["field"]) == (422, "other_evidence", "clause")
    assert step(asking, "village", id, "submit").status_code == 200
    assert code(attach(asking, id, _other(1))) == (409, "not_a_draft")
    gone = asking.village.ask("POST", f"/contract-files/{made['id']}/remove")
    assert code(gone) == (409, "not_a_draft")


def test_a_file_of_a_draft_can_be_taken_out_by_its_village_alone(asking: Deal) -> None:
    id = write(asking, clause=3, quantity=None).json()["id"]
    made = attach(asking, id, photo()).json()
    path = f"/contract-files/{made['id']}/remove"
    assert asking.clerk.ask("POST", path).status_code == 404
    assert asking.village.ask("POST", path).status_code == 204
    assert asking.village.get(f"/deliverables/{id}")["attachments"] == []


def test_after_the_contract_has_ended_nothing_is_recorded(deal: Deal) -> None:
    told = {"ending": "breach", "remark": "一方违约"}
    assert deal.head.ask("POST", f"{deal.path}/terminate", told).status_code == 200
    assert write(deal).status_code == 201  # what was done before is settled
    with township_context(deal.contract.village.township):
        found = Contract.objects.get(pk=deal.contract.pk)
        found.status = Contract.Status.COMPLETED
        found.record(actor=deal.stage.village_officer(deal.contract.village), reason="试")
    assert code(write(deal)) == (409, "not_performing")
