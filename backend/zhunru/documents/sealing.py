"""Seals and what is approved of for good: registering, appointing, granting, revoking (国发〔1999〕25号)."""

import hashlib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.accounts.models import Organisation, User
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.errors import DomainError, InvalidError
from zhunru.divisions.models import Village
from zhunru.documents import seals, signing, storage
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Seal, SealGrant
from zhunru.documents.rendering import press

Holder = Organisation | Village
R = Seal.Rank
SIZES_MM = {
    R.COUNTY_GOVERNMENT: Decimal(45),
    R.PARTY_OFFICE: Decimal(42),
    R.DEPARTMENT: Decimal(45),
    R.TOWNSHIP_GOVERNMENT: Decimal(42),
    R.VILLAGE: Decimal(42),
    R.INSTITUTION: Decimal(45),
}
"""By rank the diameter, of departments and institutions the largest (国发〔1999〕25号)."""
LEAST_MM = Decimal(30)


def rank_of(holder: Holder) -> Seal.Rank:
    """The rank that a holder's seal has unless it is registered with another."""
    if isinstance(holder, Village):
        return R.VILLAGE
    return R.PARTY_OFFICE if holder.kind == Organisation.Kind.OFFICE else R.DEPARTMENT


@transaction.atomic
def register_specimen_seal(
    holder: Holder, *, actor: Actor, today: date, name: str = "", diameter_mm: float = seals.DIAMETER_MM
) -> Seal:
    """The specimen seal that the holder uses until it registers its own; made once, with the grant that it needs.

    A village's is its provider's: `name` is that one's full name, `甲竹林镇甲日村村民委员会`.
    """
    found = holder.seals.filter(revoked_on__isnull=True).first()
    if found:
        return found
    name = name or (f"{holder.township.name}{holder.name}" if isinstance(holder, Village) else holder.name)
    seal = _made(holder, name, rank_of(holder), Decimal(str(diameter_mm)), today)
    seal.image = seals.specimen(name, diameter_mm)
    seal.record(actor=actor, reason=_("登记样章"))
    grant = SealGrant(
        seal=seal,
        kinds=sorted(KINDS),
        ground=_("样章：仅供演示，文书不具效力"),
        approved_name=actor.name,
        granted_on=today,
    )
    grant.record(actor=actor, reason=_("登记样章"))
    return seal


@transaction.atomic
def register_seal(
    holder: Holder,
    image: str,
    *,
    name: str,
    rank: Seal.Rank,
    diameter_mm: Decimal,
    valid_until: date | None,
    actor: Actor,
    today: date,
) -> Seal:
    """An office's own seal takes the place of the one in use. `image`: what `seals.own` made of the file."""
    if not LEAST_MM <= diameter_mm <= SIZES_MM[rank]:
        words = {"rank": rank.label, "least": LEAST_MM, "most": SIZES_MM[rank]}
        raise InvalidError(
            "seal_size", _("%(rank)s印章的直径应在%(least)s至%(most)s毫米之间") % words, field="diameter_mm"
        )
    if valid_until is not None and valid_until < today:
        raise InvalidError("day", _("有效期不能早于今天"), field="valid_until")
    for former in holder.seals.select_for_update().filter(revoked_on__isnull=True):
        revoke(former, reason=_("启用新印章"), actor=actor, today=today)
    seal = _made(holder, name, rank, diameter_mm, today)
    seal.specimen, seal.image, seal.valid_until = False, image, valid_until
    seal.record(actor=actor, reason=_("登记印章"))
    return seal


def _made(holder: Holder, name: str, rank: Seal.Rank, diameter_mm: Decimal, today: date) -> Seal:
    village = holder if isinstance(holder, Village) else None
    organisation = None if isinstance(holder, Village) else holder
    return Seal(
        organisation=organisation,
        village=village,
        name=name,
        rank=rank,
        diameter_mm=diameter_mm,
        registered_on=today,
    )


