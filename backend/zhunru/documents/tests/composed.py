"""The papers that the office writes by hand, of the county's shape."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from zhunru.documents.kinds.circular import CircularFacts
from zhunru.documents.kinds.declaration import Earlier
from zhunru.documents.kinds.erratum import ErratumFacts, Reading
from zhunru.documents.kinds.interview_notice import InterviewNoticeFacts
from zhunru.documents.kinds.interview_record import Agreed, Attendant, InterviewRecordFacts
from zhunru.documents.kinds.rectification import Finding, RectificationFacts
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY

MEETS_AT = datetime(2026, 3, 9, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
_ADDRESSEE = "县农业农村局"
_PHONE = "0893-0000000"


def erratum(**changed: Any) -> ErratumFacts:
    facts: dict[str, Any] = {
        "addressee": "县水利局",
        "scope": ONE_TOWNSHIP,
        "copies": ["吉雄镇人民政府"],
        "paper": Earlier(number="演社工准〔2026〕1号", issued_on=TODAY),
        "paper_title": "关于同意“农村饮水安全入户排查”工作事项进入村（社区）的通知",
        "readings": [
            Reading(
                place="三、准入范围", reads="4个村（社区），含刘琼居委会", should_read="4个村（社区），含刘琼村委会"
            ),
            Reading(place="六、经费保障", reads="2026年4月31日前拨付", should_read="2026年4月30日前拨付"),
        ],
        "reason": "录入时将村（社区）类型和拨付日期误写",
    }
    return ErratumFacts(**facts | changed)


def rectification(**changed: Any) -> RectificationFacts:
    facts: dict[str, Any] = {
        "addressee": _ADDRESSEE,
        "copies": ["县纪委监委机关", "吉雄镇人民政府"],
        "subject": "未经准入要求村（社区）填报报表",
        "found_on": date(2026, 3, 2),
        "findings": [
            Finding(
                found="要求吉雄镇4个村（社区）每月25日前填报《农牧民住房情况月报表》，该事项未经准入",
                rule="《关于建立村（社区）工作事项准入制度的指导意见（试行）》第二部分第（一）项",
            ),
            Finding(found="报表未标明表号、制定机关、批准文号和有效期限", rule="《中华人民共和国统计法》第十七条"),
        ],
        "demands": [
            "立即停止要求村（社区）填报该报表，删除已经建立的微信工作群",
            "对本单位要求村（社区）填报的报表逐项清理",
        ],
        "due_on": date(2026, 3, 16),
        "report": "整改情况以书面形式加盖公章报送我单位，并附停止填报的通知",
        "phone": _PHONE,
    }
    return RectificationFacts(**facts | changed)


def interview_notice(**changed: Any) -> InterviewNoticeFacts:
    facts: dict[str, Any] = {
        "addressee": _ADDRESSEE,
        "copies": ["县纪委监委机关"],
        "invited": ["县农业农村局主要负责人", "县农业农村局分管负责人"],
        "held_by": "县委社会工作部主要负责人",
        "meets_at": MEETS_AT,
        "where": "县委社会工作部会议室",
        "reasons": ["整改期限届满，仍要求2个村（社区）填报《农牧民住房情况月报表》", "未按整改通知书要求报送整改情况"],
        "bring": ["整改情况说明", "本单位要求村（社区）填报的报表清单"],
        "phone": _PHONE,
    }
    return InterviewNoticeFacts(**facts | changed)


def interview_record(**changed: Any) -> InterviewRecordFacts:
    facts: dict[str, Any] = {
        "addressee": _ADDRESSEE,
        "copies": [_ADDRESSEE, "县纪委监委机关"],
        "met_at": MEETS_AT,
        "where": "县委社会工作部会议室",
        "chair": Attendant(unit="县委社会工作部", post="主要负责人"),
        "present": [
            Attendant(unit="县农业农村局", post="主要负责人"),
            Attendant(unit="县农业农村局", post="分管负责人"),
            Attendant(unit="县委社会工作部", post="分管负责人"),
            Attendant(unit="县纪委监委机关", post="党风政风监督室负责人"),
        ],
        "absent": [Attendant(unit="县统计局", post="分管负责人")],
        "listening": [Attendant(unit="吉雄镇人民政府", post="分管负责人")],
        "notice": Earlier(number="演社工约〔2026〕1号", issued_on=date(2026, 3, 4)),
        "reasons": ["整改期限届满，仍要求2个村（社区）填报《农牧民住房情况月报表》"],
        "said": ["报表系自行设计，未经统计部门审批", "整改通知书收到后未及时传达到业务股室"],
        "agreed": [
            Agreed(what="停止填报，书面通知吉雄镇4个村（社区）", by="县农业农村局", until_on=date(2026, 3, 11)),
            Agreed(what="从已有系统提取住房数据，提供数据共享方式", by="县农业农村局", until_on=date(2026, 3, 31)),
            Agreed(what="到4个村（社区）核实是否停止填报", by="县委社会工作部", until_on=date(2026, 4, 10)),
        ],
    }
    return InterviewRecordFacts(**facts | changed)


def circular(**changed: Any) -> CircularFacts:
    facts: dict[str, Any] = {
        "addressee": "各乡镇人民政府，县级各部门，各人民团体",
        "subject": "2026年第一季度未经准入事项进入村（社区）情况",
        "approval_number": "演批〔2026〕12号",
        "approved_on": date(2026, 3, 1),
        "happened": [
            "第一季度共核查9个乡镇43个村（社区），发现未经准入向村（社区）提出的要求3项，涉及2个部门、6个村（社区）",
            "村（社区）依照制度拒绝2项，另有1项已由村（社区）填报两个月",
        ],
        "causes": ["对准入制度不熟悉，以工作群通知代替批准文书", "报表数据未共享，层层重复要求"],
        "handled": ["对县农业农村局印发整改通知书并约谈主要负责人", "已填报的报表停止使用，数据由部门自行提取"],
        "asked": [
            "各部门向村（社区）提出要求之前，应当先申请准入，持批准文书进入",
            "各乡镇应当支持村（社区）依照清单拒绝未经准入的要求",
            "各部门于2026年4月10日前对本部门要求村（社区）填报的报表、建立的工作群和悬挂的牌子自查一遍",
        ],
    }
    return CircularFacts(**facts | changed)
