"""Templates of papers: what is in use, the draft, its faults, how it looks on paper."""

from datetime import date
from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Router, Schema
from pydantic import Field, StringConstraints

from zhunru.accounts.queries import social_work_office
from zhunru.core import history
from zhunru.core.actors import Actor
from zhunru.core.roles import ADMIN_ROLES, COUNTY_ROLES, DEPARTMENT_ROLES, OFFICE_ROLES, Role
from zhunru.core.routes import actor_of
from zhunru.documents import services
from zhunru.documents.kinds import KINDS, Kind
from zhunru.documents.models import TemplateVersion
from zhunru.documents.templating import reading, versions

router = Router(tags=["templates"])
READERS = COUNTY_ROLES - DEPARTMENT_ROLES - ADMIN_ROLES
Source = Annotated[str, StringConstraints(max_length=reading.LONGEST)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]
_PDF = {"responses": {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}}


class PaperTemplateRow(Schema):
    """A kind of paper and whose template it is drawn with; `number` is None where that is the supplied one."""

    kind: str
    label: str
    number: int | None
    published_on: date | None
    drafted: bool


class PaperTemplateVersion(Schema):
    """One version of an office's own template."""

    number: int
    version: int
    status: str
    status_label: str
    note: str
    published_on: date | None
    source: str


class PaperTemplateField(Schema):
    """Something that the template may print as `{{ facts.name }}`."""

    name: str
    title: str


class PaperTemplateOut(Schema):
    """Everything about the templates of a kind."""

    kind: str
    label: str
    supplied: str
    fields: list[PaperTemplateField]
    pieces: list[str]
    versions: list[PaperTemplateVersion]
    may_edit: bool
    may_publish: bool


class PaperTemplateIn(Schema):
    """`version` is what was read of the draft; None where there was none."""

    source: Source
    note: Note = ""
    version: int | None = None


class PaperTemplateUse(Schema):
    """The version of the draft that was looked at."""

    version: int


class PaperTemplateTrial(Schema):
    """`number`: the paper whose facts are shown; empty for the latest of the kind."""

    source: Source
    number: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = ""


class PaperTemplateFault(Schema):
    """`line` is None where the fault has no place."""

    line: int | None
    detail: str


class PaperTemplateBlank(Schema):
    """A field without content; `printed`: its place stays empty on the page, else its sentence is left out."""

    name: str
    title: str
    printed: bool


class PaperTemplateTried(Schema):
    """What is wrong with a template, and what would stay empty with the facts of a real paper."""

    faults: list[PaperTemplateFault]
    blanks: list[PaperTemplateBlank] = Field(default_factory=list)
    sample: str = ""
    """Why there is no paper to show it with; empty where there is one."""


@router.get("", response=list[PaperTemplateRow], operation_id="template_list")
def list_templates(request: HttpRequest) -> list[PaperTemplateRow]:
    """Every kind of paper."""
    _may_read(actor_of(request))
    used = {one.kind: one for one in TemplateVersion.objects.filter(status=versions.Status.PUBLISHED)}
    drafted = set(TemplateVersion.objects.filter(status=versions.Status.DRAFT).values_list("kind", flat=True))
    return [
        PaperTemplateRow(
            kind=name,
            label=str(kind.label),
            number=used[name].number if name in used else None,
            published_on=used[name].published_on if name in used else None,
            drafted=name in drafted,
        )
        for name, kind in KINDS.items()
    ]


@router.get("/{name}", response=PaperTemplateOut, operation_id="template_detail")
def read_template(request: HttpRequest, name: Path[str]) -> PaperTemplateOut:
    """The supplied template, the office's own ones, and what they may print."""
    actor = actor_of(request)
    return _out(_kind(actor, name), actor)


@router.get("/{name}/history", response=list[history.Entry], operation_id="template_history")
def read_history(request: HttpRequest, name: Path[str]) -> list[history.Entry]:
    """Who changed what in any of its versions, newest first."""
    found = list(TemplateVersion.objects.filter(kind=_kind(actor_of(request), name).name))
    return history.entries(*found) if found else []


@router.put("/{name}/draft", response=PaperTemplateOut, operation_id="template_save")
def save_draft(request: HttpRequest, name: Path[str], data: PaperTemplateIn) -> PaperTemplateOut:
    """As typed, faults and all."""
    actor = actor_of(request)
    found = _kind(actor, name)
    versions.save(found, data.source, note=data.note, version=data.version, actor=actor)
    return _out(found, actor)


@router.post("/{name}/check", response=PaperTemplateTried, operation_id="template_check")
def check(request: HttpRequest, name: Path[str], data: PaperTemplateTrial) -> PaperTemplateTried:
    """Every fault; where there is none, what a real paper would leave empty."""
    found = _kind(actor_of(request), name)
    faults = [PaperTemplateFault(line=one.line, detail=one.detail) for one in reading.faults(data.source, found)]
    if faults:
        return PaperTemplateTried(faults=faults)
    facts, why = versions.sample_or_why(found, data.number)
    blanks = reading.blanks(data.source, facts) if facts else []
    shown = [PaperTemplateBlank(name=one.name, title=one.title, printed=one.printed) for one in blanks]
    return PaperTemplateTried(faults=[], blanks=shown, sample=why)


@router.post("/{name}/preview", operation_id="template_preview", openapi_extra=_PDF)
def preview(request: HttpRequest, name: Path[str], data: PaperTemplateTrial) -> HttpResponse:
    """A real paper's facts drawn with it, as PDF: no number, no code, no seal."""
    found = _kind(actor_of(request), name)
    versions.refuse_faults(data.source, found)
    facts = versions.sample(found, data.number)
    office = social_work_office().get()
    pdf = services.drawn(found, facts, organisation=office.name, today=timezone.localdate(), source=data.source)
    return HttpResponse(pdf, content_type="application/pdf")


@router.post("/{name}/publish", response=PaperTemplateOut, operation_id="template_publish")
def publish(request: HttpRequest, name: Path[str], data: PaperTemplateUse) -> PaperTemplateOut:
    """From the next paper on."""
    actor = actor_of(request)
    found = _kind(actor, name)
    versions.publish(found, version=data.version, actor=actor, today=timezone.localdate())
    return _out(found, actor)


@router.post("/{name}/restore", response=PaperTemplateOut, operation_id="template_restore")
def restore(request: HttpRequest, name: Path[str]) -> PaperTemplateOut:
    """Back to the supplied template."""
    actor = actor_of(request)
    found = _kind(actor, name)
    versions.restore(found, actor=actor)
    return _out(found, actor)


def _may_read(actor: Actor) -> None:
    if not actor.has_role(*READERS):
        raise Http404


def _kind(actor: Actor, name: str) -> Kind:
    _may_read(actor)
    if name not in KINDS:
        raise Http404
    return KINDS[name]


def _out(kind: Kind, actor: Actor) -> PaperTemplateOut:
    return PaperTemplateOut(
        kind=kind.name,
        label=str(kind.label),
        supplied=reading.supplied_source(kind),
        fields=[PaperTemplateField(name=name, title=title) for name, title in reading.fields_of(kind.facts).items()],
        pieces=reading.pieces(),
        versions=[
            PaperTemplateVersion(
                status_label=one.get_status_display(),
                **{
                    name: getattr(one, name)
                    for name in ("number", "version", "status", "note", "published_on", "source")
                },
            )
            for one in TemplateVersion.objects.filter(kind=kind.name)
        ],
        may_edit=actor.has_role(*OFFICE_ROLES),
        may_publish=actor.has_role(Role.SOCIAL_WORK_HEAD),
    )
