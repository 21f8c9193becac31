"""转政府购买服务通知: no admission; the department may buy the service from villages (clause 2.4b)."""

from django.utils.translation import gettext_lazy as _

from zhunru.documents.kinds.deciding import DecidedByBody
from zhunru.documents.kinds.declaration import ApplicationFacts, Kind, Sentences
from zhunru.documents.wording import headline


class ConversionFacts(DecidedByBody, ApplicationFacts):
    """Printed on a conversion."""

    reasons: Sentences

    @property
    def title(self) -> str:
        return headline("关于", self.matter_title, "工作事项转为政府购买服务的通知")


KIND = Kind(name="conversion", label=_("转政府购买服务通知"), place=160, series="转", facts=ConversionFacts)
