"""The route by which admitted matters join a draft of the assist list, on the county host."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Router, Schema

from zhunru.admissions import joining
from zhunru.core.routes import actor_of
from zhunru.lists import queries as lists

editions = Router(tags=["editions"])


class Joined(Schema):
    """How many entries were added or taken out; of a reading, how many would be."""

    count: int


@editions.get("/{int:id}/matters", response=Joined, operation_id="edition_matters_read")
def read_out_of_line(request: HttpRequest, id: Path[int]) -> Joined:
    """How far the draft is from the matters that villages carry today."""
    edition = get_object_or_404(lists.editions_visible_to(actor_of(request)), pk=id)
    return Joined(count=joining.out_of_line(edition))


@editions.post("/{int:id}/matters", response=Joined, operation_id="edition_matters")
def bring_in_line(request: HttpRequest, id: Path[int]) -> Joined:
    """Admitted matters join the draft, ended ones leave it."""
    actor = actor_of(request)
    edition = get_object_or_404(lists.editions_visible_to(actor), pk=id)
    return Joined(count=joining.bring_in_line(edition, actor=actor))
