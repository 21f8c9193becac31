"""补正通知书: all that an application lacks, told at once and once only (clause 2.1a; 行政许可法 by analogy)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from zhunru.documents.kinds.declaration import ApplicationFacts, Kind, Sentences, WorkingDays
from zhunru.documents.wording import headline


class CorrectionFacts(ApplicationFacts):
    """`due_on` is empty where the calendar of that year has not been entered: then the days alone are told."""

    defects: Sentences
    working_days: WorkingDays
    due_on: date | None = None

    @property
    def title(self) -> str:
        return headline("", self.matter_title, "准入申请补正通知书")


KIND = Kind(name="correction", label=_("补正通知书"), place=120, series="补", facts=CorrectionFacts)
