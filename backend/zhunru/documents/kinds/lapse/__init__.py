"""紧急事项失效通知: an urgent matter was not approved in time and has left the villages by itself (clause 2.1e)."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from pydantic import AwareDatetime

from zhunru.documents.kinds.declaration import Earlier, Kind, MatterFacts, Sentence
from zhunru.documents.wording import headline


class LapseFacts(MatterFacts):
    """`reason`: which term was missed. From `lapsed_on` villages may stop."""

    paper: Earlier
    entered_at: AwareDatetime
    reason: Sentence
    lapsed_on: date

    @property
    def title(self) -> str:
        return headline("关于", self.matter_title, "紧急事项失效的通知")


KIND = Kind(name="lapse", label=_("紧急事项失效通知"), place=70, series="失", facts=LapseFacts)
