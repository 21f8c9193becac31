"""暂停通知: for a time no village carries the matter (clause 1.3c)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from zhunru.documents.kinds.deciding import Decided
from zhunru.documents.kinds.declaration import Earlier, Kind, MatterFacts, Sentence
from zhunru.documents.wording import headline


class SuspensionFacts(Decided, MatterFacts):
    """`paper`: the matter's paper, which rests from `suspended_on` until a resumption ends this paper."""

    paper: Earlier
    reason: Sentence
    suspended_on: date

    @property
    def title(self) -> str:
        return headline("关于暂停", self.matter_title, "工作事项的通知")


KIND = Kind(name="suspension", label=_("暂停通知"), place=80, series="停", facts=SuspensionFacts)
