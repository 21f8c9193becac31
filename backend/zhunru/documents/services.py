"""Issuing papers, ending them, drawing slips and drafts. An act happens in its caller's transaction or not at all."""

import hashlib
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.documents import codes, composing, fonts, numbering, signing, storage, uses
from zhunru.documents.kinds import KINDS, Kind
from zhunru.documents.kinds.declaration import PaperFacts
from zhunru.documents.models import Document, Seal, Sealing, SealUse
from zhunru.documents.rendering import press
from zhunru.documents.sealing import appearance, seal_in_use
from zhunru.documents.signatures import beside
from zhunru.documents.templating import versions
from zhunru.documents.uses import Approval


@transaction.atomic
def issue(
    kind: Kind,
    facts: PaperFacts,
    *,
    actor: Actor,
    today: date,
    organisation: Organisation,
    host: str,
    seals: Sequence[Seal] = (),
    approvals: Sequence[Approval | None] = (),
    use: SealUse | None = None,
    wanted_by: int | None = None,
    corrects: Document | None = None,
    organ: str = "",
    organ_code: str = "",
) -> Document:
    """Number, draw, sign, store and register a paper of `organisation`, dated `today`, and the uses of its seals.

    `host` is the county's host, with its port if it has one: the paper's code links there. `seals`: in order, where
    it is not the organisation's own alone. `approvals`: of each seal's use, in the same order; a use without one must
    be covered by a grant. `use`: a use approved before, which the caller writes down afterwards.

    `wanted_by`: the row of a township that asked for the paper. `organ`, `organ_code`: who issues it and under which
    sign, where that is not the organisation. All or nothing: if the caller's transaction is rolled back the number is
    free again. DomainError: no seal, a use not approved of, or the paper could not be drawn.
    """
    if not kind.series or facts.is_draft:
        raise ValueError(f"a {kind.name} without a number is drawn, not issued")
    sealed_with = list(seals) or [seal_in_use(organisation, today)]
    if len(sealed_with) != kind.sides:
        raise ValueError(f"a {kind.name} is sealed by {kind.sides}, not by {len(sealed_with)}")
    taken = _uses(kind, facts, sealed_with, approvals, use, actor=actor, today=today)
    signatories = [signing.Signatory(seal.name, appearance(seal)) for seal in sealed_with]
    template = versions.in_use(kind)
    code = codes.new_code()
    number = numbering.allot(kind, today.year, organ_code)
    paper = composing.Paper(
        kind=kind,
        facts=facts,
        number=str(number),
        code=code,
        link=codes.verification_link(host, code),
        issued_on=today,
        organ=organ or organisation.name,
        seal_mm=signatories[0].seal.diameter,
        demo=any(seal.specimen for seal in sealed_with),
        substitution=fonts.font_set().substitution,
        source=template.source if template else "",
    )
    drawn = press().render(composing.html(paper))
    signed = signing.sign(drawn, signatories, reason=str(number), paged=kind.sides > 1)
    document = Document(organisation=organisation, wanted_by=wanted_by, corrects=corrects, template=template)
    _register(document, paper, number, sealed_with, signed, actor=actor)
    for one in taken:
        uses.put_on(one, document, actor=actor)
        if one is not use:
            one.record(actor=actor, reason=_("用印"))
    return document


def _uses(
    kind: Kind,
    facts: PaperFacts,
    sealed_with: list[Seal],
    approvals: Sequence[Approval | None],
    use: SealUse | None,
    *,
    actor: Actor,
    today: date,
) -> list[SealUse]:
    """Of each seal its approved use, looked for before a number is allotted."""
    if use is not None:
        if [use.seal_id] != [seal.pk for seal in sealed_with] or use.kind != kind.name:
            raise ValueError("a seal is used for what was approved")
        return [use]
    return [
        uses.approved(seal, kind.name, facts.title, approval, actor=actor, today=today)
        for seal, approval in zip_longest(sealed_with, approvals)
    ]


def _register(
    document: Document,
    paper: composing.Paper,
    number: numbering.Number,
    sealed_with: list[Seal],
    signed: bytes,
    *,
    actor: Actor,
) -> None:
    document.kind = paper.kind.name
    document.series, document.seq, document.number = number.series, number.seq, paper.number
    document.code, document.title = paper.code, paper.facts.title
    document.seal, document.specimen = sealed_with[0], paper.demo
    document.issued_on, document.facts = paper.issued_on, paper.facts.kept()
    document.sha256, document.size = storage.store_paper(signed), len(signed)
    beside.keep(document.sha256, signed, document.organisation.name)
    document.record(actor=actor, reason=_("印发"))
    Sealing.objects.bulk_create(
        Sealing(document=document, seal=seal, place=place) for place, seal in enumerate(sealed_with[1:], start=2)
    )


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


@transaction.atomic
def void(document: Document, *, reason: str, actor: Actor, today: date) -> Document:
    """A paper issued in error is void from today; its number stays taken and visible.

    DomainError for papers on which a matter, a list or a contract rests: those end by a paper of their own course.
    """
    if not KINDS[document.kind].voidable:
        sentence = _(
            "该文种不能直接作废：已生效的事项、清单和合同按各自的程序撤销、取代或者终止；文字有误的，制发更正通知"
        )
        raise DomainError("not_voidable", sentence)
    current: Document = Document.objects.select_for_update().get(pk=document.pk)
    if current.status != Document.Status.VALID:
        raise DomainError("already_ended", _("该文书%(status)s") % {"status": current.get_status_display()})
    current.status, current.ended_on, current.void_reason = Document.Status.VOIDED, today, reason
    current.record(actor=actor, reason=_("作废：%(reason)s") % {"reason": reason})
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


def drawn(kind: Kind, facts: PaperFacts, *, organisation: str, today: date, source: str | None = None) -> bytes:
    """As `draw`, but what was drawn before is not drawn again: same page, styles and fonts, same bytes.

    `source`: a template to look at, instead of the one in use.
    """
    page = _slip(kind, facts, organisation, today, source)
    path = storage.drawn_path(hashlib.sha256(f"{composing.recipe()}\n{page}".encode()).hexdigest())
    if not path.exists():
        storage.keep_drawn(path, press().render(page).pdf)
    return path.read_bytes()


def preview(kind: Kind, facts: PaperFacts, *, organisation: str, today: date) -> bytes:
    """A draft of a numbered kind, as PDF: marked as one, without number, code and seal, and not registered."""
    if not facts.is_draft:
        raise ValueError(f"these facts of a {kind.name} are final: it is issued, not shown as a draft")
    return drawn(kind, facts, organisation=organisation, today=today)


def _slip(kind: Kind, facts: PaperFacts, organisation: str, today: date, source: str | None = None) -> str:
    slip = composing.Paper(
        kind=kind,
        facts=facts,
        issued_on=today,
        organ=organisation,
        demo=settings.DEMO,
        substitution=fonts.font_set().substitution,
        source=versions.source_in_use(kind) if source is None else source,
    )
    return composing.html(slip)
