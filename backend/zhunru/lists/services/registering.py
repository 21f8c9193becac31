"""The register of legal bases: an article is entered, ended, and followed by another; never rewritten."""

from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError, NotAllowedError
from zhunru.core.roles import OFFICE_ROLES
from zhunru.lists import schemas
from zhunru.lists.legal_bases import Basis
from zhunru.lists.models import LegalBasis
from zhunru.lists.services import articles


@transaction.atomic
def register(data: schemas.BasisIn, *, actor: Actor) -> LegalBasis:
    """The article in that version; the one that is there if it is known."""
    _may_register(actor)
    return _known(data)


@transaction.atomic
def replace(basis: LegalBasis, data: schemas.Replacement, *, actor: Actor) -> LegalBasis:
    """It ends on a day, with or without a successor. What ended stays as it ended."""
    _may_register(actor)
    locked = LegalBasis.objects.select_for_update().get(pk=basis.pk)
    if locked.ended_on and locked.ended_on != data.ended_on:
        raise DomainError("basis_ended", _("该条款已于 %(day)s 失效") % {"day": locked.ended_on}, field="ended_on")
    successor = _known(data.by) if data.by else None
    if successor == locked:
        raise InvalidError("same", _("现行条款与原条款相同，请核对条款和版本"), field="by")
    locked.ended_on, locked.successor = data.ended_on, successor or locked.successor
    locked.save()
    return locked


def _known(data: schemas.BasisIn) -> LegalBasis:
    wanted = Basis(data.document, data.document_number, data.article), data.version
    return articles.rows_of([wanted], valid_from=data.valid_from, quotation=data.quotation)[wanted]


def _may_register(actor: Actor) -> None:
    if actor.role is not None and not actor.has_role(*OFFICE_ROLES):
        raise NotAllowedError("role", _("只有社会工作部可以登记法律依据"))
