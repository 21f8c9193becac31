"""The course of a matter, from its entry to its leaving (clauses 1.3c, 2.1c-f)."""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhunru.admissions import rules, schemas
from zhunru.admissions.models import Matter
from zhunru.admissions.services import matters
from zhunru.core.roles import Role
from zhunru.core.workflow import Branch, Step, Workflow

M = Matter.Status
REPORTED = (M.IN_FORCE, M.SUSPENDED, M.WITHDRAWING, M.EXPIRED, M.LAPSED)
"""What has ended by itself is still owed its report (A-25)."""


def _sealed(
    name: str, label: str | Promise, source: tuple[str, ...], target: str, effect: Callable[..., None]
) -> Step[Matter]:
    """What a sealed paper does to the matter; nobody takes it by hand."""
    return Step(name=name, label=label, source=source, target=target, by=(), effect=effect, data=schemas.Sealed)


MATTERS: Workflow[Matter] = Workflow(
    Matter,
    _sealed("take_effect", _("生效"), (M.PENDING,), M.IN_FORCE, matters.take_effect),
    _sealed("enter_first", _("先行进入"), (M.PENDING,), M.PROVISIONAL, matters.enter_first),
    _sealed("ratify", _("追认准入"), (M.PROVISIONAL,), M.IN_FORCE, matters.ratify),
    _sealed("adjust", _("调整"), (M.IN_FORCE,), M.IN_FORCE, matters.adjust),
    _sealed("extend", _("延期"), (M.IN_FORCE,), M.IN_FORCE, matters.extend),
    Step(
        name="report_completion",
        label=_("报告完成"),
        source=REPORTED,
        target=Branch(REPORTED, lambda matter: str(matter.status)),
        by=(Role.DEPARTMENT_HEAD,),
        effect=matters.report_completion,
        data=schemas.CompletionIn,
        at_will=True,
    ),
    Step(
        name="suspend",
        label=_("暂停"),
        source=(M.IN_FORCE,),
        target=M.SUSPENDED,
        by=(Role.SOCIAL_WORK_HEAD,),
        guards=(rules.matters.has_its_document,),
        effect=matters.suspend,
        data=schemas.Return,
        at_will=True,
    ),
    Step(
        name="resume",
        label=_("恢复"),
        source=(M.SUSPENDED,),
        target=M.IN_FORCE,
        by=(Role.SOCIAL_WORK_HEAD,),
        effect=matters.resume,
        data=schemas.Return,
        at_will=True,
    ),
    Step(
        name="order_withdrawal",
        label=_("提出撤销"),
        source=(M.IN_FORCE, M.SUSPENDED),
        target=M.WITHDRAWING,
        by=(Role.SOCIAL_WORK_HEAD,),
        guards=(rules.matters.has_its_document,),
        effect=matters.order_withdrawal,
        data=schemas.WithdrawalOrder,
        at_will=True,
    ),
    Step(
        name="keep",
        label=_("异议成立，继续保留"),
        source=(M.WITHDRAWING,),
        target=Branch((M.IN_FORCE, M.SUSPENDED), matters.stood),
        by=(Role.SOCIAL_WORK_HEAD,),
        effect=matters.keep,
        data=schemas.Return,
        at_will=True,
    ),
    Step(
        name="withdraw",
        label=_("用印撤销"),
        source=(M.WITHDRAWING,),
        target=M.WITHDRAWN,
        by=(Role.SEAL_KEEPER,),
        guards=(
            rules.matters.no_application_does_it,
            rules.matters.is_settled,
            rules.matters.villages_were_heard,
            rules.matters.objections_were_answered,
        ),
        effect=matters.withdraw,
    ),
    Step(
        name="expire",
        label=_("到期退出"),
        source=(M.IN_FORCE, M.SUSPENDED, M.WITHDRAWING),
        target=M.EXPIRED,
        by=(),
        effect=matters.expire,
    ),
    Step(
        name="lapse",
        label=_("未获批准，失效"),
        source=(M.PROVISIONAL,),
        target=M.LAPSED,
        by=(),
        effect=matters.lapse,
        data=schemas.Return,
    ),
    _sealed("supersede", _("由其他事项替代"), (M.IN_FORCE, M.SUSPENDED, M.LEGACY), M.SUPERSEDED, matters.supersede),
    Step(
        name="write_off",
        label=_("核销存量事项"),
        source=(M.LEGACY,),
        target=M.WRITTEN_OFF,
        by=(Role.SOCIAL_WORK_HEAD,),
        guards=(rules.matters.nothing_takes_its_place,),
        effect=matters.write_off,
        data=schemas.Return,
        at_will=True,
    ),
)
