"""The water department's seal with a request for its use, the office's whole draft, a duplicate of an issued paper."""

from django.utils import timezone

from zhunru.admissions.tests.stage import Stage, the
from zhunru.core.actors import SYSTEM
from zhunru.demo.tests.deeds_of_sealing import typed
from zhunru.documents import drafting, duplicating, sealing, uses
from zhunru.documents.models import Document
from zhunru.documents.schemas import DraftTyped, DuplicateIn
from zhunru.documents.workflow import USES


def sealed(stage: Stage) -> dict[str, int]:
    """Ids by the first part of their path."""
    seal = sealing.register_specimen_seal(stage.departments["water"], actor=SYSTEM, today=timezone.localdate())
    use = uses.asked(seal, "acceptance", "履约验收单", actor=stage.actor("water-clerk"))
    use.record(actor=stage.actor("water-clerk"), reason="申请用印")
    draft = drafting.begin("rectification", corrects=None, actor=stage.actor("clerk"))
    whole = DraftTyped(version=draft.version, facts=typed())
    draft = drafting.write(draft, actor=stage.actor("clerk"), data=whole)
    return {"seals": seal.pk, "seal grants": the(seal.grants.first()).pk, "seal-uses": use.pk, "drafts": draft.pk}


def duplicated(stage: Stage, paper: Document) -> None:
    """Its first duplicate, by clerk, head and keeper."""
    wanted = DuplicateIn(receiver="吉雄镇人民政府", reason="原件遗失")
    use = duplicating.ask(paper, actor=stage.actor("clerk"), data=wanted)
    USES.take("use", USES.take("approve", use, actor=stage.actor("head")), actor=stage.actor("seal"))
