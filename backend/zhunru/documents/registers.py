"""Who may read which seals, uses and drafts; and who may keep a seal or approve of its use. The county's side only."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from zhunru.accounts.models import Membership
from zhunru.accounts.queries import own_posts
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.roles import ADMIN_ROLES, COUNTY_ROLES, DEPARTMENT_ROLES, Role
from zhunru.documents.models import Draft, Seal, SealUse
from zhunru.documents.schemas.uses import UseFilter

type Posts = QuerySet[Membership]
OFFICES = COUNTY_ROLES - DEPARTMENT_ROLES - ADMIN_ROLES


def seals_visible_to(actor: Actor) -> QuerySet[Seal]:
    """All of them to the county's offices, a department its own; administrators of accounts none."""
    found: QuerySet[Seal] = Seal.objects.select_related("organisation", "village__township", "keeper", "approver")
    return found.filter(_concerns(actor))


def uses_visible_to(actor: Actor) -> QuerySet[SealUse]:
    """Those of the seals that the actor may read."""
    found: QuerySet[SealUse] = SealUse.objects.select_related("seal__keeper", "seal__approver", "document")
    return found.filter(_concerns(actor, "seal__"))


def _concerns(actor: Actor, prefix: str = "") -> Q:
    if actor.realm != COUNTY or actor.has_role(*ADMIN_ROLES):
        return Q(pk__in=[])
    if actor.has_role(*DEPARTMENT_ROLES):
        return Q(**{f"{prefix}organisation": actor.organisation_id})
    return Q()


def uses_for(actor: Actor) -> QuerySet[SealUse]:
    """Those that wait for this very person: to approve of as the seal's approver, to use as its keeper.

    Whoever asked does not approve, nor use what they have approved of.
    """
    persons = list(actor.persons)
    decides = Q(seal__approver__in=persons)
    if actor.has_role(Role.SOCIAL_WORK_HEAD):
        decides |= Q(seal__approver__isnull=True)
    decides &= ~Q(requested_by__in=persons) & ~_is_one_of("requested_for_id", persons)
    keeps = Q(seal__keeper__in=persons) | Q(seal__keeper__isnull=True)
    mine = Q(decides, status=SealUse.Status.REQUESTED) | Q(keeps, status=SealUse.Status.APPROVED)
    return uses_visible_to(actor).filter(mine)


def _is_one_of(column: str, persons: Iterable[int]) -> Q:
    """False, not unknown, where the column is empty."""
    return Q(**{f"{column}__isnull": False, f"{column}__in": list(persons)})


def drafts_visible_to(actor: Actor) -> QuerySet[Draft]:
    """Papers that are being written are the county's offices' own."""
    found: QuerySet[Draft] = Draft.objects.select_related("author", "organisation", "corrects", "use", "document")
    return found if actor.realm == COUNTY and actor.has_role(*OFFICES) else found.none()


def seal_rows(seals: QuerySet[Seal], *, words: str, in_use: bool | None, specimen: bool | None) -> QuerySet[Seal]:
    """For the list page: filtered, with the names a reader wants to see."""
    if in_use is not None:
        seals = seals.filter(revoked_on__isnull=in_use)
    if specimen is not None:
        seals = seals.filter(specimen=specimen)
    if words:
        seals = seals.filter(Q(name__icontains=words) | Q(organisation__name__icontains=words))
    return seals.annotate(
        holder=Coalesce(F("organisation__name"), F("village__name")),
        keeper_name=F("keeper__name"),
        approver_name=F("approver__name"),
    )


def use_rows(uses: QuerySet[SealUse], where: UseFilter, words: str) -> QuerySet[SealUse]:
    """For the register: filtered, with seal and number."""
    exact = where.model_dump(exclude_none=True, exclude={"from_on", "to_on"})
    uses = uses.filter(**exact)
    if where.from_on:
        uses = uses.filter(requested_at__date__gte=where.from_on)
    if where.to_on:
        uses = uses.filter(requested_at__date__lte=where.to_on)
    if words:
        places = ("title", "document__number", "requested_name", "approved_name", "used_name")
        found = Q()
        for place in places:
            found |= Q(**{f"{place}__icontains": words})
        uses = uses.filter(found)
    return uses.annotate(seal_name=F("seal__name"), number=F("document__number"))


def draft_rows(drafts: QuerySet[Draft], *, words: str, kind: str | None, status: str | None) -> QuerySet[Draft]:
    """For the list page."""
    if kind:
        drafts = drafts.filter(kind=kind)
    if status:
        drafts = drafts.filter(status=status)
    if words:
        drafts = drafts.filter(title__icontains=words)
    return drafts.annotate(author_name=F("author__name"), number=F("document__number"))


def keepers(day: date) -> Posts:
    """The office's keepers keep every seal of the platform, as pictures and keys: nobody else can put one on."""
    return _posts(day, Role.SEAL_KEEPER)


def approvers(seal: Seal, day: date) -> Posts:
    """The office's head and the county's leaders; of a department's seal its own head, too."""
    posts = _posts(day, Role.SOCIAL_WORK_HEAD, Role.LEADER)
    own = _posts(day, Role.DEPARTMENT_HEAD).filter(organisation=seal.organisation_id)
    return (posts | own).distinct()


def _posts(day: date, *roles: Role) -> Posts:
    found: Posts = own_posts(day).filter(realm=COUNTY, role__in=roles, user__is_active=True)
    return found.select_related("user").order_by("role", "id")
