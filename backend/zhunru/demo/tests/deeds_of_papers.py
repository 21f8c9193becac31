"""Every act on papers themselves: their templates."""

from zhunru.demo.tests.recorder import Recorder
from zhunru.documents.kinds import APPROVAL
from zhunru.documents.templating import reading


def papers(r: Recorder) -> None:
    """The office words a paper in its own way, tries it, uses it, and goes back."""
    source = reading.supplied_source(APPROVAL).replace("现将有关事项通知如下", "现将有关要求通知如下")
    draft = r.act("clerk", "template_save", data={"source": source, "note": "改一句话"})["versions"][0]
    for trial in ("template_check", "template_preview"):
        r.act("clerk", trial, data={"source": source})
    r.act("head", "template_publish", data={"version": draft["version"]})
    r.act("head", "template_restore")
