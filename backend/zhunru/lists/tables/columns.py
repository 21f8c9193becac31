"""The columns of a list, as it is printed, exported and read again; and how county offices write them."""

import re
import unicodedata

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunru.core.text import MAX_TEXT
from zhunru.divisions.models import Village
from zhunru.files.sheets import (
    BLANKS,
    BOOK_MARKS,
    DOCUMENT_NUMBERS,
    HALF_WIDTH,
    ONE_LINE,
    Column,
    Kind,
    Rewrite,
    prefixed,
)
from zhunru.files.uploads import MB
from zhunru.lists import legal_bases

MOST_ROWS = 1_000
MOST_BYTES = 10 * MB
YES, NO = "是", "否"
"""How a difference from the guide list is written."""
_DIGITS = "零一二三四五六七八九"
_ARTICLE = re.compile(r"第\s*(\d{1,3})\s*([条款])")
_ITEM = re.compile(r"(?:^|(?<=[；;。\n]))\s*(?:\d{1,2}[.、．]|[（(]\d{1,2}[)）])\s*(?=[^；;\n]*《)")
_ACCORDING = re.compile(r"(?:根据|依据|依照|按照)(?=[^《》，。；;]*《)")
_PROVIDES = re.compile(r"(?<=[条款项》])(?:中?的?(?:有关|相关)?(?:规定|要求)(?:精神)?)")
_NEXT_LINE = re.compile(r"[；;，,、。]?\s*\n\s*(?=[^\n]*《)")
_INNER_PREFIX = re.compile(r"(?<=[；;。，,\s])(?:法律|政策|实施)?依据\s*[:：]\s*")
_CODE = re.compile(r"([SAN])[-‐‑–—_ ]?(\d{1,6})\Z")
_KINDS = {
    "村": "行政村",
    "社区": "社区（居委会）",
    "居委会": "社区（居委会）",
    "城市社区": "社区（居委会）",
    "牧区村": "牧业村",
    "牧业社区": "牧业村",
}
_BASES = (
    "依据", "法律依据", "政策依据", "实施依据", "法律法规依据", "法规政策依据", "法律法规政策依据",
    "法律法规和政策依据", "法律和政策依据", "法律、政策依据", "政策法规依据", "法定依据", "设定依据",
    "依据文件", "主要依据",
)  # fmt: skip
_ALL = ("全部", "所有", "全县", "所有村", "全部村（社区）", "所有村（社区）", "各村（社区）", "村（社区）", "不限")
_DIFFERENT = {"有": "是", "有差异": "是", "不同": "是", "不一致": "是", "新增": "是", "√": "是", "✓": "是"}
_SAME = {
    "无": "否",
    "无差异": "否",
    "一致": "否",
    "相同": "否",
    "没有": "否",
    "×": "否",
    "—": "否",
    "-": "否",
    "/": "否",
}


