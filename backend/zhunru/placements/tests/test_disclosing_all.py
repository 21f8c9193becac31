"""The notice boards of all villages in one go: a sheet for each, and one file for the printer (clause 3.2b)."""

import io
import zipfile
from typing import Any

import pikepdf
import pytest
from django.utils import timezone

from zhunru.admissions.tests.stage import Stage
from zhunru.core.actors import SYSTEM
from zhunru.core.errors import NotAllowedError
from zhunru.divisions.models import Village
from zhunru.documents import storage
from zhunru.documents.batching import asking, working
from zhunru.documents.batching.jobs import JOBS
from zhunru.documents.batching.workflow import BATCHES
from zhunru.documents.models import Batch
from zhunru.documents.paging import POINTS_PER_MM
from zhunru.documents.tests.archived import opened
from zhunru.placements.disclosing_all import TOGETHER, DisclosureParams
from zhunru.placements.tests.arrivals import arrived
from zhunru.tenancy.context import county_context

JOB = JOBS["disclosure"]


def asked(stage: Stage, by: str = "clerk", **params: Any) -> Batch:
    with county_context():
        return asking.ask(JOB, DisclosureParams(**params), actor=stage.actor(by))


def drawn(stage: Stage, **params: Any) -> Batch:
    batch = asked(stage, **params)
    with county_context():
        working.carry_on(batch.pk)
        batch.refresh_from_db()
    assert batch.status == Batch.Status.DONE, batch.error
    return batch


def names(package: zipfile.ZipFile) -> list[str]:
    return [name for name in package.namelist() if name.endswith(".pdf")]


def test_each_village_has_its_sheet_and_the_printer_has_all_of_them(stage: Stage) -> None:
    package = opened(drawn(stage))
    with county_context():
        villages = Village.objects.filter(ended_on=None).count()
    sheets = names(package)
    assert (len(sheets), sheets[-1]) == (villages + 1, TOGETHER)
    assert sheets[0] == "540522100吉雄镇/001扎庆居委会.pdf"
    with pikepdf.open(io.BytesIO(package.read(TOGETHER))) as together:
        assert len(together.pages) >= villages


@pytest.mark.parametrize(("size", "height_mm"), [("A4", 297), ("A3", 420)])
def test_the_sheets_are_of_the_size_that_was_asked_for(stage: Stage, size: str, height_mm: int) -> None:
    package = opened(drawn(stage, size=size, township=stage.townships[1].pk))
    sheets = names(package)
    assert all(name.startswith("540522101") for name in sheets[:-1])
    with pikepdf.open(io.BytesIO(package.read(sheets[0]))) as sheet:
        edges = [float(edge) / POINTS_PER_MM for edge in sheet.pages[0].mediabox]
    assert round(max(edges)) == height_mm


def test_asked_for_twice_on_a_day_it_is_one_batch_until_a_village_carries_something_else(stage: Stage) -> None:
    first = asked(stage)
    assert asked(stage, "head").pk == first.pk
    arrived(stage, 0)
    assert asked(stage).pk != first.pk


def test_sheets_that_were_cleared_away_meanwhile_are_drawn_anew(stage: Stage) -> None:
    batch, clerk = asked(stage, township=stage.townships[0].pk), stage.actor("clerk")
    with county_context():
        BATCHES.perform("begin", batch, actor=SYSTEM)
        lost = storage.keep_page(b"%PDF-1.7 cleared away")
        working._make(JOB, batch.items.order_by("place")[0], lost)
        BATCHES.take("cancel", batch, actor=clerk)
        storage.drawn_path(lost).unlink()
        again = asking.ask(JOB, DisclosureParams(township=stage.townships[0].pk), actor=clerk)
        working.carry_on(again.pk)
        again.refresh_from_db()
        assert (again.pk, again.status, again.done) == (batch.pk, Batch.Status.DONE, 2)
        assert not again.items.filter(sha256=lost).exists()


def test_the_file_says_of_which_day_it_is(stage: Stage) -> None:
    batch = drawn(stage, size="A3")
    assert batch.file_name == f"公开栏公示单_A3_{timezone.localdate():%Y%m%d}.zip"
    assert batch.title == "公开栏公示单（A3，全县）"


@pytest.mark.parametrize("somebody", ["water-head", "auditor", "leader"])
def test_only_the_office_has_sheets_made_for_the_whole_county(stage: Stage, somebody: str) -> None:
    with pytest.raises(NotAllowedError):
        asked(stage, somebody)
