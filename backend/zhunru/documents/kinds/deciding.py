"""How long a paper holds, and who decided it: pieces of facts that several kinds share."""

from datetime import date
from typing import Self

from django.utils.translation import gettext as _
from pydantic import BaseModel, model_validator

from zhunru.configuration.choices import Body
from zhunru.documents.kinds.declaration import Name, unfit
from zhunru.documents.wording import chinese_date


class Term(BaseModel):
    """From which day it holds, and to which if there is an end."""

    starts_on: date
    ends_on: date | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise unfit(_("结束日期不能早于开始日期"), field="ends_on")
        return self

    @property
    def period_sentence(self) -> str:
        """`自2026年3月10日起至2026年12月31日止`."""
        start = f"自{chinese_date(self.starts_on)}起"
        if self.ends_on is None:
            return f"{start}施行，长期有效，每年复核一次"
        return f"{start}至{chinese_date(self.ends_on)}止"


class Decided(BaseModel):
    """Who decided. Without a number the office decided by itself."""

    decision_number: Name | None = None
    decided_on: date | None = None
    decided_by: Body = Body.COMMITTEE

    @property
    def decision_sentence(self) -> str:
        """`经县委常委会会议研究决定（演常〔2026〕第3次，2026年2月27日）`."""
        if self.decision_number is None or self.decided_on is None:
            return "经我单位审核决定"
        return f"{_DECIDED[self.decided_by]}（{self.decision_number}，{chinese_date(self.decided_on)}）"


class DecidedByBody(Decided):
    """Decided by the leader, the joint meeting or the standing committee."""

    decision_number: Name
    decided_on: date


_DECIDED = {
    Body.COMMITTEE: "经县委常委会会议研究决定",
    Body.JOINT_MEETING: "经村（社区）工作事项准入联席会议研究决定",
    Body.LEADER: "经分管县领导批准",
}
