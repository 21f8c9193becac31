"""撤销通知: ends a matter in every village at once (clause 2.3d)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from zhunru.documents.kinds.declaration import Kind, Name, PaperFacts, Sentence
from zhunru.documents.wording import quoted


class WithdrawalFacts(PaperFacts):
    """Printed on a withdrawal."""

    approval_number: Name
    approved_on: date
    reason: Sentence
    withdrawn_on: date

    @property
    def title(self) -> str:
        return f"关于撤销{quoted(self.matter_title)}工作事项的通知"


KIND = Kind(name="withdrawal", label=_("撤销通知"), series="撤", facts=WithdrawalFacts)
