"""Who may do what with seals (C-02): the office's head registers, appoints and revokes, never who keeps them."""

from datetime import date
from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from zhunru.accounts.models import Membership, Organisation, User
from zhunru.accounts.queries import open_organisations
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.core.workflow import stale
from zhunru.divisions.models import Village
from zhunru.documents import registers, rules, sealing, seals
from zhunru.documents.models import Seal, SealGrant
from zhunru.documents.schemas import Appointment, Candidates, GrantIn, Person, SealIn

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


def register(data: SealIn, image: "UploadedFile[bytes]", *, actor: Actor) -> Seal:
    """Raises NotAllowedError, InvalidError for a picture, a holder or a size that cannot be."""
    rules.keeps_the_register(actor)
    holder = _holder(data)
    return sealing.register_seal(
        holder,
        seals.own(image.read(seals.MOST_BYTES + 1), float(data.diameter_mm)),
        name=data.name,
        rank=data.rank,
        diameter_mm=data.diameter_mm,
        valid_until=data.valid_until,
        actor=actor,
        today=timezone.localdate(),
    )


def _holder(data: SealIn) -> Organisation | Village:
    if (data.organisation is None) == (data.village is None):
        raise InvalidError("holder", _("请选择一个单位或者一个村（社区）"), field="organisation")
    if data.organisation is not None:
        return get_object_or_404(open_organisations(), pk=data.organisation)
    villages = Village.objects.filter(ended_on__isnull=True).select_related("township")
    return get_object_or_404(villages, pk=data.village or 0)


def candidates(seal: Seal, day: date) -> Candidates:
    """Who may be appointed today, each once."""
    keepers, approvers = registers.keepers(day), registers.approvers(seal, day)
    return Candidates(keepers=_people(keepers), approvers=_people(approvers))


def _people(posts: "registers.Posts") -> list[Person]:
    first: dict[int, Membership] = {}
    for post in posts:
        first.setdefault(post.user_id, post)
    return [Person(id=post.user.pk, name=post.user.name, role=str(Role(post.role).label)) for post in first.values()]


def appoint(seal: Seal, data: Appointment, *, actor: Actor, today: date) -> Seal:
    """DomainError `stale`, InvalidError at the field of somebody who may not be appointed."""
    rules.keeps_the_register(actor)
    _is_in_use(seal)
    if data.version != seal.version:
        raise stale(seal)
    known = candidates(seal, today)
    keeper = _chosen(data.keeper, known.keepers, "keeper", _("该人员不是用印保管员，不能保管印章"))
    approver = _chosen(data.approver, known.approvers, "approver", _("该人员不能审批该印章的用印"))
    return sealing.appoint(seal, keeper=keeper, approver=approver, actor=actor)


def _chosen(id: int | None, people: list[Person], field: str, sentence: str) -> User | None:
    if id is None:
        return None
    if id not in {person.id for person in people}:
        raise InvalidError("not_a_candidate", sentence, field=field)
    return User.objects.get(pk=id)


def revoke(seal: Seal, reason: str, *, actor: Actor, today: date) -> Seal:
    """What it sealed stays sealed."""
    rules.keeps_the_register(actor)
    return sealing.revoke(seal, reason=reason, actor=actor, today=today)


def grant(seal: Seal, data: GrantIn, *, actor: Actor, today: date) -> SealGrant:
    """Approve once for all; the seal's approver does, or the head where none is appointed."""
    may_grant(seal, actor)
    _is_in_use(seal)
    return sealing.grant(seal, data.kinds, ground=data.ground, ends_on=data.ends_on, actor=actor, today=today)


def may_grant(seal: Seal, actor: Actor) -> None:
    """NotAllowedError for whoever does not approve of this seal's use."""
    try:
        rules.decides_on(seal, actor)
    except DomainError as error:
        raise NotAllowedError(error.code, error.message) from error


def _is_in_use(seal: Seal) -> None:
    if seal.revoked_on is not None:
        raise DomainError("already_revoked", _("该印章已经停用"))


def may(seal: Seal, actor: Actor) -> list[str]:
    """What the actor may do with this seal now, for the buttons of its page."""
    if seal.revoked_on is not None:
        return []
    found = ["appoint", "revoke"] if actor.has_role(Role.SOCIAL_WORK_HEAD) else []
    try:
        rules.decides_on(seal, actor)
    except DomainError:
        return found
    return found if seal.keeper_id in actor.persons else [*found, "grant"]
