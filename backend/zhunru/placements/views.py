"""The village's pages for a phone on a slow line: plain HTML, no JavaScript, a few kilobytes."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from pydantic import ValidationError

from zhunru.accounts.auth import members_only
from zhunru.accounts.members import MemberRequest
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.documents import queries as documents
from zhunru.documents.api import pdf_answer
from zhunru.placements import queries
from zhunru.placements.models import Placement
from zhunru.placements.schemas import Completion, Receipt
from zhunru.placements.workflow import PLACEMENTS

ACTS = {"confirm": Receipt, "complete": Completion}
NEWEST = 50
SEEN = "papers_seen"
"""Key of the session's data: the papers that were opened, as a receipt is given with the paper in view."""


def _actor(request: HttpRequest) -> Actor:
    actor = cast(MemberRequest, request).actor
    if actor is None:
        raise Http404
    return actor


@members_only
@require_safe
def list_mine(request: HttpRequest) -> HttpResponse:
    """What my villages carry, what waits for a receipt first."""
    rows = queries.visible_to(_actor(request))
    context = {
        "waiting": rows.filter(status=Placement.Status.NOTIFIED)[:NEWEST],
        "carried": rows.exclude(status__in=[Placement.Status.NOTIFIED, Placement.Status.CLOSED])[:NEWEST],
        "closed": rows.filter(status=Placement.Status.CLOSED)[:NEWEST],
    }
    return render(request, "placements/list.html", context)


@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest, id: int) -> HttpResponse:
    """One matter with its document; the receipt and the report of completion are forms below it."""
    actor = _actor(request)
    placement = get_object_or_404(queries.visible_to(actor), pk=id)
    error = _take(request, placement, actor) if request.method == "POST" else None
    if request.method == "POST" and not error:
        return redirect("m-receipt", id=id)
    steps = [step for step in PLACEMENTS.open_to(actor, placement) if not PLACEMENTS.hindrance(step, placement, actor)]
    context = {"placement": placement, "steps": [step.name for step in steps], "error": error}
    return render(request, "placements/receipt.html", context, status=409 if error else 200)


def _take(request: HttpRequest, placement: Placement, actor: Actor) -> str | None:
    """Take the step that the form names; the sentence to show when it is refused."""
    name = request.POST.get("step", "")
    if name not in ACTS:
        return _("没有这一步操作，请返回重试")
    if name == "confirm" and placement.document_id not in request.session.get(SEEN, []):
        return _("请先点“查看批准文书”打开文书，再签收")
    try:
        data = ACTS[name](document_code=request.POST.get("document_code", ""))
        PLACEMENTS.take(name, placement, actor=actor, data=data)
    except DomainError as refused:
        return refused.message
    except ValidationError:
        return _("填写的内容格式不对，请改正后再提交")
    return None


@members_only
@require_safe
def paper(request: HttpRequest, id: int, kind: str) -> HttpResponseBase:
    """The PDF that let the matter in (`approval`) or ended it (`withdrawal`)."""
    placement = get_object_or_404(queries.visible_to(_actor(request)), pk=id)
    wanted = {"approval": placement.document_id, "withdrawal": placement.closing_document_id}.get(kind)
    document = get_object_or_404(documents.visible_to(_actor(request)), pk=wanted)
    request.session[SEEN] = sorted({*request.session.get(SEEN, []), document.pk})[-NEWEST:]
    return pdf_answer(document)
