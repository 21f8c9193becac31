"""到期退出通知: the term is over, the matter has left the villages (clause 2.1d)."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from zhunru.documents.kinds.declaration import Earlier, Kind, MatterFacts, Sentence
from zhunru.documents.wording import headline


class ExpiryFacts(MatterFacts):
    """`expired_on`: the last day of the term. `owed`: what the department still has to hand in or to pay."""

    paper: Earlier
    expired_on: date
    owed: list[Sentence] = Field(default_factory=list)

    @property
    def title(self) -> str:
        return headline("关于", self.matter_title, "工作事项到期退出的通知")


KIND = Kind(name="expiry", label=_("到期退出通知"), place=100, series="期", facts=ExpiryFacts)
