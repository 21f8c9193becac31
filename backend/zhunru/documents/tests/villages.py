"""What a village gives out or hangs up, of the county's shape."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from zhunru.documents.kinds.certificate import CertificateFacts
from zhunru.documents.kinds.declaration import Earlier
from zhunru.documents.kinds.disclosure import CarriedMatter, DisclosureFacts, ListInForce
from zhunru.documents.kinds.receipt import ReceiptFacts
from zhunru.documents.tests.samples import TODAY, WHOLE_COUNTY

SHANGHAI = ZoneInfo("Asia/Shanghai")
PERSON = "演示䶮𠮷㐂"
"""Not one of these three characters stands in the face of the text."""
VILLAGE = WHOLE_COUNTY[1].model_copy(update={"villages": ["甲日村委会"]})
BOARD = "贡嘎县甲竹林镇甲日村村民委员会"


def certificate(**changed: Any) -> CertificateFacts:
    facts: dict[str, Any] = {
        "addressee": "贡嘎县自然资源局",
        "scope": [VILLAGE],
        "certificate": "农村村民住宅用地情况证明",
        "basis": "《中华人民共和国土地管理法》第六十二条和县《依法出具证明事项清单》第2项",
        "use": "申请农村宅基地审批",
        "person": PERSON,
        "text": "系我村村民，现有住宅1处，位于甲日村二组，没有其他宅基地；"
        "2026年2月20日村民代表会议讨论并公示7日，没有异议",
    }
    return CertificateFacts(**facts | changed)


def receipt(**changed: Any) -> ReceiptFacts:
    facts: dict[str, Any] = {
        "addressee": "中共贡嘎县委社会工作部（演示）",
        "paper": Earlier(number="演社工准〔2026〕1号", issued_on=TODAY),
        "paper_title": "关于同意“农村饮水安全入户排查”工作事项进入村（社区）的通知",
        "township": "甲竹林镇",
        "village": "甲日村委会",
        "way": "系统送达",
        "delivered_at": datetime(2026, 3, 3, 9, 30, tzinfo=SHANGHAI),
        "received_at": datetime(2026, 3, 3, 16, 5, tzinfo=SHANGHAI),
        "received_by": "村党支部书记、村委会主任",
    }
    return ReceiptFacts(**facts | changed)


def disclosure(**changed: Any) -> DisclosureFacts:
    facts: dict[str, Any] = {
        "township": "甲竹林镇",
        "village": "甲日村委会",
        "shown_on": date(2026, 3, 31),
        "matters": [
            CarriedMatter(
                code="540522-CG-0001",
                title="农村饮水安全入户排查",
                department="县水利局",
                number="演社工准〔2026〕1号",
                ends_on=date(2026, 12, 31),
                funding="每年3600元，已到账1800元",
            ),
            CarriedMatter(
                code="540522-CG-0004",
                title="草原防火巡查提醒",
                department="县林业和草原局",
                number="演社工准〔2026〕4号",
            ),
            CarriedMatter(
                code="540522-LS-0002",
                title="第八次全国农牧民住房条件抽样调查入户引导",
                department="县统计局",
                number="演社工准〔2026〕12号",
                ends_on=date(2026, 6, 30),
                funding="一次性1200元",
            ),
        ],
        "lists": [
            ListInForce(
                name=name, edition=edition, number=f"演社工清〔2026〕{no}号", starts_on=date(2026, 3, 10), count=count
            )
            for no, (name, edition, count) in enumerate(
                [
                    ("贡嘎县村（社区）依法履职事项清单", 3, 63),
                    ("贡嘎县村（社区）协助办理事项清单", 3, 92),
                    ("贡嘎县村（社区）工作负面事项清单", 2, 41),
                ],
                start=1,
            )
        ],
        "site": "https://gongga.example/v",
        "complain": ["甲竹林镇人民政府 0893-0000001", "县委社会工作部 0893-0000000"],
    }
    return DisclosureFacts(**facts | changed)
