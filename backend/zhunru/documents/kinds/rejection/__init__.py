"""不予准入决定书: the matter does not enter; with reasons, and when it may be asked for again (clause 2.1b)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from zhunru.documents.kinds.deciding import DecidedByBody
from zhunru.documents.kinds.declaration import ApplicationFacts, Kind, Sentences
from zhunru.documents.wording import headline


class RejectionFacts(DecidedByBody, ApplicationFacts):
    """`resubmit_on`: the first day on which it may be asked for again without new facts."""

    reasons: Sentences
    resubmit_on: date

    @property
    def title(self) -> str:
        return headline("关于不予准入", self.matter_title, "工作事项的决定")


KIND = Kind(name="rejection", label=_("不予准入决定书"), place=140, series="不准", facts=RejectionFacts)
