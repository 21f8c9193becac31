"""并入通知: what was applied for becomes part of a matter that is admitted already (clause 1.3c 宜并则并)."""

from django.utils.translation import gettext_lazy as _

from zhunru.documents.kinds.deciding import DecidedByBody
from zhunru.documents.kinds.declaration import ApplicationFacts, Kind, MatterName, Sentences
from zhunru.documents.wording import headline


class ConsolidationFacts(DecidedByBody, ApplicationFacts):
    """`into`: the matter in force that takes it up, with the number of its paper."""

    into: MatterName
    reasons: Sentences

    @property
    def title(self) -> str:
        return headline("关于将", self.matter_title, "并入已准入工作事项的通知")


KIND = Kind(name="consolidation", label=_("并入通知"), place=170, series="并入", facts=ConsolidationFacts)
