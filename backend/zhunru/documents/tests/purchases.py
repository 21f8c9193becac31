"""The papers of one purchase, of the county's shape."""

from datetime import date
from decimal import Decimal
from typing import Any

from zhunru.documents.kinds.acceptance import AcceptanceFacts, Conclusion, Judged, Objection, Panellist
from zhunru.documents.kinds.adjustment import Change
from zhunru.documents.kinds.contract import AcceptancePeriod, Band, BudgetShare, ContractFacts, Payment
from zhunru.documents.kinds.declaration import Earlier, TownshipScope
from zhunru.documents.kinds.parties import Anchor, Attached, ClauseLine, Deliberation, Measure, Party
from zhunru.documents.kinds.supplement import SupplementFacts

PURCHASER, PROVIDER = "贡嘎县农业农村局(演示)", "甲竹林镇甲日村村民委员会"
SIGNED = date(2026, 3, 2)
_SHARED: dict[str, Any] = {
    "scope": [TownshipScope(code="540522101", name="甲竹林镇", villages=["甲日村委会"])],
    "subject": "农村人居环境日常保洁和巡查",
    "purchaser": Party(name=PURCHASER, signatory="演示负责人甲", signed_on=SIGNED),
    "provider": Party(name=PROVIDER, capacity="法定代表人", signatory="演示村主任", signed_on=SIGNED),
}
_CONTRACT = Earlier(number="演社工购〔2026〕1号", issued_on=SIGNED)
_DELIBERATION = Deliberation(
    number="甲日村议〔2026〕3号", on=date(2026, 2, 20), body="村民代表会议", present=27, total=31, result="同意"
)
_FILE = Attached(name="服务区域示意图", sha256="0123456789abcdef" * 4)


def measured(weight: str, **changed: Any) -> Measure:
    facts: dict[str, Any] = {
        "words": "数量",
        "target": "每月不少于8次",
        "tolerance": "少1次以内不扣分",
        "weight": Decimal(weight),
        "evidence": "需要佐证材料",
        "measured_by": "购买主体",
    }
    return Measure(**facts | changed)


CLAUSES = [
    ClauseLine(number="1", kind="服务内容", heading="保洁范围", text="村内主干道、公共厕所和垃圾收集点的日常保洁"),
    ClauseLine(
        number="2",
        kind="服务数量",
        heading="保洁次数",
        text="乙方每月组织保洁不少于8次，逢节前增加1次",
        measure=measured("40"),
    ),
    ClauseLine(
        number="3",
        kind="服务质量",
        heading="公共区域整洁",
        text="甲方每期抽查不少于20处，合格率不低于90%",
        measure=measured("30.5", words="抽查合格率", target="90%", tolerance="", must_pass=True),
    ),
    ClauseLine(
        number="4",
        kind="服务质量",
        heading="垃圾收集点管理",
        text="垃圾日产日清，收集点周边无散落",
        measure=measured(
            "19.5",
            words="分档评定",
            target="3档",
            tolerance="",
            anchors=[
                Anchor(level=3, text="每次巡查均无散落，记录完整"),
                Anchor(level=2, text="偶有散落，当日清理"),
                Anchor(level=0, text="多次散落，三日以上未清理"),
            ],
        ),
    ),
    ClauseLine(
        number="5",
        kind="服务时限",
        heading="巡查月报",
        text="每月5日前以电子方式报送上月巡查情况，不另建纸质台账",
        measure=measured("10", words="时限", target="每月5日前", tolerance="", grace="5天", evidence=""),
    ),
    ClauseLine(
        number="6",
        kind="个人信息保护",
        heading="个人信息",
        text="乙方不因本项服务收集农户身份证号、住址等个人信息；确需处理的，按照《中华人民共和国个人信息保护法》执行",
    ),
    ClauseLine(
        number="7",
        kind="购买主体义务",
        side="purchaser",
        heading="按时付款",
        text="甲方在验收合格之日起30日内付款",
        measure=measured("60", words="时限", target="30日内", tolerance="", evidence="", measured_by="村（社区）"),
    ),
    ClauseLine(
        number="8",
        kind="购买主体义务",
        side="purchaser",
        heading="提供工具和培训",
        text="甲方在开工前提供保洁工具，组织1次培训",
        measure=measured("40", words="是否完成", target="完成", tolerance="", evidence="", measured_by="村（社区）"),
    ),
    ClauseLine(
        number="9", kind="违约责任", heading="违约", text="一方违约的，应当承担继续履行、采取补救措施或者赔偿损失等责任"
    ),
    ClauseLine(
        number="10",
        kind="争议解决",
        heading="争议",
        text="协商不成的，由乡镇、县委社会工作部先后调解；仍不成的，向人民法院起诉",
    ),
]


