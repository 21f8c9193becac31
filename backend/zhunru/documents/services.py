"""Issuing papers, ending them, drawing slips and drafts. An act happens in its caller's transaction or not at all."""

import hashlib
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Village
from zhunru.documents import codes, composing, fonts, numbering, seals, signing, storage
from zhunru.documents.kinds import Kind
from zhunru.documents.kinds.declaration import PaperFacts
from zhunru.documents.models import Document, Seal, Sealing
from zhunru.documents.rendering import press


@transaction.atomic
def register_specimen_seal(
    holder: Organisation | Village,
    *,
    actor: Actor,
    today: date,
    name: str = "",
    diameter_mm: float = seals.DIAMETER_MM,
) -> Seal:
    """The specimen seal that the holder uses until it registers its own; made once.

    A village's is its provider's: `name` is that one's full name, `甲竹林镇甲日村村民委员会`.
    """
    found = holder.seals.filter(revoked_on__isnull=True).first()
    if found:
        return found
    village = holder if isinstance(holder, Village) else None
    name = name or (f"{village.township.name}{village.name}" if village else holder.name)
    seal = Seal(
        organisation=None if isinstance(holder, Village) else holder,
        village=village,
        name=name,
        diameter_mm=Decimal(str(diameter_mm)),
        image=seals.specimen(name, diameter_mm),
        registered_on=today,
    )
    seal.record(actor=actor, reason=_("登记样章"))
    return seal


def seal_in_use(holder: Organisation | Village) -> Seal:
    """DomainError when there is none."""
    seal: Seal | None = holder.seals.filter(revoked_on__isnull=True).first()
    if seal is None:
        raise DomainError("no_seal", _("%(name)s没有可用的印章，请先登记印章") % {"name": holder.name})
    return seal


@transaction.atomic
def issue(
    kind: Kind,
    facts: PaperFacts,
    *,
    actor: Actor,
    today: date,
    organisation: Organisation,
    host: str,
    cosigners: Sequence[Seal] = (),
    wanted_by: int | None = None,
) -> Document:
    """Number, draw, sign, store and register a paper of `organisation`, dated `today`.

    `host` is the county's host, with its port if it has one: the paper's code links there. `cosigners`: the seals of
    the other sides, where several seal. `wanted_by`: the row of a township that asked for the paper. All or nothing:
    if the caller's transaction is rolled back the number is free again. DomainError: no seal, or the paper could not
    be drawn.
    """
    if not kind.series or facts.is_draft:
        raise ValueError(f"a {kind.name} without a number is drawn, not issued")
    sealed_with = [seal_in_use(organisation), *cosigners]
    if len(sealed_with) != kind.sides:
        raise ValueError(f"a {kind.name} is sealed by {kind.sides}, not by {len(sealed_with)}")
    signatories = [signing.Signatory(seal.name, _appearance(seal)) for seal in sealed_with]
    code = codes.new_code()
    number = numbering.allot(kind, today.year)
    paper = composing.Paper(
        kind=kind,
        facts=facts,
        number=str(number),
        code=code,
        link=codes.verification_link(host, code),
        issued_on=today,
        organ=organisation.name,
        seal_mm=signatories[0].seal.diameter,
        demo=any(seal.specimen for seal in sealed_with),
        substitution=fonts.font_set().substitution,
    )
    drawn = press().render(composing.html(paper))
    signed = signing.sign(drawn, signatories, reason=str(number), paged=kind.sides > 1)
    return _registered(paper, number, sealed_with, signed, organisation=organisation, actor=actor, wanted_by=wanted_by)


