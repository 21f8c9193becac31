"""Every act on seals, their uses, drafts and duplicates, done by somebody who may."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from zhunru.demo.tests.bodies import SEAL
from zhunru.demo.tests.recorder import Recorder
from zhunru.documents.tests.composed import rectification
from zhunru.documents.tests.pictures import scanned

NOT_TYPED = {"matter_title", "matter_code", "scope", "whole_county"}


def typed() -> dict[str, Any]:
    """All that the office writes into a 整改通知书."""
    return rectification().model_dump(mode="json", exclude=NOT_TYPED)


def sealing(r: Recorder) -> None:
    _seals(r)
    paper = _issued(r)
    _turned_down(r)
    use = r.act("clerk", "document_duplicate", paper)["id"]
    r.act("head", "sealuse_approve", use)
    r.act("seal", "sealuse_use", use)
    r.act("head", "document_void", paper)


def _seals(r: Recorder) -> None:
    """The water department's own."""
    water, picture = r.stage.departments["water"].pk, SimpleUploadedFile("公章.png", scanned())
    seal = r.act("head", "seal_register", data={**SEAL, "organisation": water, "image": picture})
    nobody = {"keeper": None, "approver": None, "version": seal["version"]}
    r.act("head", "seal_appoint", seal["id"], nobody)
    given = r.act("head", "seal_grant", seal["id"])
    r.act("head", "seal_take_back_grant", seal["id"], no=given["id"])
    r.act("head", "seal_revoke", seal["id"])


def _drafted(r: Recorder) -> Any:
    """Whole, its seal asked for."""
    draft = r.act("clerk", "draft_create")
    r.act("clerk", "draft_save", draft["id"], {"version": draft["version"], "facts": typed()})
    return r.act("clerk", "draft_request", draft["id"])


def _issued(r: Recorder) -> int:
    use = _drafted(r)["use"]["id"]
    r.act("head", "sealuse_approve", use)
    done: dict[str, Any] = r.act("seal", "sealuse_use", use)
    return int(done["document"]["id"])


def _turned_down(r: Recorder) -> None:
    """Refused, asked for again, taken back, cancelled, given up."""
    draft = _drafted(r)
    r.act("head", "sealuse_refuse", draft["use"]["id"])
    r.act("clerk", "draft_request", draft["id"])
    r.act("clerk", "draft_take_back", draft["id"])
    again = r.act("clerk", "draft_request", draft["id"])
    r.act("clerk", "sealuse_cancel", again["use"]["id"])
    r.act("clerk", "draft_abandon", draft["id"])
