"""What was typed into a draft and what is still missing: every fault at its field, every gap marked."""

from collections.abc import Mapping
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from pydantic import AwareDatetime, BaseModel, ValidationError

from zhunru.core.problems import sentence_of
from zhunru.divisions.models import Village
from zhunru.documents.kinds import KINDS
from zhunru.documents.kinds.declaration import EVERY_FAULT, PaperFacts, TownshipScope
from zhunru.documents.models import Draft
from zhunru.documents.templating import reading, versions
from zhunru.documents.wording import UNKNOWN_YEAR

NOT_ASKED = ("matter_title", "matter_code", "whole_county")
"""Of papers that come of a matter; a paper written by hand has none of them."""


def faults_of(draft: Draft) -> list[dict[str, str]]:
    """Everything that keeps the draft from being a paper, each at its field."""
    errors = _errors(KINDS[draft.kind].facts, typed_in(draft))
    found = [{"field": ".".join(map(str, one["loc"])), "detail": _sentence(one)} for one in errors]
    return found or _against_the_corrected(draft)


def typed_in(draft: Draft) -> dict[str, Any]:
    """The facts as far as they were typed: what was left empty is not there, villages stand with their townships."""
    facts: dict[str, Any] = _without_gaps(draft.facts)
    villages = Village.objects.filter(code__in=facts.pop("scope", [])).select_related("township")
    scope = TownshipScope.of(villages.order_by("township__code", "code"))
    return facts | {"scope": [one.model_dump() for one in scope]} if scope else facts


def _without_gaps(value: Any) -> Any:
    """Fields left empty go; items of a list keep their places, so that a fault is found where it was typed."""
    if isinstance(value, dict):
        kept = {name: _without_gaps(one) for name, one in value.items()}
        return {name: one for name, one in kept.items() if one not in ("", None, {})}
    return [_without_gaps(one) for one in value] if isinstance(value, list) else value


def _against_the_corrected(draft: Draft) -> list[dict[str, str]]:
    """An erratum names the paper that it corrects, as the register has it."""
    paper = draft.corrects
    if paper is None:
        return []
    typed = draft.facts.get("paper") or {}
    if (typed.get("number"), typed.get("issued_on")) != (paper.number, paper.issued_on.isoformat()):
        return [{"field": "paper", "detail": _("应为%(number)s") % {"number": paper.number}}]
    return []


def _errors(model: type[PaperFacts], typed: Mapping[str, Any]) -> list[Any]:
    try:
        model.model_validate(typed, context={EVERY_FAULT: True})
    except ValidationError as error:
        return list(error.errors())
    return []


_EMPTY = ("missing", "string_too_short", "too_short", "none_required")


def _sentence(error: Mapping[str, Any]) -> str:
    if error["type"] in _EMPTY or error.get("input") in ("", None):
        return _("此项必填")
    if error["type"].startswith(("date", "datetime", "timezone")):
        return _("应为日期，如 2026-03-02")
    return sentence_of(error)


def blanks_of(draft: Draft) -> list[reading.Blank]:
    """What the paper would print empty, or leave out, as it stands now."""
    kind = KINDS[draft.kind]
    source = versions.source_in_use(kind) or reading.supplied_source(kind)
    return reading.blanks(source, whole(draft))


def whole(draft: Draft) -> PaperFacts:
    """The facts with each gap filled by its field's name in brackets, so that a page can be drawn of them."""
    with translation.override(settings.LANGUAGE_CODE):
        return _filled(draft)


def _filled(draft: Draft) -> PaperFacts:
    kind = KINDS[draft.kind]
    typed: Any = typed_in(draft)
    for _round in range(len(kind.facts.model_fields) + 2):
        errors = _errors(kind.facts, typed)
        if not errors:
            break
        for error in errors:
            _fill(kind.facts, typed, tuple(error["loc"]), extra=error["type"] == "extra_forbidden")
    return kind.facts.model_validate(typed)


def _fill(model: type[BaseModel], typed: Any, place: tuple[Any, ...], *, extra: bool) -> None:
    """Put what marks a gap where the fault is; what the form does not know is left out."""
    annotation, label, last = _field_at(model, place)
    holder = typed
    for step in place[: last - 1]:
        holder = holder[step]
    if extra:
        holder.pop(place[last - 1], None)
    else:
        holder[place[last - 1]] = _gap(annotation, label)


def _field_at(model: Any, place: tuple[Any, ...]) -> tuple[Any, str, int]:
    """The annotation and title at a fault's place, and how many steps of it lead there."""
    annotation, label, taken = model, "", 0
    for step in place:
        kind = plain(annotation)
        if isinstance(step, int) and get_origin(kind) is list:
            annotation = get_args(kind)[0]
        elif _is_group(kind) and step in kind.model_fields:
            field = kind.model_fields[step]
            annotation, label = field.annotation, reading.title_of(field, str(step))
        elif isinstance(step, str) and _is_group(kind):
            return annotation, label, taken + 1
        else:
            break
        taken += 1
    return annotation, label, taken


def _is_group(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def plain(annotation: Any) -> Any:
    """Without `Annotated`, and of `X | None` the X."""
    if hasattr(annotation, "__metadata__"):
        return plain(annotation.__origin__)
    if hasattr(annotation, "__value__"):
        return plain(annotation.__value__)
    if get_origin(annotation) in (Union, UnionType):
        return plain(next(one for one in get_args(annotation) if one is not NoneType))
    return annotation


def _gap(annotation: Any, label: str) -> Any:
    kind = plain(annotation)
    if get_origin(kind) is list:
        return [_gap(get_args(kind)[0], label)]
    if _is_group(kind):
        needed = {name: field for name, field in kind.model_fields.items() if field.is_required()}
        return {name: _gap(field.annotation, reading.title_of(field, name)) for name, field in needed.items()}
    if kind in (datetime, AwareDatetime):
        return datetime(UNKNOWN_YEAR, 1, 1, tzinfo=ZoneInfo(settings.TIME_ZONE))
    return date(UNKNOWN_YEAR, 1, 1) if kind is date else f"〔{label}〕"