def _registered(
    paper: composing.Paper,
    number: numbering.Number,
    sealed_with: list[Seal],
    signed: bytes,
    *,
    organisation: Organisation,
    actor: Actor,
    wanted_by: int | None,
) -> Document:
    document = Document(
        wanted_by=wanted_by,
        kind=paper.kind.name,
        series=number.series,
        seq=number.seq,
        number=paper.number,
        code=paper.code,
        title=paper.facts.title,
        organisation=organisation,
        seal=sealed_with[0],
        specimen=paper.demo,
        issued_on=paper.issued_on,
        facts=paper.facts.kept(),
        sha256=storage.store_paper(signed),
        size=len(signed),
    )
    document.record(actor=actor, reason=_("印发"))
    Sealing.objects.bulk_create(
        Sealing(document=document, seal=seal, place=place) for place, seal in enumerate(sealed_with[1:], start=2)
    )
    return document


@transaction.atomic
def end(
    document: Document,
    *,
    by: Document,
    actor: Actor,
    status: Document.Status = Document.Status.WITHDRAWN,
    on: date | None = None,
) -> Document:
    """`document` ceases to hold by the paper `by`, from `on` or else from the day on which that paper begins to hold.

    `status` says how it ended. DomainError when it ended before: an ended paper stays as it ended.
    """
    current: Document = Document.objects.select_for_update().get(pk=document.pk)
    if current.status != Document.Status.VALID:
        raise DomainError("already_ended", _("该文书%(status)s") % {"status": current.get_status_display()})
    current.status = status
    current.ended_by = by
    current.ended_on = on or _begins_on(by)
    current.record(actor=actor, reason=_REASONS[status] % {"number": by.number})
    return current


def _begins_on(paper: Document) -> date:
    """The day of the paper, or a later one from which it says that it holds: so there is no gap between two papers."""
    starts = paper.facts.get("starts_on")
    return max(paper.issued_on, date.fromisoformat(starts)) if starts else paper.issued_on


_REASONS = {
    Document.Status.WITHDRAWN: gettext_lazy("由%(number)s撤销"),
    Document.Status.SUPERSEDED: gettext_lazy("由%(number)s取代"),
    Document.Status.EXPIRED: gettext_lazy("期限届满（%(number)s）"),
    Document.Status.LAPSED: gettext_lazy("未获批准而失效（%(number)s）"),
}


def draw(kind: Kind, facts: PaperFacts, *, organisation: str, today: date) -> bytes:
    """A slip of `organisation`, dated `today`, as PDF: neither numbered nor sealed, signed or registered.

    Where the installation is a demonstration the slip says so.
    """
    return press().render(_slip(kind, facts, organisation, today)).pdf


def drawn(kind: Kind, facts: PaperFacts, *, organisation: str, today: date) -> bytes:
    """As `draw`, but what was drawn before is not drawn again: same page, styles and fonts, same bytes."""
    page = _slip(kind, facts, organisation, today)
    path = storage.drawn_path(hashlib.sha256(f"{composing.recipe()}\n{page}".encode()).hexdigest())
    if not path.exists():
        storage.keep_drawn(path, press().render(page).pdf)
    return path.read_bytes()


def preview(kind: Kind, facts: PaperFacts, *, organisation: str, today: date) -> bytes:
    """A draft of a numbered kind, as PDF: marked as one, without number, code and seal, and not registered."""
    if not facts.is_draft:
        raise ValueError(f"these facts of a {kind.name} are final: it is issued, not shown as a draft")
    return drawn(kind, facts, organisation=organisation, today=today)


def _slip(kind: Kind, facts: PaperFacts, organisation: str, today: date) -> str:
    slip = composing.Paper(
        kind=kind,
        facts=facts,
        issued_on=today,
        organ=organisation,
        demo=settings.DEMO,
        substitution=fonts.font_set().substitution,
    )
    return composing.html(slip)


def _appearance(seal: Seal) -> signing.Appearance:
    """The seal as PDF, drawn when it is first needed."""
    diameter = float(seal.diameter_mm)
    sha256 = hashlib.sha256(f"{diameter} {seal.image}".encode()).hexdigest()
    path = Path(settings.VAR) / "seals" / f"{sha256}.pdf"
    if not path.exists():
        html, css = seals.page(seal.image, diameter)
        storage.write_once(path, press().render(html, css).pdf)
    return signing.Appearance(path, diameter)
