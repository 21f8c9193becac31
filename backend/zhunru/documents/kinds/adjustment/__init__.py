"""调整通知: what an admitted matter was and what it is from now on (clause 2.1f)."""

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, Field

from zhunru.documents.kinds.deciding import Decided, Term
from zhunru.documents.kinds.declaration import Earlier, Kind, MatterFacts, Name, Sentence
from zhunru.documents.wording import headline


class Change(BaseModel):
    """One point of the matter: its heading, what the paper said, what holds from now on."""

    what: Name
    before: Sentence
    after: Sentence


class AdjustmentFacts(Decided, Term, MatterFacts):
    """`paper` is the one replaced. `starts_on`: from when; `ends_on`: the adjusted matter's last day, if any."""

    paper: Earlier
    changes: list[Change] = Field(min_length=1, max_length=50)
    reason: Sentence | None = None

    @property
    def title(self) -> str:
        return headline("关于调整", self.matter_title, "工作事项的通知")


KIND = Kind(name="adjustment", label=_("调整通知"), place=20, series="调", facts=AdjustmentFacts, admits=True)
