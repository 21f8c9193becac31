"""Who may read which papers."""

from datetime import date

from django.db.models import F, Q, QuerySet

from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import ADMIN_ROLES
from zhunru.documents.kinds import KINDS, SUSPENSION
from zhunru.documents.models import Document


def visible_to(actor: Actor) -> QuerySet[Document]:
    """An issued paper is open to the whole county side, and to the townships that it covers.

    Administrators of accounts see no business.
    """
    found: QuerySet[Document] = Document.objects.all()
    if actor.has_role(*ADMIN_ROLES):
        return found.none()
    if actor.realm == COUNTY:
        return found
    return found.filter(facts__scope__contains=[{"code": actor.realm.removeprefix("t_")}])


def suspension_of(document: Document, today: date) -> Document | None:
    """The paper by which the matter of `document` rests today; a resumption ends it."""
    if not KINDS[document.kind].admits:
        return None
    in_force = Document.objects.filter(kind=SUSPENSION.name, status=Document.Status.VALID)
    found = in_force.filter(facts__matter_code=document.facts["matter_code"]).order_by("-id")
    return next((paper for paper in found if paper.facts["suspended_on"] <= today.isoformat()), None)


def rows(documents: QuerySet[Document], *, words: str, kind: str | None, status: str | None) -> QuerySet[Document]:
    """For the list page: filtered, with the names a reader wants to see."""
    if kind:
        documents = documents.filter(kind=kind)
    if status:
        documents = documents.filter(status=status)
    if words:
        documents = documents.filter(Q(title__icontains=words) | Q(number__icontains=words))
    return documents.annotate(organisation_name=F("organisation__name"))
