"""副本: asked for, approved of, made once, kept as a file of its own (rule A-18)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from zhunru.core.actors import Actor
from zhunru.documents import duplicates, retention, rules, signing, storage, uses
from zhunru.documents.models import Document, Duplicate, SealUse
from zhunru.documents.schemas import DuplicateIn
from zhunru.documents.sealing import Holder, appearance, seal_in_use
from zhunru.documents.signatures import beside
from zhunru.documents.wording import chinese_date


@transaction.atomic
def ask(document: Document, *, actor: Actor, data: DuplicateIn) -> SealUse:
    """A line in the register of uses, of the seal that the issuer has today."""
    rules.writes_drafts(actor)
    rules.may_be_duplicated(document)
    seal = seal_in_use(_holder(document), timezone.localdate())
    use = uses.asked(
        seal,
        document.kind,
        f"{document.number}副本",
        actor=actor,
        purpose=SealUse.Purpose.DUPLICATE,
        copies=data.copies,
        document=document,
    )
    use.receiver, use.reason = data.receiver, data.reason
    use.record(actor=actor, reason=gettext_lazy("申请副本"))
    return use


def _holder(document: Document) -> Holder:
    holder = document.seal.organisation or document.seal.village
    return holder or document.organisation


def make(use: SealUse, *, actor: Actor) -> Duplicate:
    """The next duplicate of its paper, signed anew. Its caller writes the use down."""
    if use.document is None:
        raise ValueError("a duplicate is of a paper")
    document = Document.objects.select_for_update().get(pk=use.document.pk)
    rules.may_be_duplicated(document)
    today, no = timezone.localdate(), document.duplicates.count() + 1
    words = [
        f"第{no}份，发给{use.receiver}",
        f"事由：{use.reason}",
        f"{chinese_date(today)}制发",
    ]
    marked = duplicates.mark(retention.file_of(document).read_bytes(), words)
    signatory = signing.Signatory(use.seal.name, appearance(use.seal))
    signed = signing.sign(marked, [signatory], reason=document.number)
    made = Duplicate(
        document=document,
        use=use,
        no=no,
        receiver=use.receiver,
        reason=use.reason,
        issued_on=today,
        sha256=storage.store_paper(signed),
        size=len(signed),
    )
    beside.keep(made.sha256, signed, document.organisation.name)
    made.record(actor=actor, reason=gettext_lazy("制发副本"))
    return made
