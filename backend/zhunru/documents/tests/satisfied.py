"""What a contract came to over its periods, of the county's shape."""

from datetime import date
from decimal import Decimal
from typing import Any

from zhunru.documents.kinds.declaration import Earlier
from zhunru.documents.kinds.satisfaction import PeriodResult, SatisfactionFacts, Scored
from zhunru.documents.tests.purchases import PROVIDER, SIGNED
from zhunru.documents.tests.villages import VILLAGE


def scored(number: str, heading: str, standard: str, actual: str, result: str, weight: str, score: str) -> Scored:
    return Scored(
        number=number, heading=heading, standard=standard, actual=actual, result=result, weight=weight, score=score
    )


PERIODS = [
    PeriodResult(
        no=1,
        from_on=date(2026, 3, 10),
        to_on=date(2026, 9, 9),
        acceptance=Earlier(number="演社工验〔2026〕1号", issued_on=date(2026, 9, 21)),
        clauses=[
            scored("2", "保洁次数", "每月不少于8次", "共51次，每月8至9次", "达标", "40", "100"),
            scored("3", "公共区域整洁", "抽查合格率90%", "抽查19处，合格17处", "部分达标", "30.5", "89.47"),
            scored("4", "垃圾收集点管理", "3档", "2档", "部分达标", "19.5", "66.67"),
            scored("5", "巡查月报", "每月5日前", "甲方报送系统未开通", "不适用", "10", ""),
        ],
        score=Decimal("89.21"),
        band="基本满意",
    ),
    PeriodResult(
        no=2,
        from_on=date(2026, 9, 10),
        to_on=date(2027, 3, 9),
        acceptance=Earlier(number="演社工验〔2027〕1号", issued_on=date(2027, 3, 18)),
        clauses=[
            scored("2", "保洁次数", "每月不少于8次", "共54次，每月9次", "达标", "40", "100"),
            scored("3", "公共区域整洁", "抽查合格率90%", "抽查20处，合格19处", "达标", "30.5", "100"),
            scored("4", "垃圾收集点管理", "3档", "3档", "达标", "19.5", "100"),
            scored("5", "巡查月报", "每月5日前", "6个月均按时报送", "达标", "10", "100"),
        ],
        score=Decimal("100.00"),
        band="满意",
    ),
]


def satisfaction(**changed: Any) -> SatisfactionFacts:
    facts: dict[str, Any] = {
        "addressee": f"贡嘎县农业农村局（演示），{PROVIDER}",
        "scope": [VILLAGE],
        "subject": "农村人居环境日常保洁和巡查",
        "contract": Earlier(number="演社工购〔2026〕1号", issued_on=SIGNED),
        "purchaser": "贡嘎县农业农村局（演示）",
        "provider": PROVIDER,
        "periods": PERIODS,
        "total": Decimal("94.61"),
        "band": "满意",
        "formula": "2026-1",
        "formula_words": "每期得分为各条得分按权重加权平均，不适用的条款不计入；总得分为各期得分的平均",
    }
    return SatisfactionFacts(**facts | changed)
