"""What the demonstration's papers say. Places are those of the county, posts stand for people, nothing has happened."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

DEPARTMENT = "贡嘎县农业农村局"
PHONE = "0893-0000000"
RULE = "《关于建立村（社区）工作事项准入制度的指导意见（试行）》第二部分第（一）项"
FORM = "《演示农牧民住房情况月报表》"
ERRATUM: dict[str, Any] = {
    "readings": [
        {
            "place": "三、整改要求第（二）项",
            "reads": "逐项清理报表",
            "should_read": "逐项清理报表和微信工作群",
        }
    ],
    "reason": "录入时漏写",
}
VOID = "统计口径有误，通报作废，核实后另行印发"
REFUSED = "所列问题与受访村（社区）记录不一致，请核实后再报"
WITH_GAPS: dict[str, Any] = {
    "addressee": "各乡镇人民政府，县级各部门，各人民团体",
    "subject": "未经准入事项进入村（社区）核查情况",
    "happened": ["演示：共核查9个乡镇43个村（社区），发现未经准入的要求1项"],
    "asked": ["各部门向村（社区）提出要求之前，应当先申请准入，持批准文书进入"],
}
"""A circular that no leader has approved yet."""
TEMPLATE_NOTE = "写明跟踪核实的期限"
SUPPLIED_SENTENCE = "议定事项由我单位跟踪核实，逾期未落实的按照规定处理。"
OWN_SENTENCE = "议定事项由我单位在期满后十个工作日内跟踪核实，逾期未落实的按照规定处理。"


def rectification(found_on: date) -> dict[str, Any]:
    """A form that was asked of villages without admission."""
    return {
        "addressee": DEPARTMENT,
        "copies": ["吉雄镇人民政府"],
        "subject": "未经准入要求村（社区）填报报表",
        "found_on": found_on.isoformat(),
        "findings": [{"found": f"演示：要求4个村（社区）每月填报{FORM}，该事项未经准入", "rule": RULE}],
        "demands": ["立即停止要求村（社区）填报该报表", "对要求村（社区）填报的事项逐项清理报表"],
        "due_on": (found_on + timedelta(days=14)).isoformat(),
        "report": "整改情况以书面形式加盖公章报送我单位",
        "phone": PHONE,
    }


def returned(found_on: date) -> dict[str, Any]:
    """One that the head did not agree to."""
    return rectification(found_on) | {
        "addressee": "贡嘎县应急管理局",
        "copies": [],
        "subject": "未经准入要求村（社区）建立工作群",
        "findings": [{"found": "演示：要求3个村（社区）建立微信工作群并每日签到，该事项未经准入", "rule": RULE}],
        "demands": ["立即解散该工作群"],
    }


def interview(meets_on: date, earlier: str) -> dict[str, Any]:
    """The department of the earlier paper is asked to come."""
    return {
        "addressee": DEPARTMENT,
        "invited": [f"{DEPARTMENT}主要负责人", f"{DEPARTMENT}分管负责人"],
        "held_by": "县委社会工作部主要负责人",
        "meets_at": timezone.make_aware(datetime.combine(meets_on, time(10))).isoformat(),
        "where": "县委社会工作部会议室",
        "reasons": [f"演示：整改通知书（{earlier}）期限届满，仍要求2个村（社区）填报{FORM}"],
        "bring": ["整改情况说明", "本单位要求村（社区）填报的报表清单"],
        "phone": PHONE,
    }


def circular(approved_on: date) -> dict[str, Any]:
    """A whole one."""
    return WITH_GAPS | {
        "approval_number": "演示批9号",
        "approved_on": approved_on.isoformat(),
        "causes": ["对准入制度不熟悉，以工作群通知代替批准文书"],
        "handled": ["已印发整改通知书，该报表停止使用"],
    }
