"""Why a village may say no: nine reasons, each with the law or the clause of the county's opinion it rests on.

The organic law is cited without an article number: it was amended with effect from 2026-01-01 and renumbered.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OPINION = "《关于建立村（社区）工作事项准入制度的指导意见（试行）》"
"""Named in full once on a slip, and as 《指导意见》 from there on."""


@dataclass(frozen=True, slots=True)
class Reason:
    """`basis` is printed on the slip as it stands; `clause` is the opinion's clause that it serves."""

    code: str
    label: str | Promise
    basis: str
    clause: str


_ALL = (
    Reason(
        "R1",
        _("事项未经准入"),
        "《指导意见》第二部分第（一）项：有关部门申请、县委批准、工作事项持批准文书进入",
        "2.1b",
    ),
    Reason(
        "R2",
        _("未出示批准文书"),
        "《指导意见》第二部分第（一）项：工作事项持批准文书进入",
        "2.1c",
    ),
    Reason(
        "R3",
        _("经费和条件不落实"),
        "《指导意见》第三部分第（三）项：权随责走、费随事转、事费配套；《中华人民共和国村民委员会组织法》：人民政府有关部门"
        "委托村民委员会开展工作需要经费的，由委托部门承担；《中华人民共和国预算法》第十三条：未列入预算的不得支出",
        "3.3b",
    ),
    Reason(
        "R4",
        _("超出批准的范围或者期限"),
        "《指导意见》第二部分第（一）项：工作事项持批准文书进入、工作完成后撤销",
        "2.1d",
    ),
    Reason(
        "R5",
        _("属于工作负面事项"),
        "《指导意见》第三部分第（二）项：以依法履职、协助办理、工作负面事项“三项清单”明确村（社区）的工作范围和职责边界",
        "2.2a",
    ),
    Reason(
        "R6",
        _("违规要求挂牌"),
        "《指导意见》第二部分第（三）项：没有明确规定，或者不符合机构编制管理规定的牌子一律取消",
        "2.3a",
    ),
    Reason(
        "R7",
        _("统计调查表缺少法定标志"),
        "《中华人民共和国统计法》第十七条：统计调查表应当标明表号、制定机关、批准或者备案文号、有效期限等标志；未标明"
        "或者超过有效期限的，统计调查对象有权拒绝填报",
        "2.3b",
    ),
    Reason(
        "R8",
        _("证明不在出具证明清单内"),
        "《指导意见》第二部分第（三）项：对法律法规有明确规定且村（社区）有能力提供证明的，方可使用村（社区）印章；严禁企业"
        "单位为自身生产经营活动要求村（社区）出具证明",
        "2.3c",
    ),
    Reason(
        "R9",
        _("需要专业资质或者执法资格"),
        "《指导意见》第二部分第（四）项：不得向村（社区）购买需要专业资质或执法资格的服务事项",
        "2.4e",
    ),
)
REASONS = {reason.code: reason for reason in _ALL}
CHOICES = [(reason.code, reason.label) for reason in _ALL]
"""For the field of a model."""
