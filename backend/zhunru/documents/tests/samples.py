"""Facts for papers, of the real county's shape."""

from datetime import date
from typing import Any

from zhunru.documents import composing, fonts, kinds
from zhunru.documents.kinds import Kind
from zhunru.documents.kinds.approval import ApprovalFacts, Basis
from zhunru.documents.kinds.declaration import PaperFacts, TownshipScope
from zhunru.documents.kinds.withdrawal import WithdrawalFacts

OFFICE = "中共贡嘎县委社会工作部(演示)"
TODAY = date(2026, 3, 2)
CODE = "7K3MQ9XW2F47"

_COUNTY = {
    "吉雄镇": "扎庆居委会 吉雄居委会 红星居委会 刘琼村委会",
    "甲竹林镇": "甲竹林居委会 朗杰林居委会 沃拉居委会 新村村委会 甲日村委会 甲日普村委会",
    "杰德秀镇": "杰德秀居委会 斯麦居委会 果吉村委会",
    "岗堆镇": "岗堆村委会 吉纳村委会 乃萨村委会 普努村委会 多丁村委会 普雄村委会 森布日村委会 托嘎村委会 雪岗村委会",
    "江塘镇": "江塘村委会 保吾村委会 岗巴村委会 娘索村委会",
    "朗杰学乡": "朗杰学村委会 江雄村委会 朗达村委会 岗则村委会",
    "昌果乡": "昌果村委会 岗旦村委会 普夏村委会 团结新村",
    "东拉乡": "广嘎村委会 东拉村委会 岗巴村委会 玉曲村委会 芝龙村委会 吉琼村委会",
    "克西乡": "秀吾村委会 克西村委会 白康村委会",
}
WHOLE_COUNTY = [
    TownshipScope(code=f"5405221{no:02d}", name=name, villages=villages.split())
    for no, (name, villages) in enumerate(_COUNTY.items())
]
ONE_TOWNSHIP = WHOLE_COUNTY[:1]


def approval(**changed: Any) -> ApprovalFacts:
    """An approval for all 43 villages, unless `changed` says otherwise."""
    facts: dict[str, Any] = {
        "addressee": "县水利局",
        "matter_title": "农村饮水安全入户排查",
        "matter_code": "540522-CG-0001",
        "scope": WHOLE_COUNTY,
        "whole_county": changed.get("scope") is None,
        "category": "新增常规类",
        "content": "由县水利局技术人员入户排查农村供水工程管护和水质情况，村（社区）协助引导、通知农户",
        "bases": [
            Basis(document="中华人民共和国水法", article="第三十三条", version="2016年修正"),
            Basis(document="农村供水条例", article="第十二条"),
        ],
        "starts_on": date(2026, 3, 10),
        "department_duty": "制定排查方案，派出技术人员，承担检测，对结果负责",
        "township_duty": "组织协调，安排时间",
        "village_duty": "协助引导入户，反映群众意见",
        "funding": "每村（社区）核定工作经费3600元，从县水利局部门预算列支",
        "decision_number": "演常〔2026〕第3次",
        "decided_on": date(2026, 2, 27),
    }
    return ApprovalFacts(**{**facts, **changed})


def withdrawal(**changed: Any) -> WithdrawalFacts:
    facts: dict[str, Any] = {
        "addressee": "县水利局",
        "matter_title": "农村饮水安全入户排查",
        "matter_code": "540522-CG-0001",
        "scope": WHOLE_COUNTY,
        "whole_county": True,
        "approval_number": "演社工准〔2026〕1号",
        "approved_on": TODAY,
        "reason": "排查任务已全部办结",
        "withdrawn_on": date(2026, 6, 30),
    }
    return WithdrawalFacts(**{**facts, **changed})


def paper(facts: PaperFacts | None = None, kind: Kind = kinds.APPROVAL, **changed: Any) -> composing.Paper:
    drawn: dict[str, Any] = {
        "kind": kind,
        "facts": facts or approval(),
        "number": "演社工准〔2026〕1号",
        "code": CODE,
        "link": f"https://gongga.example/v/{CODE}",
        "issued_on": TODAY,
        "organ": OFFICE,
        "seal_mm": 42.0,
        "demo": True,
        "substitution": fonts.font_set().substitution,
    }
    return composing.Paper(**{**drawn, **changed})
