"""The notice boards of all villages, or of one township's, as one batch: a sheet for each, and all of them to print."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Annotated, Any, BinaryIO

import pikepdf
from django.db.models import Count, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.roles import OFFICE_ROLES
from zhunru.divisions.models import Village
from zhunru.documents import services as documents
from zhunru.documents import storage
from zhunru.documents.batching.jobs import Job, Made, Params, Planned, register
from zhunru.documents.batching.packing import Package
from zhunru.documents.kinds import DISCLOSURE
from zhunru.documents.models import Batch, BatchItem
from zhunru.lists.queries import editions_in_force
from zhunru.placements.disclosing import Size, disclosure_facts
from zhunru.placements.models import Placement
from zhunru.tenancy.context import township_context

AT_ONCE = 10
TOGETHER = "全部（打印用）.pdf"


class DisclosureParams(Params):
    """Which size of paper, and of which township; None: of all."""

    size: Size = "A4"
    township: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None


def _villages(params: DisclosureParams) -> QuerySet[Village]:
    """Those in use, by township."""
    found: QuerySet[Village] = Village.objects.filter(ended_on=None, township__ended_on=None)
    found = found.filter(township=params.township) if params.township else found
    return found.select_related("township").order_by("township__code", "code")


def _planned(params: DisclosureParams, _actor: Actor) -> Iterator[Planned]:
    """A sheet is another when the day, a list in force or something that the village carries is another."""
    today = timezone.localdate().isoformat()
    lists = ",".join(map(str, editions_in_force().order_by("pk").values_list("pk", flat=True)))
    for township, villages in groupby(_villages(params), key=lambda village: village.township):
        with township_context(township):
            states = _states()
        for village in villages:
            yield Planned(f"{township.name}{village.name}", village.pk, f"{today} {lists} {states.get(village.pk)}")


def _states() -> dict[int, tuple[int, int]]:
    """By village how often its placements were changed, all together: a number that only grows."""
    counted = Placement.objects.order_by().values("village").annotate(changes=Sum("version"), rows=Count("pk"))
    return {row["village"]: (row["changes"], row["rows"]) for row in counted}


def _drawn(batch: Batch, items: Sequence[BatchItem]) -> list[str | DomainError]:
    """The sheets, kept as long as anything that can be drawn anew; their hashes."""
    villages = Village.objects.select_related("township").in_bulk([item.ref for item in items])
    today, size = timezone.localdate(batch.asked_at), batch.params["size"]
    return [_sheet(villages[item.ref], today, size) for item in items]


def _sheet(village: Village, today: date, size: Size) -> str | DomainError:
    try:
        with township_context(village.township):
            facts = disclosure_facts(village, today, size=size)
        organisation = f"{village.township.name}{village.name}"
        return storage.keep_page(documents.draw(DISCLOSURE, facts, organisation=organisation, today=today))
    except DomainError as error:
        return error


def _made(_item: BatchItem, sha256: Any) -> Made:
    return Made(sha256)


def _pack(batch: Batch, out: BinaryIO) -> None:
    """A file for each village under its township, and behind them one with all of them."""
    rows = list(batch.items.order_by("place").values_list("ref", "sha256"))
    villages = Village.objects.select_related("township").in_bulk([ref for ref, _sha256 in rows])
    with Package(out) as package:
        for ref, sha256 in rows:
            package.add_file(_name(villages[ref]), storage.drawn_path(sha256))
        package.add(TOGETHER, iter([_together([sha256 for _ref, sha256 in rows])]))


def _name(village: Village) -> str:
    return f"{village.township.code}{village.township.name}/{village.code[-3:]}{village.name}.pdf"


def _together(sheets: Sequence[str]) -> bytes:
    """One after the other, in one file for the printer."""
    joined, made = pikepdf.Pdf.new(), io.BytesIO()
    for sha256 in sheets:
        with pikepdf.Pdf.open(io.BytesIO(storage.drawn_path(sha256).read_bytes())) as sheet:
            joined.pages.extend(sheet.pages)
    joined.save(made, deterministic_id=True)
    return made.getvalue()


def _title(params: DisclosureParams) -> str:
    names = _villages(params).values_list("township__name", flat=True)
    place = names.first() if params.township else _("全县")
    return _("公开栏公示单（%(size)s，%(place)s）") % {"size": params.size, "place": place}


def _file_name(batch: Batch) -> str:
    return f"公开栏公示单_{batch.params['size']}_{timezone.localdate(batch.asked_at):%Y%m%d}.zip"


DISCLOSE = register(
    Job(
        name="disclosure",
        label=gettext_lazy("公开栏公示单"),
        about=gettext_lazy("各村（社区）公开栏的公示单，A4 或者 A3，每村一份，另有一份合并件供打印"),
        by=OFFICE_ROLES,
        params=DisclosureParams,
        title=_title,
        plan=_planned,
        gather=_drawn,
        make=_made,
        finish=_pack,
        file_name=_file_name,
        at_once=AT_ONCE,
        is_there=lambda sha256: storage.drawn_path(sha256).exists(),
    )
)
