"""不予受理通知书: the application is not for this office to decide, or needs no admission at all (clause 3.1a)."""

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from zhunru.documents.kinds.declaration import ApplicationFacts, Kind, Name, Sentence
from zhunru.documents.wording import headline, quoted


class ListEntry(BaseModel):
    """The entry of a published list that already says who owes what (clause 2.2a)."""

    list_name: Name
    edition: Name
    code: Name
    title: Name

    def __str__(self) -> str:
        return f"《{self.list_name}》（{self.edition}）{self.code}项{quoted(self.title)}"


class NotAcceptedFacts(ApplicationFacts):
    """`entry`: where no admission is needed, the entry of the list that the department may act on."""

    reason: Sentence
    entry: ListEntry | None = None

    @property
    def title(self) -> str:
        return headline("", self.matter_title, "准入申请不予受理通知书")


KIND = Kind(name="not_accepted", label=_("不予受理通知书"), place=130, series="不受", facts=NotAcceptedFacts)
