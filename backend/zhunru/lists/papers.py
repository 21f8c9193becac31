"""From an edition to the facts of its papers."""

from django.utils import timezone

from zhunru.accounts.queries import social_work_office
from zhunru.core.actors import Actor
from zhunru.divisions.models import County, Village
from zhunru.divisions.queries import public_host
from zhunru.documents import services as documents
from zhunru.documents.kinds import LIST_DIFFERENCE, LIST_EDITION, Kind
from zhunru.documents.kinds.declaration import Earlier, PaperFacts, TownshipScope
from zhunru.documents.kinds.list_difference import (
    ChangedRow,
    EditionName,
    FieldChange,
    ListDifferenceFacts,
    MovedRow,
)
from zhunru.documents.kinds.list_edition import ListEditionFacts, ListRow
from zhunru.documents.models import Document
from zhunru.lists.comparing import Difference, kept, shown
from zhunru.lists.models import Edition, Entry

PRINTED = tuple(name for name in ListRow.model_fields if name not in ("seq", "applies_to"))


def issue(edition: Edition, before: Edition | None, *, actor: Actor) -> Document:
    """The sealed paper of an edition, in the transaction that publishes it; the paper before is superseded."""
    paper = documents.issue(
        LIST_EDITION,
        facts_of(edition),
        actor=actor,
        today=timezone.localdate(),
        organisation=social_work_office().get(),
        host=public_host(),
    )
    if before and before.document:
        documents.end(before.document, by=paper, actor=actor, status=Document.Status.SUPERSEDED)
    return paper


def preview(edition: Edition) -> bytes:
    """The edition as it would be printed today: no number, no seal."""
    return _drawn(LIST_EDITION, facts_of(edition))


def difference(found: Difference) -> bytes:
    """What changes from one edition to another, as a paper."""
    return _drawn(LIST_DIFFERENCE, difference_facts(found))


def _drawn(kind: Kind, facts: PaperFacts) -> bytes:
    office = social_work_office().get()
    return documents.drawn(kind, facts, organisation=office.name, today=timezone.localdate())


def difference_facts(found: Difference) -> ListDifferenceFacts:
    """Everything that its paper says."""
    return ListDifferenceFacts(
        matter_title=found.new.get_kind_display(),
        list_label=found.new.get_kind_display(),
        county=County.objects.get().name,
        before=_name(found.old) if found.old else None,
        after=_name(found.new),
        removed=[_moved(entry, found) for entry in found.removed],
        added=[_moved(entry, found) for entry in found.added],
        changed=[
            ChangedRow(
                code=one.new.code,
                title=one.new.title,
                reason=found.reasons.get(one.new.code, ""),
                fields=[FieldChange(label=f.label, old=f.old, new=f.new) for f in one.fields],
            )
            for one in found.changed
        ],
    )


def _name(edition: Edition) -> EditionName:
    return EditionName(number=edition.number, effective_on=edition.effective_on)


def _moved(entry: Entry, found: Difference) -> MovedRow:
    return MovedRow(
        code=entry.code,
        title=entry.title,
        village_duty=entry.village_duty,
        reason=found.reasons.get(entry.code, ""),
    )


def facts_of(edition: Edition) -> ListEditionFacts:
    """Everything that its paper says."""
    before = edition.based_on
    everybody = Village.objects.filter(ended_on=None).select_related("township").order_by("township__code", "code")
    return ListEditionFacts(
        matter_title=edition.get_kind_display(),
        list_kind=edition.kind,
        list_label=edition.get_kind_display(),
        county=County.objects.get().name,
        edition=edition.number,
        starts_on=edition.effective_on,
        decision_number=edition.resolution_number or None,
        decided_on=edition.decided_on,
        **({"decided_by": edition.decided_by} if edition.decided_by else {}),
        replaces=_earlier(before) if before else None,
        note=edition.note,
        scope=TownshipScope.of(everybody),
        whole_county=True,
        rows=[_row(seq, entry) for seq, entry in enumerate(kept(edition), start=1)],
    )


def _earlier(before: Edition) -> Earlier | None:
    return Earlier(number=before.document_number, issued_on=before.published_on) if before.published_on else None


def _row(seq: int, entry: Entry) -> ListRow:
    return ListRow(seq=seq, applies_to=shown(entry, "applies_to"), **{name: getattr(entry, name) for name in PRINTED})
