"""The form's own part for each type of object: a typed catalogue of further fields, and their check.

The four legal marks of a statistical form (统计法: 表号、制定机关、批准或者备案文号、有效期限) are asked for ledgers
and surveys, the level of the basis for mechanisms and boards; the others the county may leave out (`Settings.forms`).
"""

from dataclasses import dataclass, replace
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhunru.configuration.choices import ObjectType

Kind = Literal["text", "number", "date", "choice", "boolean"]
Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Field:
    """One further field of the form; `fixed` ones are always asked for, as the law or the opinion wants them."""

    name: str
    label: Words
    kind: Kind
    required: bool = True
    fixed: bool = False
    choices: tuple[tuple[str, Words], ...] = ()
    least: int = 0
    most: int = 0
    """Bounds of a number; of a text, `most` is its greatest length."""
    help: Words = ""


def _text(name: str, label: Words, *, most: int = 200, help: Words = "", required: bool = True) -> Field:
    return Field(name=name, label=label, kind="text", most=most, help=help, required=required)


def _number(name: str, label: Words, *, least: int = 0, most: int, help: Words = "") -> Field:
    return Field(name=name, label=label, kind="number", least=least, most=most, help=help)


def _choice(name: str, label: Words, *choices: tuple[str, Words], help: Words = "") -> Field:
    return Field(name=name, label=label, kind="choice", choices=choices, help=help)


def _boolean(name: str, label: Words, *, help: Words = "") -> Field:
    return Field(name=name, label=label, kind="boolean", help=help)


LEGAL_MARKS = tuple(
    replace(field, fixed=True)
    for field in (
        _text("form_code", _("表号"), most=50),
        _text("issuing_body", _("制定机关"), most=100),
        _text("approval_number", _("批准（备案）文号"), most=100),
        Field(name="valid_until", label=_("有效期限"), kind="date", help=_("报表印制的有效期截止日")),
    )
)
BASIS_LEVEL = replace(
    _choice(
        "basis_level",
        _("依据层级"),
        ("central", _("中央")),
        ("provincial", _("省（自治区、直辖市）")),
        help=_("没有中央或省级依据的，不得设置"),
    ),
    fixed=True,
)
FREQUENCY = _choice(
    "frequency",
    _("频次"),
    ("once", _("一次性")),
    ("yearly", _("每年")),
    ("half_yearly", _("每半年")),
    ("quarterly", _("每季度")),
    ("monthly", _("每月")),
)

CATALOGUE: dict[ObjectType, tuple[Field, ...]] = {
    ObjectType.WORK_MATTER: (),
    ObjectType.MECHANISM: (
        BASIS_LEVEL,
        _number("members", _("村（社区）成员人数"), least=1, most=100, help=_("只填人数，不填姓名")),
        _number("meetings", _("每年会议次数"), most=52),
    ),
    ObjectType.SIGNBOARD: (
        BASIS_LEVEL,
        _text("wording", _("牌匾文字"), most=100),
        _text("position", _("悬挂位置"), most=100),
        _text("size", _("尺寸"), most=50, help=_("如 50 cm × 300 cm")),
    ),
    ObjectType.LEDGER: (
        *LEGAL_MARKS,
        _text("fields", _("填报项目"), most=4000, help=_("逐项列出需要填写的内容")),
        FREQUENCY,
        _boolean("electronic", _("以电子方式填报"), help=_("能以电子方式填报的，不再要求纸质件")),
    ),
    ObjectType.SURVEY: (
        *LEGAL_MARKS,
        _text("respondents", _("调查对象"), most=200),
        FREQUENCY,
    ),
    ObjectType.INSPECTION: (
        _number("visits_per_year", _("每年到村次数"), least=1, most=104),
        _choice(
            "method",
            _("检查方式"),
            ("on_site", _("实地查看")),
            ("unannounced", _("随机抽查")),
            ("existing_data", _("调取已有数据")),
            ("interview", _("走访群众")),
            help=_("不得以工作截图、录像作为评判依据"),
        ),
    ),
    ObjectType.CONTEST: (
        FREQUENCY,
        _text("prize", _("奖励"), most=200, help=_("没有奖励的填“无”")),
        _boolean("voluntary", _("村（社区）自愿参加")),
    ),
    ObjectType.APP: (
        _text("app_name", _("应用程序名称"), most=100),
        _choice(
            "installed_by",
            _("由谁安装使用"),
            ("township", _("乡镇工作人员")),
            ("village", _("村（社区）工作人员")),
            ("residents", _("居民自愿")),
        ),
        _text("data", _("采集的数据"), most=4000),
    ),
    ObjectType.TRAINING: (
        _number("days", _("培训天数"), least=1, most=60),
        _number("people", _("每村（社区）参加人数"), least=1, most=100),
        _boolean("online", _("可线上参加")),
    ),
}


def fields_of(object_type: str, hidden: frozenset[str] = frozenset()) -> tuple[Field, ...]:
    """The further fields of that type's form, without those that the county has chosen to leave out."""
    return tuple(field for field in CATALOGUE[ObjectType(object_type)] if field.fixed or field.name not in hidden)