def numeral(number: int) -> str:
    """9 is 九, 12 is 十二, 105 is 一百零五; below 1,000."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones or not number else "")


def _basis(text: str) -> str:
    """A legal basis as `legal_bases.parse` takes it, as far as that can be said; what it takes stays as it is."""
    text = _ARTICLE.sub(lambda found: f"第{numeral(int(found[1]))}{found[2]}", text)
    if legal_bases.parse(text):
        return text
    for pattern in (_ITEM, _INNER_PREFIX, _ACCORDING, _PROVIDES):
        text = pattern.sub("", text)
    return text


def _code(text: str) -> str:
    found = _CODE.match(unicodedata.normalize("NFKC", text).upper())
    return f"{found[1]}-{int(found[2]):03}" if found else text


def _kinds(text: str) -> str:
    words = [word for word in re.split(r"[、，,；;/\s和及]+", text) if word]
    return "、".join(_KINDS.get(word, word) for word in words) if any(word in _KINDS for word in words) else text


def _deviates(text: str) -> str:
    return (_DIFFERENT | _SAME).get(text, text)


LINES_OF_BASES = Rewrite(lambda text: _NEXT_LINE.sub("；", text), gettext_lazy("分行的依据以分号隔开"))
ONE_WAY = Rewrite(_basis, gettext_lazy("按“《文件》第几条”的写法整理"))
PREFIX = prefixed("法律政策依据", "法律依据", "政策依据", "实施依据", "依据")
CODE = Rewrite(_code, gettext_lazy("按本系统编码的写法整理"))
KINDS = Rewrite(_kinds, gettext_lazy("按村（社区）类型的名称理解"))
DEVIATES = Rewrite(_deviates, gettext_lazy("按“是”“否”理解"))


@translation.override(settings.LANGUAGE_CODE)
def columns() -> tuple[Column, ...]:
    """In the county's language, whoever asks: a table that went out comes in. Named like the columns of an entry."""
    line = (ONE_LINE, HALF_WIDTH)
    kinds = {kind.value: str(kind.label) for kind in Village.Kind}
    return (
        Column("seq", _("序号"), max_length=20, rewrites=(HALF_WIDTH,), counting=True),
        Column("code", _("编码"), max_length=40, aliases=("编号", "事项编码", "事项编号"), blanks=BLANKS,
               rewrites=(CODE,), hint=_("新增的事项留空")),
        Column("category", _("事项类别"), max_length=100, aliases=("类别", "事项分类", "分类", "领域"), blanks=BLANKS,
               rewrites=line, fill_down=True),
        Column("title", _("事项名称"), required=True, max_length=200,
               aliases=("事项", "具体事项", "工作事项", "清单事项", "名称"), rewrites=line),
        Column("title_bo", _("事项名称（藏文）"), max_length=600, aliases=("藏文名称", "事项名称藏文"), blanks=BLANKS),
        Column("village_duty", _("村（社区）职责"), max_length=MAX_TEXT, blanks=BLANKS, rewrites=(HALF_WIDTH,),
               aliases=("村社区职责", "村级职责", "职责", "工作职责", "具体职责", "工作内容")),
        Column("village_duty_bo", _("职责（藏文）"), max_length=MAX_TEXT, blanks=BLANKS,
               aliases=("村（社区）职责（藏文）", "藏文职责")),
        Column("legal_basis", _("法律政策依据"), required=True, max_length=600,
               aliases=_BASES,
               rewrites=(PREFIX, LINES_OF_BASES, ONE_LINE, HALF_WIDTH, BOOK_MARKS, DOCUMENT_NUMBERS, ONE_WAY),
               hint=_("写成“《文件》第几条”，多项以分号隔开")),
        Column("basis_version", _("依据版本"), max_length=100, aliases=("版本",), blanks=BLANKS, rewrites=line),
        Column("lead_department", _("主责部门"), max_length=100, blanks=BLANKS, rewrites=line,
               aliases=("责任部门", "牵头部门", "主管部门", "主责单位", "责任单位", "牵头单位", "牵头", "主责")),
        Column("supporting_departments", _("配合部门"), max_length=300, blanks=BLANKS, rewrites=line,
               aliases=("配合单位", "协同部门", "协助部门", "配合", "协同单位", "协办单位")),
        Column("applies_to", _("适用范围"), Kind.CODES, max_length=20, choices=kinds, blanks=(*BLANKS, *_ALL),
               rewrites=(KINDS,), hint=_("可填村（社区）类型；适用于全部的留空")),
        Column("funding", _("经费保障"), max_length=300, aliases=("经费", "经费来源"), blanks=BLANKS, rewrites=line),
        Column("deviation", _("与指导清单差异"), max_length=600, rewrites=(DEVIATES,),
               aliases=("与上级指导清单不同", "是否有差异", "差异"), hint=_("填“是”或“否”")),
        Column("deviation_reason", _("差异理由"), max_length=600, aliases=("不同的理由", "差异说明"), blanks=BLANKS),
        Column("remark", _("备注"), max_length=600, blanks=BLANKS),
    )  # fmt: skip
