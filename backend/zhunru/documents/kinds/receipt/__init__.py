"""签收回执: a village has received a paper. It names the post that took it, never the person (clause 3.2b)."""

from typing import Annotated, Self

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import AwareDatetime, StringConstraints, model_validator

from zhunru.documents.kinds.declaration import Earlier, Kind, Name, PaperFacts, unfit
from zhunru.documents.wording import chinese_date


class ReceiptFacts(PaperFacts):
    """`addressee` is the office that issued the paper. `way`: how it came, as `系统送达`."""

    paper: Earlier
    paper_title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
    township: Name
    village: Name
    way: Name | None = None
    delivered_at: AwareDatetime
    received_at: AwareDatetime
    received_by: Name

    @model_validator(mode="after")
    def _is_received_after_it_was_delivered(self) -> Self:
        if self.received_at < self.delivered_at:
            raise unfit(_("签收时间不能早于送达时间"), field="received_at")
        return self

    @property
    def received_day(self) -> str:
        return chinese_date(timezone.localtime(self.received_at))

    @property
    def title(self) -> str:
        return "签收回执"


KIND = Kind(
    name="receipt",
    label=gettext_lazy("签收回执"),
    place=920,
    facts=ReceiptFacts,
    form="sheet",
    sealed_by="nobody",
)
