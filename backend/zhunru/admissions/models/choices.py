"""The words of an application that are chosen, not written."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RequestKind(models.TextChoices):
    """What is asked for (clause 1.3c: 该进则进、该退则退，宜并则并、宜分则分)."""

    ADMIT = "admit", _("新增准入")
    ADJUST = "adjust", _("调整")
    EXTEND = "extend", _("延期")
    MERGE = "merge", _("合并")
    SPLIT = "split", _("拆分")
    WITHDRAW = "withdraw", _("取消（撤销）")


class Assessment(models.TextChoices):
    """How the work is looked at afterwards. Never free text: a village bears no target assessment."""

    NONE = "none", _("不考核村（社区）")
    BY_CONTRACT = "by_contract", _("按购买服务合同条款评定")
    COUNTY_COMPREHENSIVE = "county_comprehensive", _("纳入县级综合考核，不单独考核")


class FundingChannel(models.TextChoices):
    TOWNSHIP = "township", _("拨付至乡镇，由乡镇转拨村（社区）")
    DIRECT = "direct", _("直接拨付至村（社区）")


class Demand(models.TextChoices):
    """What comes along with a matter; each is checked by itself."""

    SIGNBOARD = "signboard", _("挂牌")
    LEDGER = "ledger", _("建立台账")
    FORM = "form", _("填报表格")
    APP = "app", _("安装或使用应用程序")
    CERTIFICATE = "certificate", _("出具证明")


class Ground(models.TextChoices):
    """Why a matter leaves the villages (clause 1.3c 该退则退)."""

    DONE = "done", _("工作已完成")
    TERM = "term", _("期限届满")
    PETITION = "petition", _("村（居）民普遍不认可")
    BASIS = "basis", _("准入依据废止或变更")
    SUPPORT = "support", _("经费和条件不落实")
    REPLACED = "replaced", _("由其他事项或购买服务替代")
    UNCONFIRMED = "unconfirmed", _("年度复核未确认")
