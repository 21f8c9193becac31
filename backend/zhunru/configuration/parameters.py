"""Kinds of parameters: each has a title, a unit, bounds and its group on the settings page.

Titles are marked for translation here and translated where they are served.
"""

from typing import Any, Literal

from django.utils.translation import gettext_noop as _
from pydantic import Field

Group = Literal[
    "receipt", "review", "decision", "issue", "terms", "urgent", "exit", "voice", "lists", "purchases", "files",
    "courses", "forms",
]  # fmt: skip

GROUPS: dict[Group, str] = {
    "receipt": _("申报与受理"),
    "review": _("审核与征求意见"),
    "decision": _("决定"),
    "issue": _("印发与公开"),
    "terms": _("有效期与提醒"),
    "urgent": _("先进后批"),
    "exit": _("调整与退出"),
    "voice": _("村（社区）意见"),
    "lists": _("三张清单"),
    "purchases": _("购买服务"),
    "files": _("附件"),
    "courses": _("办理程序"),
    "forms": _("申请表"),
}
REQUEST_KINDS = {
    "admit": _("新增准入"),
    "adjust": _("调整"),
    "extend": _("延期"),
    "merge": _("合并"),
    "split": _("拆分"),
    "withdraw": _("取消（撤销）"),
}
UNITS = {
    "working_days": _("个工作日"),
    "calendar_days": _("天"),
    "hours": _("小时"),
    "months": _("个月"),
    "years": _("年"),
    "villages": _("个村（社区）"),
    "people": _("人"),
    "times": _("次"),
    "bytes": _("字节"),
    "yuan": _("元"),
    "switch": _("开关"),
    "ratio": _("比例"),
    "percent": _("百分比"),
    "month_day": _("月-日"),
    "choice": _("选项"),
}


def whole(default: int, title: str, group: Group, unit: str, *, least: int = 1, most: int, help: str = "") -> Any:
    """A whole number from `least` to `most`."""
    return Field(
        default,
        ge=least,
        le=most,
        strict=True,
        title=title,
        description=help or None,
        json_schema_extra=_about(group, unit),
    )


def working_days(default: int, title: str, group: Group, *, least: int = 1, most: int = 120, help: str = "") -> Any:
    return whole(default, title, group, "working_days", least=least, most=most, help=help)


def limit_or_usual(title: str) -> Any:
    """A limit of a course; None for the usual one."""
    about = _about("courses", "working_days")
    return Field(None, ge=1, le=120, strict=True, title=title, json_schema_extra=about)


def switch(default: bool, title: str, group: Group, *, help: str = "") -> Any:
    return Field(default, strict=True, title=title, description=help or None, json_schema_extra=_about(group, "switch"))


def other(default: Any, title: str, group: Group, unit: str, *, help: str = "", **bounds: Any) -> Any:
    """A parameter of any other kind. A list or object is copied for each use."""
    about = _about(group, unit)
    if callable(default):  # also of a class
        return Field(default_factory=default, title=title, description=help or None, json_schema_extra=about, **bounds)
    return Field(default, title=title, description=help or None, json_schema_extra=about, **bounds)


def _about(group: Group, unit: str) -> dict[str, Any]:
    return {"group": group, "unit": unit}
