"""暂缓决定: not now; with reasons and the day on which it is taken up again (clause 2.1b)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from zhunru.documents.kinds.deciding import DecidedByBody
from zhunru.documents.kinds.declaration import ApplicationFacts, Kind, Sentences
from zhunru.documents.wording import headline


class DeferralFacts(DecidedByBody, ApplicationFacts):
    """`resubmit_on`: the day by which the department hands it in again."""

    reasons: Sentences
    resubmit_on: date

    @property
    def title(self) -> str:
        return headline("关于暂缓准入", self.matter_title, "工作事项的决定")


KIND = Kind(name="deferral", label=_("暂缓准入决定书"), place=150, series="缓", facts=DeferralFacts)
