"""Papers as an archive holds them: one that holds, one withdrawn, one void, one with a duplicate, a certificate."""

import io
import zipfile
from datetime import date
from typing import Any

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.documents import services, storage, uses
from zhunru.documents.batching import asking, working
from zhunru.documents.batching.jobs import JOBS
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Batch, Document, Duplicate, Seal, SealUse
from zhunru.documents.tests.composed import erratum
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY, approval, withdrawal
from zhunru.documents.tests.villages import certificate

HOST = "gongga.localhost"
COPY = b"%PDF-1.7 a duplicate of the paper"


def issued(
    kind: str, facts: Any, office: Organisation, actor: Actor, *, today: date = TODAY, seals: list[Seal] | None = None
) -> Document:
    return services.issue(
        KINDS[kind], facts, actor=actor, today=today, organisation=office, host=HOST, seals=seals or []
    )


def a_years_papers(office: Organisation, actor: Actor) -> list[Document]:
    """演社工准1号 withdrawn by 演社工撤1号, 准2号 with a duplicate, 正1号 void."""
    first, second = (
        issued("approval", approval(scope=ONE_TOWNSHIP, matter_title=title), office, actor)
        for title in ("渠道巡护", "=秋收提醒")
    )
    ending = issued("withdrawal", withdrawal(scope=ONE_TOWNSHIP, whole_county=False), office, actor)
    services.end(first, by=ending, actor=actor)
    slip = issued("erratum", erratum(), office, actor)
    services.void(slip, reason="发错", actor=actor, today=TODAY)
    duplicate(second, actor)
    return [first, second, ending, slip]


def duplicate(paper: Document, actor: Actor) -> Duplicate:
    """Registered as approved and used; what it looks like is of no account here."""
    use = uses.asked(paper.seal, paper.kind, "副本", actor=actor, purpose=SealUse.Purpose.DUPLICATE, document=paper)
    use.receiver = use.reason = "县档案馆"
    use.status, use.approved_name, use.approved_at = SealUse.Status.APPROVED, "演示负责人", use.requested_at
    use.grant = paper.seal.grants.first()
    use.record(actor=actor, reason="批准")
    uses.put_on(use, paper, actor=actor)
    use.record(actor=actor, reason="用印")
    content = COPY + paper.number.encode()
    made = Duplicate(document=paper, use=use, no=1, receiver="县档案馆", reason="存档", issued_on=TODAY)
    made.sha256, made.size = storage.store_paper(content), len(content)
    made.record(actor=actor, reason="制发副本")
    return made


def certified(office: Organisation, village_seal: Seal, actor: Actor, *, today: date = TODAY) -> Document:
    """Kept for thirty days."""
    return issued("certificate", certificate(), office, actor, today=today, seals=[village_seal])


def packed(job: str, actor: Actor, **params: Any) -> Batch:
    """Asked for and made."""
    batch = asking.ask(JOBS[job], JOBS[job].params(**params), actor=actor)
    working.carry_on(batch.pk)
    made: Batch = Batch.objects.get(pk=batch.pk)
    assert made.status == Batch.Status.DONE, made.error
    return made


def opened(batch: Batch) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(storage.batch_path(batch.sha256).read_bytes()))
