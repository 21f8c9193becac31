"""Two jobs: a year's papers for the archive, and papers that were chosen, each as a package."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, BinaryIO

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import Field

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.text import Line
from zhunru.documents import queries, storage
from zhunru.documents.archiving import packages
from zhunru.documents.archiving.metadata import erasure_of
from zhunru.documents.batching.jobs import Job, Made, Params, Planned, register
from zhunru.documents.batching.rules import ASKERS
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Batch, BatchItem, Document
from zhunru.documents.schemas.documents import KindName, StatusName

AT_ONCE = 20


class ArchiveParams(Params):
    """Of which year."""

    year: Annotated[int, Field(ge=2000, le=2100)]


class ExportParams(Params):
    """As the list of papers is filtered; days are those of issue."""

    q: Line = ""
    kind: KindName | None = None
    status: StatusName | None = None
    organisation: Annotated[int, Field(ge=1, le=2**63 - 1)] | None = None
    from_on: date | None = None
    to_on: date | None = None


def _of_year(params: ArchiveParams, actor: Actor) -> Iterator[Planned]:
    return _planned(queries.visible_to(actor).filter(issued_on__year=params.year))


def _chosen(params: ExportParams, actor: Actor) -> Iterator[Planned]:
    found = queries.rows(queries.visible_to(actor), words=params.q, kind=params.kind, status=params.status)
    if params.organisation:
        found = found.filter(organisation=params.organisation)
    if params.from_on:
        found = found.filter(issued_on__gte=params.from_on)
    if params.to_on:
        found = found.filter(issued_on__lte=params.to_on)
    return _planned(found)


def _planned(papers: QuerySet[Document]) -> Iterator[Planned]:
    """Whatever is told of a paper in the package changes its stamp."""
    told = papers.annotate(
        used=Count("uses", distinct=True),
        copied=Count("duplicates", distinct=True),
        ended=Count("ends", distinct=True),
        corrected=Count("corrections", distinct=True),
        erased=Count("erasure", distinct=True),
    ).order_by("pk")
    stamps = ("version", "used", "copied", "ended", "corrected", "erased")
    for pk, number, *stamp in told.values_list("pk", "number", *stamps):
        yield Planned(number, pk, ".".join(map(str, stamp)))


def _checked(_batch: Batch, items: Sequence[BatchItem]) -> list[str | DomainError]:
    """Of each paper its hash, if the files are still what was issued."""
    rows = Document.objects.select_related("erasure").prefetch_related("duplicates")
    papers: dict[int, Document] = rows.in_bulk([item.ref for item in items])
    return [_hash_of(papers[item.ref or 0]) for item in items]


def _hash_of(paper: Document) -> str | DomainError:
    if erasure_of(paper) is None:
        for sha256 in (paper.sha256, *(one.sha256 for one in paper.duplicates.all())):
            try:
                with storage.paper_path(sha256).open("rb") as file:
                    found = hashlib.file_digest(file, "sha256").hexdigest()
            except FileNotFoundError:
                return packages.missing(paper)
            if found != sha256:
                return packages.changed(paper)
    return str(paper.sha256)


def _made(_item: BatchItem, sha256: Any) -> Made:
    return Made(sha256)


def _pack(batch: Batch, out: BinaryIO) -> None:
    papers = Document.objects.filter(pk__in=batch.items.values("ref"))
    packages.write_package(papers, batch.title, out)


def _export_title(params: ExportParams) -> str:
    """With the conditions, so that one knows years later what was asked for."""
    said = [
        str(KINDS[params.kind].label) if params.kind else "",
        str(params.status.label) if params.status else "",
        _organisation(params.organisation),
        f"{params.from_on or ''}至{params.to_on or ''}" if params.from_on or params.to_on else "",
        f"“{params.q}”" if params.q else "",
    ]
    conditions = "，".join(part for part in said if part)
    return _("文书导出包（%(conditions)s）") % {"conditions": conditions or _("全部")}


def _organisation(id: int | None) -> str:
    return Organisation.objects.filter(pk=id).values_list("name", flat=True).first() or "" if id else ""


ARCHIVE = register(
    Job(
        name="archive",
        label=gettext_lazy("年度归档包"),
        about=gettext_lazy("一年的全部文书，附元数据和校验清单"),
        by=ASKERS,
        params=ArchiveParams,
        title=lambda params: _("%(year)s年文书归档包") % {"year": params.year},
        plan=_of_year,
        gather=_checked,
        make=_made,
        finish=_pack,
        file_name=lambda batch: f"文书归档包_{batch.params['year']}.zip",
        at_once=AT_ONCE,
    )
)
EXPORT = register(
    Job(
        name="export",
        label=gettext_lazy("文书导出包"),
        about=gettext_lazy("按条件选出的文书，附元数据和校验清单"),
        by=ASKERS,
        params=ExportParams,
        title=_export_title,
        plan=_chosen,
        gather=_checked,
        make=_made,
        finish=_pack,
        file_name=lambda batch: f"文书导出包_{batch.pk}.zip",
        at_once=AT_ONCE,
    )
)
