"""One paper of every kind, of the real county's shape: `FACTS["merger"]`."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from zhunru.configuration.choices import Body
from zhunru.documents.kinds import KINDS, SLIPS
from zhunru.documents.kinds.adjustment import AdjustmentFacts, Change
from zhunru.documents.kinds.approval import ApprovalFacts, Instalment
from zhunru.documents.kinds.consolidation import ConsolidationFacts
from zhunru.documents.kinds.conversion import ConversionFacts
from zhunru.documents.kinds.correction import CorrectionFacts
from zhunru.documents.kinds.declaration import Earlier, MatterName, PaperFacts
from zhunru.documents.kinds.deferral import DeferralFacts
from zhunru.documents.kinds.expiry import ExpiryFacts
from zhunru.documents.kinds.extension import ExtensionFacts
from zhunru.documents.kinds.lapse import LapseFacts
from zhunru.documents.kinds.merger import MergerFacts
from zhunru.documents.kinds.not_accepted import ListEntry, NotAcceptedFacts
from zhunru.documents.kinds.provisional import ProvisionalFacts
from zhunru.documents.kinds.refusal import RefusalFacts
from zhunru.documents.kinds.rejection import RejectionFacts
from zhunru.documents.kinds.resumption import ResumptionFacts
from zhunru.documents.kinds.split import SplitFacts, Successor
from zhunru.documents.kinds.suspension import SuspensionFacts
from zhunru.documents.kinds.withdrawal import Petition
from zhunru.documents.tests import composed, lists, purchases, satisfied, villages
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY, approval, withdrawal

SHANGHAI = ZoneInfo("Asia/Shanghai")
ENTERED_AT = datetime(2026, 9, 28, 14, 5, tzinfo=SHANGHAI)

_MATTER: dict[str, Any] = {
    "addressee": "县水利局",
    "matter_title": "农村饮水安全入户排查",
    "matter_code": "540522-CG-0001",
    "scope": ONE_TOWNSHIP,
}
_URGENT = _MATTER | {
    "addressee": "县应急管理局",
    "matter_title": "强降雪受灾群众转移安置",
    "matter_code": "540522-JJ-0003",
}
_APPLICATION: dict[str, Any] = {
    "addressee": "县农业农村局",
    "matter_title": "农牧民住房情况月度统计",
    "submitted_on": date(2026, 2, 24),
}
_DECIDED: dict[str, Any] = {"decision_number": "演联〔2026〕第2次", "decided_on": date(2026, 2, 27)}
_BY_MEETING = _DECIDED | {"decided_by": Body.JOINT_MEETING}
_PAPER = Earlier(number="演社工准〔2026〕1号", issued_on=TODAY)
_REGISTERED = Earlier(number="演社工急〔2026〕1号", issued_on=date(2026, 9, 28))
_REASONS = ["统计内容与县住房和城乡建设局已有报表重复", "按月统计加重村（社区）负担，可以由部门共享数据取得"]


def conditional(**changed: Any) -> ApprovalFacts:
    """An approval with everything that may stand in one; it ratifies a provisional entry."""
    facts: dict[str, Any] = {
        **_BY_MEETING,
        "scope": ONE_TOWNSHIP,
        "object_type": "工作事项",
        "category": "临时类",
        "ends_on": date(2026, 12, 31),
        "workload": "每季度1次，每村（社区）每月约1.5个工作日",
        "funding_due": [
            Instalment(on=date(2026, 4, 30), amount=Decimal("1800")),
            Instalment(on=date(2026, 10, 31), amount=Decimal("1800.50")),
        ],
        "support": "县水利局派出技术人员到村指导，4月底前组织1次业务培训",
        "conditions": ["首期经费到账前不得要求村（社区）开展工作", "入户时间避开虫草采挖季节"],
        "allowed_demands": ["《农村供水工程管护情况表》，每季度填报1次，电子方式报送"],
        "replaces": ["演社工急〔2026〕1号"],
        "complaint_phone": "0893-0000000",
    }
    return approval(**facts | changed)


FACTS: dict[str, PaperFacts] = {
    "approval": conditional(),
    "correction": CorrectionFacts(
        **_APPLICATION,
        defects=["未填写准入依据的具体条款", "未附经费来源证明", "未说明村（社区）每月承担的工作量"],
        working_days=10,
        due_on=date(2026, 3, 16),
    ),
    "not_accepted": NotAcceptedFacts(
        **_APPLICATION | {"matter_title": "协助开展农村危房摸底"},
        reason="该事项属于村（社区）协助办理事项，已有清单规定",
        entry=ListEntry(
            list_name="村（社区）协助办理事项指导清单",
            edition="2026年第1版",
            code="XZ-017",
            title="协助农村住房安全排查",
        ),
    ),
    "rejection": RejectionFacts(**_APPLICATION, **_BY_MEETING, reasons=_REASONS, resubmit_on=date(2026, 8, 27)),
    "deferral": DeferralFacts(
        **_APPLICATION, **_BY_MEETING, reasons=["经费来源尚未落实"], resubmit_on=date(2026, 6, 1)
    ),
    "conversion": ConversionFacts(
        **_APPLICATION | {"matter_title": "村史资料搜集整理"},
        **_BY_MEETING,
        reasons=["该事项不属于村（社区）协助办理事项，适合由市场方式提供"],
    ),
    "consolidation": ConsolidationFacts(
        **_APPLICATION | {"matter_title": "农村供水水质入户抽查"},
        **_BY_MEETING,
        into=MatterName(title="农村饮水安全入户排查", code="540522-CG-0001", number=_PAPER.number),
        reasons=["工作对象、方式和时间与已准入的事项相同"],
    ),
    "provisional": ProvisionalFacts(
        **_URGENT,
        ground="自然灾害：吉雄镇连续强降雪，部分房屋受损，需要立即转移安置群众",
        entered_at=ENTERED_AT,
        registered_at=datetime(2026, 9, 28, 20, 30, tzinfo=SHANGHAI),
        registered_by="吉雄镇人民政府",
        asked=["通知受影响的农户，协助引导转移", "提供村级活动场所作为临时安置点"],
        apply_by_on=date(2026, 10, 12),
        decide_by_on=date(2026, 10, 26),
        ends_on=date(2026, 10, 28),
    ),
    "lapse": LapseFacts(
        **_URGENT,
        paper=_REGISTERED,
        entered_at=ENTERED_AT,
        reason="县应急管理局未在先行进入之日起5个工作日内提交准入申请",
        lapsed_on=date(2026, 10, 13),
    ),
    "adjustment": AdjustmentFacts(
        **_MATTER,
        **_BY_MEETING,
        paper=_PAPER,
        reason="枯水期需要增加排查次数，相应增加工作经费",
        changes=[
            Change(what="工作频次", before="每季度1次", after="每年11月至次年4月每月1次，其他时间每季度1次"),
            Change(what="工作经费", before="每村（社区）3600元", after="每村（社区）5400元"),
        ],
        starts_on=date(2026, 11, 1),
    ),
    "extension": ExtensionFacts(
        **_MATTER,
        **_BY_MEETING,
        paper=_PAPER,
        reason="受持续强降雪影响，部分村（社区）未能按期完成入户排查",
        ended_on=date(2026, 12, 31),
        ends_on=date(2027, 3, 31),
    ),
    "merger": MergerFacts(
        **_MATTER | {"matter_title": "农村供水保障巡查", "matter_code": "540522-CG-0009"},
        **_DECIDED,
        predecessors=[
            MatterName(title="农村饮水安全入户排查", code="540522-CG-0001", number="演社工准〔2026〕1号"),
            MatterName(title="村级供水设施巡护", code="540522-CG-0004", number="演社工准〔2026〕4号"),
            MatterName(title="水源地保护宣传入户", code="540522-LS-0002", number="演社工准〔2026〕12号"),
        ],
        category="常规类",
        content="由县水利局统一组织供水设施巡查、入户排查和水源保护宣传，村（社区）协助引导、通知农户",
        department_duty="制定统一方案，派出技术人员，承担检测，对结果负责",
        township_duty="组织协调，安排时间",
        village_duty="协助引导入户，发现供水设施损坏及时告知",
        starts_on=date(2026, 7, 1),
    ),
    "split": SplitFacts(
        **_MATTER,
        **_DECIDED,
        paper=_PAPER,
        reason="排查与管护周期不同，合在一起难以分别办结",
        successors=[
            Successor(title="农村饮水水质排查", code="540522-CG-0010", village_duty="协助引导入户，通知农户"),
            Successor(
                title="村级供水设施管护",
                code="540522-CG-0011",
                village_duty="发现设施损坏及时告知",
                scope="吉雄居委会、红星居委会",
                funding="每村（社区）每年2400元，从县水利局部门预算列支",
            ),
        ],
        starts_on=date(2026, 7, 1),
    ),
    "expiry": ExpiryFacts(
        **_MATTER,
        paper=_PAPER,
        expired_on=date(2026, 12, 31),
        owed=["2027年1月20日前提交工作完成情况报告", "拨付第二期工作经费每村（社区）1800元"],
    ),
    "withdrawal": withdrawal(
        **_MATTER | {"whole_county": False},
        **_DECIDED,
        completion_report="已完成4个村（社区）310户入户排查，发现的问题已全部整改",
        settlement="工作经费1.44万元已全部拨付到村（社区）",
        closures=[
            "《农村供水工程管护情况表》停止填报，已有资料由县水利局收回归档",
            "“农村供水管护点”牌子由县水利局负责摘除",
        ],
        petition=Petition(villages=3, of=4),
    ),
    "suspension": SuspensionFacts(
        **_MATTER, paper=_PAPER, reason="部门预算未到位，工作经费未按期拨付", suspended_on=date(2026, 5, 11)
    ),
    "resumption": ResumptionFacts(
        **_MATTER,
        paper=_PAPER,
        suspension=Earlier(number="演社工停〔2026〕1号", issued_on=date(2026, 5, 11)),
        reason="工作经费已拨付到村（社区）",
        resumed_on=date(2026, 6, 15),
    ),
    "refusal": RefusalFacts(
        addressee="县农业农村局",
        matter_title="农牧民住房情况月度统计",
        village="扎庆居委会",
        township="吉雄镇",
        asked="每月25日前填报《农牧民住房情况月报表》，并在微信群上传现场照片",
        asked_by="微信群通知",
        asked_on=date(2026, 3, 2),
        refused_on=date(2026, 3, 3),
        reasons=["R1", "R7", "R3"],
    ),
    "list_edition": lists.edition(),
    "list_difference": lists.difference(),
    "contract": purchases.contract(),
    "supplement": purchases.supplement(),
    "acceptance": purchases.acceptance(),
    "satisfaction": satisfied.satisfaction(),
    "erratum": composed.erratum(),
    "rectification": composed.rectification(),
    "interview_notice": composed.interview_notice(),
    "interview_record": composed.interview_record(),
    "circular": composed.circular(),
    "certificate": villages.certificate(),
    "receipt": villages.receipt(),
    "disclosure": villages.disclosure(),
}
assert set(FACTS) == {*KINDS, *SLIPS}
