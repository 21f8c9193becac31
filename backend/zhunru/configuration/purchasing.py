"""Parameters of purchased services; where a law sets a bound, the county may be stricter, never laxer."""

from decimal import Decimal

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, ConfigDict

from zhunru.configuration.parameters import other, switch, whole, working_days
from zhunru.core.text import Money


class PurchaseSettings(BaseModel):
    """Rules P-02 to P-14."""

    model_config = ConfigDict(extra="forbid")

    term_years: int = whole(1, _("合同期限"), "purchases", "years", most=3)
    term_years_max: int = whole(
        3, _("说明理由后的最长合同期限"), "purchases", "years", most=3, help=_("经费有保障、服务内容稳定的")
    )
    procurement_threshold: Money = other(
        Decimal(300_000), _("适用政府采购法的限额标准"), "purchases", "yuan", help=_("合同金额达到此值的适用政府采购法")
    )
    sign_within_days: int = whole(
        30, _("确定承接主体后的签订期限"), "purchases", "calendar_days", most=30, help=_("适用政府采购法的")
    )
    filing_days: int = working_days(7, _("合同备案期限"), "purchases", most=7, help=_("适用政府采购法的"))
    publication_days: int = working_days(2, _("合同公告期限"), "purchases", most=2, help=_("适用政府采购法的"))
    supplement_max_percent: int = whole(
        10, _("补充合同累计上限"), "purchases", "percent", least=0, most=10, help=_("占原合同金额的百分比")
    )
    retention_max_percent: int = whole(
        10, _("质量保留金上限"), "purchases", "percent", least=0, most=10, help=_("占合同金额的百分比")
    )
    confirm_deliverable_days: int = working_days(5, _("服务记录确认期限"), "purchases", most=30)
    silence_confirms_deliverables: bool = switch(True, _("服务记录逾期未答复视为确认"), "purchases")
    defence_days: int = working_days(5, _("村（社区）申辩期限"), "purchases", most=30)
    defence_answer_days: int = working_days(5, _("答复申辩期限"), "purchases", most=30)
    panel_min: int = whole(3, _("验收小组最少人数"), "purchases", "people", least=3, most=15, help=_("应为单数"))
    payment_days: int = whole(
        30, _("支付期限"), "purchases", "calendar_days", most=60, help=_("自验收合格或者约定节点达成之日起")
    )
    payment_days_max: int = whole(60, _("合同可约定的最长支付期限"), "purchases", "calendar_days", most=60)
    archive_years: int = whole(15, _("合同档案保存期限"), "purchases", "years", least=15, most=100)
