"""Who may read which papers."""

from datetime import date
from functools import reduce
from operator import or_

from django.db.models import F, Q, QuerySet

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import ADMIN_ROLES, DEPARTMENT_ROLES, OFFICE_ROLES, Role
from zhunru.divisions.models import Village
from zhunru.documents.kinds import (
    ADJUSTMENT,
    CERTIFICATE,
    EXPIRY,
    EXTENSION,
    KINDS,
    MERGER,
    SPLIT,
    SUSPENSION,
    WITHDRAWAL,
)
from zhunru.documents.models import Document

AFTER = (ADJUSTMENT, EXTENSION, MERGER, SPLIT, WITHDRAWAL, EXPIRY)
"""Kinds of paper that change or end a matter which is in force."""
RESTRICTED = tuple(kind.name for kind in KINDS.values() if kind.restricted)


def visible_to(actor: Actor) -> QuerySet[Document]:
    """An issued paper is open to the whole county side, and to the townships that it covers.

    What was found when a service was accepted, or which certificate a village has issued, concerns the organisation in
    whose name it was, the social work office, the township and the village itself: no other department and no other
    village. Administrators of accounts see no business.
    """
    found: QuerySet[Document] = Document.objects.all()
    if actor.has_role(*ADMIN_ROLES):
        return found.none()
    if actor.realm == COUNTY:
        return found.filter(_concerning(actor))
    found = found.filter(facts__scope__contains=[{"code": actor.realm.removeprefix("t_")}])
    return found.filter(_concerning(actor))


def files_visible_to(actor: Actor) -> QuerySet[Document]:
    """Those whose file may be opened: a certificate's names a person, whom its village alone knows (clause 2.3d)."""
    found = visible_to(actor)
    return found if actor.has_role(Role.VILLAGE_OFFICER) else found.exclude(kind=CERTIFICATE.name)


def _concerning(actor: Actor) -> Q:
    """Every kind but the restricted, and those of them that are `actor`'s business."""
    others = ~Q(kind__in=RESTRICTED)
    if actor.has_role(Role.VILLAGE_OFFICER):
        villages = Village.objects.filter(pk__in=actor.village_ids).values_list("township__code", "name")
        own = [Q(facts__scope__contains=[{"code": code, "villages": [name]}]) for code, name in villages]
        return reduce(or_, own, others)
    if actor.role is None or actor.has_role(*OFFICE_ROLES, Role.TOWNSHIP_OFFICER):
        return Q()
    return others | Q(organisation=actor.organisation_id) if actor.has_role(*DEPARTMENT_ROLES) else others


def suspensions_of(codes: list[str], day: date) -> dict[str, Document]:
    """The papers by which matters of these codes rest that day; a resumption ends such a paper."""
    in_force = Q(status=Document.Status.VALID) | Q(ended_on__gt=day)
    found = Document.objects.filter(in_force, kind=SUSPENSION.name, facts__matter_code__in=codes).order_by("id")
    return {paper.facts["matter_code"]: paper for paper in found if paper.facts["suspended_on"] <= day.isoformat()}


def replaced_in(document: Document, codes: list[str]) -> dict[str, Document]:
    """By code of a matter that `document` let in: the later paper that has taken its place there or ended it."""
    merged = [Q(facts__predecessors__contains=[{"code": code}]) for code in codes]
    named = reduce(or_, merged, Q(facts__matter_code__in=codes))
    found = Document.objects.filter(named, id__gt=document.pk, kind__in=[kind.name for kind in AFTER]).order_by("-id")
    return {code: paper for paper in found for code in codes if code in _codes_in(paper)}


def _codes_in(paper: Document) -> set[str]:
    return {paper.facts["matter_code"], *(one["code"] for one in paper.facts.get("predecessors", []))}


def rows(documents: QuerySet[Document], *, words: str, kind: str | None, status: str | None) -> QuerySet[Document]:
    """For the list page: filtered, with the names a reader wants to see."""
    if kind:
        documents = documents.filter(kind=kind)
    if status:
        documents = documents.filter(status=status)
    if words:
        documents = documents.filter(Q(title__icontains=words) | Q(number__icontains=words))
    return documents.annotate(organisation_name=F("organisation__name"))
