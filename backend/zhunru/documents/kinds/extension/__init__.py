"""延期通知: a temporary matter's end is moved, once (clause 2.1f)."""

from datetime import date
from typing import Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import model_validator

from zhunru.documents.kinds.deciding import DecidedByBody
from zhunru.documents.kinds.declaration import Earlier, Kind, MatterFacts, Sentence, unfit
from zhunru.documents.wording import headline


class ExtensionFacts(DecidedByBody, MatterFacts):
    """`paper` is the one replaced; `ended_on` its last day, `ends_on` the new one. `is_last`: no further extension."""

    paper: Earlier
    reason: Sentence
    ended_on: date
    ends_on: date
    is_last: bool = True

    @model_validator(mode="after")
    def _is_longer(self) -> Self:
        if self.ends_on <= self.ended_on:
            raise unfit(_("延期后的结束日期应当晚于原结束日期"), field="ends_on")
        return self

    @property
    def title(self) -> str:
        return headline("关于", self.matter_title, "工作事项延期的通知")


KIND = Kind(name="extension", label=gettext_lazy("延期通知"), place=30, series="延", facts=ExtensionFacts, admits=True)
