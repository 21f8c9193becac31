"""Papers that the office writes by hand: begun, typed, shown, and what their steps do."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.accounts.queries import social_work_office
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError, InvalidError
from zhunru.core.workflow import Remark, stale
from zhunru.divisions.models import Village
from zhunru.divisions.queries import public_host
from zhunru.documents import filling, rules, services, uses
from zhunru.documents.kinds import ERRATUM, KINDS
from zhunru.documents.models import Document, Draft, SealUse
from zhunru.documents.schemas import DraftTyped, Requesting
from zhunru.documents.sealing import seal_in_use


def begin(kind: str, *, corrects: Document | None, actor: Actor) -> Draft:
    """An empty draft; an erratum begins with what it says of the paper that it corrects."""
    rules.writes_drafts(actor)
    rules.is_composed(kind)
    if (kind == ERRATUM.name) != (corrects is not None):
        raise InvalidError("corrects", _("更正通知应从被更正的文书开始，其他文种不能更正文书"), field="corrects")
    if corrects is not None:
        rules.may_be_corrected(corrects)
    office = social_work_office().get()
    facts = _of_the_corrected(corrects) if corrects else {}
    draft = Draft(kind=kind, organisation=office, facts=facts, author_id=actor.person, corrects=corrects)
    draft.title = _title(draft)
    draft.record(actor=actor, reason=gettext_lazy("拟制文书"))
    return draft


def _of_the_corrected(paper: Document) -> dict[str, Any]:
    """Whoever got the paper gets its erratum, and whoever finds the one finds the other."""
    scope = paper.facts.get("scope", [])
    names = {(one["code"], name) for one in scope for name in one["villages"]}
    villages = Village.objects.filter(township__code__in=[one["code"] for one in scope])
    pairs = villages.values_list("code", "township__code", "name")
    return {
        "addressee": paper.facts["addressee"],
        "paper": {"number": paper.number, "issued_on": paper.issued_on.isoformat()},
        "paper_title": paper.title,
        "scope": sorted(code for code, township, name in pairs if (township, name) in names),
    }


def _title(draft: Draft) -> str:
    return filling.whole(draft).title[:400]


@transaction.atomic
def write(draft: Draft, *, actor: Actor, data: DraftTyped) -> Draft:
    """Keep it as typed. DomainError `stale` when somebody was faster, `locked` once its seal has been asked for."""
    rules.writes_drafts(actor)
    locked: Draft = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.status != Draft.Status.DRAFT:
        raise DomainError("locked", _("已申请用印，不能再修改；需要修改的，先撤回申请"))
    if locked.version != data.version:
        raise stale(locked)
    locked.facts = data.facts | {"scope": sorted(set(data.scope))}
    locked.title = _title(locked)
    locked.record(actor=actor, reason=gettext_lazy("修改文书"))
    return locked


def sample(draft: Draft) -> bytes:
    """The paper as it would be, as PDF: marked as a sample, without number, code and seal, gaps named in brackets."""
    kind, facts = KINDS[draft.kind], filling.whole(draft)
    return services.drawn(kind, facts, organisation=draft.organisation.name, today=timezone.localdate())


# --- effects of steps ---


def ask_for_seal(draft: Draft, *, actor: Actor, data: Requesting) -> None:
    """A line in the register of uses, which waits for the seal's approver."""
    seal = seal_in_use(draft.organisation, timezone.localdate())
    use = uses.asked(seal, draft.kind, draft.title, actor=actor, copies=data.copies)
    use.record(actor=actor, reason=gettext_lazy("申请用印"))
    draft.use = use


def take_paper(draft: Draft, *, actor: Actor, data: Remark) -> None:
    """The paper that its seal's use has made."""
    draft.document = draft.use.document if draft.use else None


def issue(draft: Draft, use: SealUse, *, actor: Actor) -> Document:
    """The paper itself, under the next number. Its caller writes the use down."""
    rules.draft_is_whole(draft, actor)
    if draft.corrects:
        rules.may_be_corrected(draft.corrects)
    kind = KINDS[draft.kind]
    return services.issue(
        kind,
        kind.facts.model_validate(filling.typed_in(draft)),
        actor=actor,
        today=timezone.localdate(),
        organisation=draft.organisation,
        host=public_host(),
        seals=[use.seal],
        use=use,
        corrects=draft.corrects,
    )