def contract(**changed: Any) -> ContractFacts:
    facts: dict[str, Any] = {
        **_SHARED,
        "service_code": "C1303",
        "service_name": "农村人居环境服务",
        "content": "甲日村主干道、公共厕所和垃圾收集点的日常保洁，人居环境问题巡查",
        "basis": "不属于村（社区）协助办理事项和工作负面事项，已列入政府购买服务指导性目录",
        "method": "单一来源",
        "from_on": date(2026, 3, 10),
        "to_on": date(2027, 3, 9),
        "price": Decimal("36000"),
        "budget": [
            BudgetShare(
                year=2026,
                function_code="2130126",
                economic_code="30227",
                project="农村人居环境整治",
                amount=Decimal("28000"),
            ),
            BudgetShare(
                year=2027,
                function_code="2130126",
                economic_code="30227",
                project="农村人居环境整治",
                amount=Decimal(8000),
            ),
        ],
        "payments": [
            Payment(no=1, bound_to="合同签订", amount=Decimal("10800"), due="签订之日起15日内"),
            Payment(no=2, bound_to="第1期验收合格", amount=Decimal("18000"), due="验收合格之日起30日内"),
            Payment(no=3, bound_to="第2期验收合格", amount=Decimal("7200"), due="验收合格之日起30日内"),
        ],
        "periods": [
            AcceptancePeriod(no=1, from_on=date(2026, 3, 10), to_on=date(2026, 9, 9)),
            AcceptancePeriod(no=2, from_on=date(2026, 9, 10), to_on=date(2027, 3, 9)),
        ],
        "panel": "由甲方、乙方和服务对象代表3人以上单数组成，服务对象代表不少于1人",
        "clauses": CLAUSES,
        "bands": [
            Band(label="基本满意", least=Decimal(80)),
            Band(label="满意", least=Decimal(90)),
            Band(label="不满意", least=Decimal(0)),
            Band(label="需整改", least=Decimal(60)),
        ],
        "formula": "2026-1",
        "deliberation": _DELIBERATION,
        "attachments": [_FILE],
    }
    return ContractFacts(**facts | changed)


def long_contract(count: int = 60) -> ContractFacts:
    """As many clauses as a large contract has; its tables go over several pages."""
    share = Decimal(100) / count
    weights = [share.quantize(Decimal("0.01"))] * (count - 1)
    weights.append(Decimal(100) - sum(weights))
    clauses = [
        ClauseLine(
            number=str(no),
            kind="服务数量" if no % 3 else "服务质量",
            heading=f"第{no}处公共区域保洁",
            text="乙方按月组织保洁，发现问题当日处置，处置不了的及时告知甲方，记录时间、地点和处置情况",
            measure=measured(str(weight)),
        )
        for no, weight in enumerate(weights, start=1)
    ]
    return contract(clauses=clauses)


PANEL = [
    Panellist(name="演示甲", capacity="甲方代表"),
    Panellist(name="演示乙", capacity="乙方代表"),
    Panellist(name="演示丙", capacity="服务对象代表", recipient=True),
]


def supplement(**changed: Any) -> SupplementFacts:
    facts: dict[str, Any] = {
        **_SHARED,
        "contract": _CONTRACT,
        "no": 1,
        "reason": "新增一处公共厕所，受强降雪影响顺延期限",
        "changes": [
            Change(what="第1条　保洁范围", before="村内主干道、公共厕所和垃圾收集点", after="增加村口新建公共厕所"),
            Change(what="第2条　目标", before="每月不少于8次", after="每月不少于9次"),
        ],
        "price_before": Decimal("36000"),
        "price": Decimal("38400.50"),
        "ended_on": date(2027, 3, 9),
        "to_on": date(2027, 4, 9),
        "deliberation": _DELIBERATION,
    }
    return SupplementFacts(**facts | changed)


def acceptance(**changed: Any) -> AcceptanceFacts:
    facts: dict[str, Any] = {
        **_SHARED,
        "contract": _CONTRACT,
        "period": 1,
        "from_on": date(2026, 3, 10),
        "to_on": date(2026, 9, 9),
        "clauses": [
            Judged(
                number="2",
                heading="保洁次数",
                standard="每月不少于8次",
                actual="共51次，每月8至9次",
                result="达标",
                weight="40",
            ),
            Judged(
                number="3",
                heading="公共区域整洁",
                standard="抽查合格率90%",
                actual="抽查20处，合格17处",
                result="部分达标",
                weight="30.5",
                reason="3处合格标准不符，照片见附件",
            ),
            Judged(
                number="4", heading="垃圾收集点管理", standard="3档", actual="2档", result="部分达标", weight="19.5"
            ),
            Judged(
                number="5",
                heading="巡查月报",
                standard="每月5日前",
                actual="无",
                result="不适用",
                weight="10",
                reason="甲方报送系统未开通",
            ),
        ],
        "duties": [
            Judged(number="7", heading="按时付款", standard="30日内", actual="迟4日", result="部分达标", weight="60")
        ],
        "objections": [Objection(number="3", said="其中1处为施工区域，应当扣除", answer="经核实采纳，已按19处计算")],
        "recipients_opinion": "抽取15户询问，13户满意，2户认为公共厕所夜间照明不足",
        "panel": PANEL,
        "conclusion": Conclusion.PARTLY,
        "score": Decimal("87.35"),
        "band": "基本满意",
        "duty_score": Decimal("60.00"),
        "formula": "2026-1",
        "payment_advice": "建议支付第2期价款16000.00元",
    }
    return AcceptanceFacts(**facts | changed)
