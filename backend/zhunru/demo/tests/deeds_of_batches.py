"""Every act on batches: asked for, stopped, taken up again."""

from zhunru.admissions.tests.stage import Stage
from zhunru.demo.tests.recorder import Recorder
from zhunru.documents.archiving.jobs import ARCHIVE, ArchiveParams
from zhunru.documents.batching import asking
from zhunru.documents.models import Document


def batching(r: Recorder) -> None:
    """The office has everything made once; one batch stands still for a while."""
    made = [r.act("clerk", f"batch_{job}") for job in ("archive", "export", "disclosure", "satisfaction")]
    for step in ("cancel", "resume"):
        r.act("clerk", f"batch_{step}", made[0]["id"])


def batched(stage: Stage) -> dict[str, int]:
    """The archive of the year of the county's papers, asked for and not made yet."""
    year = Document.objects.latest("issued_on").issued_on.year
    return {"batches": asking.ask(ARCHIVE, ArchiveParams(year=year), actor=stage.actor("clerk")).pk}
