"""Who may read which contracts. Villages see their own, departments theirs, the township all of its villages'."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from zhunru.contracts.models import Attachment, Clause, Contract, Deliverable, Instalment, Period, Terms
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import DEPARTMENT_ROLES, OFFICE_ROLES, Role

OFFERED = ("deliberation", "agreed", "offered", "signed")
"""A version that the village has been shown; what a department drafts before is its own."""


def visible_to(actor: Actor) -> QuerySet[Contract]:
    """On the county's side a department's own; the office those that it must mediate (domain 3.4), nothing else.

    A village and its township see a contract once it was offered.
    """
    rows: QuerySet[Contract] = Contract.objects.select_related("village")
    if actor.realm == COUNTY:
        if actor.has_role(*DEPARTMENT_ROLES):
            return rows.filter(purchaser_id=actor.organisation_id or 0)
        return rows.filter(_at_county()) if actor.has_role(*OFFICE_ROLES) else rows.none()
    offered = rows.filter(Exists(Terms.objects.filter(contract=OuterRef("pk"), status__in=OFFERED)))
    if actor.has_role(Role.VILLAGE_OFFICER):
        return offered.filter(village_id__in=actor.village_ids)
    return offered if actor.has_role(Role.TOWNSHIP_OFFICER) else rows.none()


def _at_county() -> Exists:
    return Exists(Period.objects.filter(contract=OuterRef("pk"), status=Period.Status.AT_COUNTY))


def of_visible(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Those of `rows`, parts of contracts, whose contract the actor may see."""
    return rows.filter(contract__in=visible_to(actor)).select_related("contract__village")


def in_full(rows: QuerySet[Contract], actor: Actor) -> QuerySet[Contract]:
    """With the township, and in `shown_versions` the versions that the actor may see."""
    versions = Prefetch("versions", queryset=_shown(actor, Terms.objects.order_by("no")), to_attr="shown_versions")
    return rows.select_related("village__township").prefetch_related(versions)


def _shown(actor: Actor, rows: QuerySet[Terms]) -> QuerySet[Terms]:
    return rows if actor.realm == COUNTY else rows.filter(status__in=OFFERED)


def attachments_visible_to(actor: Actor) -> QuerySet[Attachment]:
    """Files that have not been taken out; of a draft of work only its village's own."""
    rows = of_visible(actor, Attachment.objects.filter(removed_at=None))
    if actor.has_role(Role.VILLAGE_OFFICER):
        return rows
    return rows.filter(Q(deliverable=None) | ~Q(deliverable__status=Deliverable.Status.DRAFT))


def terms_visible_to(actor: Actor) -> QuerySet[Terms]:
    return _shown(actor, of_visible(actor, Terms.objects.all()))


def periods_visible_to(actor: Actor) -> QuerySet[Period]:
    return of_visible(actor, Period.objects.all())


def instalments_visible_to(actor: Actor) -> QuerySet[Instalment]:
    return of_visible(actor, Instalment.objects.all())


def deliverables_visible_to(actor: Actor) -> QuerySet[Deliverable]:
    """A draft is its village's own until it is submitted."""
    rows = of_visible(actor, Deliverable.objects.select_related("clause"))
    if actor.has_role(Role.VILLAGE_OFFICER):
        return rows
    return rows.filter(~Q(status=Deliverable.Status.DRAFT))


def signed_clauses(contract: Contract) -> QuerySet[Clause]:
    """The clauses of the version in force: of the last that both sides have signed."""
    last = Terms.objects.filter(contract=contract, status=Terms.Status.SIGNED).order_by("-no").values("pk")[:1]
    found: QuerySet[Clause] = Clause.objects.filter(terms__in=last).order_by("number")
    return found
