"""The columns of the table of existing matters: for reading, for the template and for the corrected sheet."""

from decimal import Decimal

from django.utils.translation import gettext as _

from zhunru.configuration.choices import ObjectType
from zhunru.core.text import MAX_TEXT
from zhunru.files.sheets import Column, Kind
from zhunru.files.uploads import MB

MOST_ROWS = 5_000
MOST_BYTES = 5 * MB
MOST_PERSON_DAYS = Decimal("9999.9")
MOST_FUNDS = Decimal("999999999999.99")
MOST_REMARK = 500


def columns() -> tuple[Column, ...]:
    """In the language of whoever asks."""
    kinds = {kind.value: str(kind.label) for kind in ObjectType}
    return (
        Column(
            "department", _("部门"), required=True, max_length=100, aliases=("责任部门", "单位"),
            hint=_("县直部门的全称或简称"),
        ),
        Column("title", _("事项名称"), required=True, max_length=60),
        Column("object_type", _("对象类型"), Kind.CHOICE, required=True, choices=kinds),
        Column(
            "village_duty", _("工作内容（村职责）"), required=True, max_length=MAX_TEXT,
            hint=_("写明村（社区）现在做什么"),
        ),
        Column("document", _("依据文件"), hint=_("没有依据的留空")),
        Column("article", _("条款")),
        Column("version", _("版本日期"), Kind.DATE, hint=_("依据文件公布或修订的日期")),
        Column("frequency", _("频次"), max_length=100),
        Column("person_days", _("每村每月人日"), Kind.NUMBER, places=1, at_most=MOST_PERSON_DAYS),
        Column("funding", _("每村经费"), Kind.NUMBER, at_most=MOST_FUNDS, hint=_("元，没有经费的留空")),
        Column("budget_line", _("经费来源")),
        Column(
            "scope", _("涉及村"), Kind.CODES, required=True, max_length=60, aliases=("涉及村（社区）", "村（社区）"),
            hint=_("填“全县”、乡镇名、村（社区）名或12位代码；同名的请写成“乡镇名+村名”"),
        ),
        Column("starts_on", _("开始日期"), Kind.DATE, required=True, hint=_("记不清的填大致日期")),
        Column("remark", _("备注"), max_length=MOST_REMARK),
    )  # fmt: skip
