"""Papers that the office writes by hand, at every station to the seal, and what became of some of them."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from zhunru.accounts.models import User
from zhunru.accounts.queries import social_work_office
from zhunru.core.actors import COUNTY, SYSTEM
from zhunru.demo import wordings
from zhunru.demo.matters import actor
from zhunru.demo.past import days_ago
from zhunru.divisions.naming import committee_of
from zhunru.divisions.queries import townships_in_use
from zhunru.documents import drafting, duplicating, sealing, services
from zhunru.documents.batching import asking
from zhunru.documents.kinds import CIRCULAR, ERRATUM, INTERVIEW_NOTICE, INTERVIEW_RECORD, RECTIFICATION
from zhunru.documents.models import Document, Draft, SealUse
from zhunru.documents.schemas import Approving, DraftTyped, DuplicateIn, Refusing, Requesting
from zhunru.documents.templating import reading, versions
from zhunru.documents.workflow import DRAFTS, USES
from zhunru.placements.disclosing_all import DISCLOSE, DisclosureParams

GROUND = "按用印审批权限批准"


def create_papers() -> None:
    """Whose seals are whose; papers issued, corrected, copied and void; drafts that wait, came back or have gaps."""
    today = timezone.localdate()
    _appoint()
    with days_ago(21):
        rectification = _issue(_draft(RECTIFICATION.name, wordings.rectification(today - timedelta(days=21))))
    with days_ago(19):
        _issue(_draft(ERRATUM.name, wordings.ERRATUM, corrects=rectification))
    with days_ago(14):
        circular = _issue(_draft(CIRCULAR.name, wordings.circular(today - timedelta(days=15))))
        services.void(circular, reason=wordings.VOID, actor=actor("head"), today=timezone.localdate())
    with days_ago(9):
        _use(_duplicate(rectification, "演示县档案馆", "移交归档需要"))
    with days_ago(4):
        _send_back(_draft(RECTIFICATION.name, wordings.returned(today - timedelta(days=6))))
    with days_ago(1):
        _request(_draft(INTERVIEW_NOTICE.name, wordings.interview(today + timedelta(days=6), rectification.number)))
        _duplicate(rectification, "演示县纪委监委机关", "监督检查需要")
    _draft(CIRCULAR.name, wordings.WITH_GAPS)
    _reword()
    last = townships_in_use().order_by("-code")[0]
    asking.ask(DISCLOSE, DisclosureParams(township=last.pk), actor=actor("head"))


def _appoint() -> None:
    """The keeper keeps; the head approves for the office, the leader for the village (C-02)."""
    office = social_work_office().get()
    village = townships_in_use()[0].villages.filter(ended_on=None)[1]
    name, today = committee_of(village), timezone.localdate()
    its_own = sealing.register_specimen_seal(village, actor=SYSTEM, today=today, name=name)
    for seal, approver in ((sealing.seal_in_use(office), "head"), (its_own, "leader")):
        sealing.appoint(seal, keeper=_user("seal"), approver=_user(approver), actor=SYSTEM)


def _user(username: str) -> User:
    return User.objects.get(realm=COUNTY, username=username)


def _draft(kind: str, facts: dict[str, Any], *, corrects: Document | None = None) -> Draft:
    """Begun and typed by the clerk."""
    clerk = actor("clerk")
    begun = drafting.begin(kind, corrects=corrects, actor=clerk)
    kept = {name: value for name, value in begun.facts.items() if name != "scope"}
    typed = DraftTyped(facts=kept | facts, scope=begun.facts.get("scope", []), version=begun.version)
    return drafting.write(begun, actor=clerk, data=typed)


def _request(draft: Draft) -> SealUse:
    use = DRAFTS.take("request", draft, actor=actor("clerk"), data=Requesting(copies=2)).use
    if use is None:
        raise ValueError("who asks for a seal gets a line in its register")
    return use


def _use(use: SealUse) -> SealUse:
    """Approved of by the head, used by the keeper."""
    approved = USES.take("approve", use, actor=actor("head"), data=Approving(ground=GROUND))
    return USES.take("use", approved, actor=actor("seal"))


def _issue(draft: Draft) -> Document:
    made = _use(_request(draft)).document
    if made is None:
        raise ValueError("a used seal stands on a paper")
    return made


def _send_back(draft: Draft) -> None:
    USES.take("refuse", _request(draft), actor=actor("head"), data=Refusing(remark=wordings.REFUSED))


def _duplicate(paper: Document, receiver: str, reason: str) -> SealUse:
    return duplicating.ask(paper, actor=actor("clerk"), data=DuplicateIn(receiver=receiver, reason=reason))


def _reword() -> None:
    """A template of the office's own that is not in use yet."""
    source = reading.supplied_source(INTERVIEW_RECORD).replace(wordings.SUPPLIED_SENTENCE, wordings.OWN_SENTENCE)
    versions.save(INTERVIEW_RECORD, source, note=wordings.TEMPLATE_NOTE, version=None, actor=actor("clerk"))