@transaction.atomic
def appoint(seal: Seal, *, keeper: User | None, approver: User | None, actor: Actor) -> Seal:
    """Who keeps the seal and who approves of its use: two people (rule C-02)."""
    if keeper is not None and keeper == approver:
        raise InvalidError("same_person", _("印章保管人和用印审批人不能是同一人"), field="approver")
    current: Seal = Seal.objects.select_for_update().get(pk=seal.pk)
    current.keeper, current.approver = keeper, approver
    current.record(actor=actor, reason=_("确定保管人和审批人"))
    return current


@transaction.atomic
def revoke(seal: Seal, *, reason: str, actor: Actor, today: date) -> Seal:
    """From now on nothing is sealed with it; what it sealed stays sealed. Its grants end with it."""
    current: Seal = Seal.objects.select_for_update().get(pk=seal.pk)
    if current.revoked_on is not None:
        raise DomainError("already_revoked", _("该印章已经停用"))
    for grant in current.grants.filter(revoked_on__isnull=True):
        take_back(grant, actor=actor, today=today)
    current.revoked_on, current.revoked_reason = today, reason
    current.record(actor=actor, reason=_("停用印章"))
    return current


@transaction.atomic
def grant(
    seal: Seal, kinds: Iterable[str], *, ground: str, ends_on: date | None, actor: Actor, today: date
) -> SealGrant:
    """Approve once for all of uses on papers of these kinds. Who keeps the seal may not."""
    wanted = sorted(set(kinds))
    if not wanted or not set(wanted) <= set(KINDS):
        raise InvalidError("kinds", _("请选择授权用印的文种"), field="kinds")
    if seal.keeper_id in actor.persons:
        raise DomainError("same_person", _("印章保管人不能审批用印（印章保管人与审批人应当分开）"))
    if ends_on is not None and ends_on < today:
        raise InvalidError("day", _("授权期满日期不能早于今天"), field="ends_on")
    made = SealGrant(
        seal=seal,
        kinds=wanted,
        ground=ground,
        ends_on=ends_on,
        approved_by_id=actor.person,
        approved_name=actor.name,
        granted_on=today,
    )
    made.record(actor=actor, reason=_("授权常用文书用印"))
    return made


@transaction.atomic
def take_back(given: SealGrant, *, actor: Actor, today: date) -> SealGrant:
    """What was sealed under it stays sealed."""
    current: SealGrant = SealGrant.objects.select_for_update().get(pk=given.pk)
    if current.revoked_on is not None:
        raise DomainError("already_revoked", _("该授权已经收回"))
    current.revoked_on = today
    current.record(actor=actor, reason=_("收回用印授权"))
    return current


def seal_of(holder: Holder, today: date, *, name: str = "") -> Seal:
    """The seal that a step puts on by itself: the one in use; in a demonstration a specimen where there is none."""
    if settings.DEMO:
        return register_specimen_seal(holder, actor=SYSTEM, today=today, name=name)
    return seal_in_use(holder, today)


def seal_in_use(holder: Holder, today: date | None = None) -> Seal:
    """DomainError when there is none, or its time is over."""
    seal: Seal | None = holder.seals.filter(revoked_on__isnull=True).first()
    if seal is None:
        raise DomainError("no_seal", _("%(name)s没有可用的印章，请先登记印章") % {"name": holder.name})
    if today is not None and seal.valid_until is not None and seal.valid_until < today:
        words = {"name": seal.name, "day": seal.valid_until.isoformat()}
        raise DomainError("seal_expired", _("%(name)s印章的有效期已于%(day)s届满，请登记新印章") % words)
    return seal


def appearance(seal: Seal) -> signing.Appearance:
    """The seal as PDF, drawn when it is first needed."""
    diameter = float(seal.diameter_mm)
    sha256 = hashlib.sha256(f"{diameter} {seal.image}".encode()).hexdigest()
    path = Path(settings.VAR) / "seals" / f"{sha256}.pdf"
    if not path.exists():
        html, css = seals.page(seal.image, diameter)
        storage.write_once(path, press().render(html, css).pdf)
    return signing.Appearance(path, diameter)
