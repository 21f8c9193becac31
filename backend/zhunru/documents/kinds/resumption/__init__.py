"""恢复通知: a suspended matter goes on (clause 1.3c)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from zhunru.documents.kinds.deciding import Decided
from zhunru.documents.kinds.declaration import Earlier, Kind, MatterFacts, Sentence
from zhunru.documents.wording import headline


class ResumptionFacts(Decided, MatterFacts):
    """`paper`: the matter's own paper, which holds again; `suspension`: the paper that this one ends."""

    paper: Earlier
    suspension: Earlier
    reason: Sentence
    resumed_on: date

    @property
    def title(self) -> str:
        return headline("关于恢复", self.matter_title, "工作事项的通知")


KIND = Kind(name="resumption", label=_("恢复通知"), place=90, series="复", facts=ResumptionFacts)
