"""Names and sentences of made-up matters: as like and as unlike one another as real ones are."""

from random import Random
from typing import Any

from zhunru.demo.matters import CONTACT, FIRE_SAFETY, SPRING_WATERING

WHEN = (
    "春季", "夏季", "秋季", "冬季", "年度", "半年", "专项", "首轮", "第二轮", "汛期前", "节前", "试点",
)  # fmt: skip
WHAT = (
    "防汛抗旱", "森林草原防火", "动物防疫", "农机安全", "饮水安全", "土地确权", "垃圾分类", "河湖巡查", "医保参保",
    "养老待遇认证", "控辍保学", "防诈骗", "道路交通安全", "禁毒", "消防安全", "燃气安全", "食品安全", "疫苗接种",
    "妇女病筛查", "残疾人服务", "就业失业登记", "技能培训", "清洁取暖", "农房安全", "地质灾害", "气象预警",
    "春耕备耕", "青稞良种", "牦牛改良", "草原奖补", "造林绿化", "文物保护", "非遗传承", "广播电视", "图书借阅",
    "全民健身", "法律援助", "人民调解", "信访代办", "退役军人", "人口抽样", "经济普查", "社保卡", "数字乡村",
    "快递进村", "小额信贷", "农业保险", "厕所改造", "污水治理", "农村公路", "水源地保护", "湿地保护", "野生动物",
    "校园安全", "心理健康", "家庭教育", "粮食储备", "节约用电",
)  # fmt: skip
ACTS = {
    "work_matter": (
        "入户宣传", "信息登记", "线索摸排", "名单核对", "情况告知", "现场引导", "样本采集", "巡查", "隐患提醒",
        "设施查看", "资料发放", "需求收集", "公示张贴", "物资分发", "应急演练", "政策解读",
    ),
    "mechanism": ("联络站", "工作专班", "服务点"),
    "signboard": ("服务站挂牌", "示范点挂牌", "联系点挂牌"),
    "ledger": ("台账", "情况月报", "登记册", "季度汇总表"),
    "survey": ("问卷调查", "情况调查", "抽样调查"),
    "inspection": ("检查", "现场核查", "满意度评价"),
    "contest": ("先进评选", "示范户评选"),
    "app": ("小程序使用", "信息系统填报", "平台上报"),
    "training": ("骨干培训", "信息员培训", "知识讲座"),
}  # fmt: skip
LEGAL_BASES = (SPRING_WATERING["legal_bases"], FIRE_SAFETY["legal_bases"])
OBJECTIONS = ("人手不足，建议由部门派人", "与现有事项重复", "经费不够，请重新核定", "农忙时节不宜开展")
REASONS = ("与清单事项重复", "依据不充分", "经费没有落实", "村（社区）没有能力承担")
DEMANDS = ("要求填报统计表", "要求安装手机应用", "要求出具居住证明", "要求另建台账", "要求派人值守", "要求挂牌")


class Titles:
    """Names, each given once."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._given: dict[str, int] = {}

    def new(self, object_type: str) -> str:
        name = "".join(self._rng.choice(words) for words in (WHEN, WHAT, ACTS[object_type]))
        self._given[name] = self._given.get(name, 0) + 1
        count = self._given[name]
        return name if count == 1 else f"{name}（第{count}批）"


def content(title: str, rng: Random) -> dict[str, Any]:
    """What an application says in words."""
    return {
        **CONTACT,
        "title": title,
        "necessity": f"{title}关系群众切身利益，需要入村入户说明情况、听取意见。",
        "feasibility": "部门派人随队，村（社区）只需引导，时间安排在农闲。",
        "duty_relation": "属部门自身职责，村（社区）仅协助。",
        "objective": f"按期完成{title}，结果由部门汇总使用",
        "done_criteria": "各村（社区）完成一轮，结果全部移交部门。",
        "department_duty": "编印材料，派人到场，汇总结果，拨付经费",
        "township_duty": "协调各村（社区）的时间",
        "village_duty": f"协助{title}，引导工作人员入户，告知村（居）民",
        "frequency": rng.choice(("一年一轮", "每季度一次", "每月一次", "一次性")),
        "legal_bases": rng.choice(LEGAL_BASES),
        "budget_line": "部门项目支出",
    }
