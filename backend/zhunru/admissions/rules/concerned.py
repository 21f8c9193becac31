"""What must hold of the matters that a request points at, and of its terms (clauses 1.3c, 2.1f)."""

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext as _

from zhunru.admissions.models import Application, Matter, RequestKind
from zhunru.admissions.models.matters import CONTENT
from zhunru.admissions.parameters import parameters_of
from zhunru.admissions.rules.submission import of_kinds
from zhunru.configuration.choices import Category
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError

K = RequestKind
M = Matter.Status

EXPECTED = {K.ADJUST: (1, 1), K.EXTEND: (1, 1), K.MERGE: (2, 50), K.SPLIT: (1, 1), K.WITHDRAW: (1, 1)}
"""How many matters a request of this kind points at, least and most."""
MAY_REST = (K.MERGE, K.SPLIT, K.WITHDRAW)
"""These take a suspended matter as it is; others wait until it is resumed."""


def concerned_by(application: Application) -> list[Matter]:
    """The matters it points at, in the order of their ids."""
    matters = Matter.objects.filter(pk__in=application.concerns).select_related("department", "document")
    return list(matters.order_by("pk"))


@of_kinds(*EXPECTED)
def points_at_matters(application: Application, _actor: Actor) -> None:
    """Clause 2.1f (新增、调整、取消), rule of domain 3.1: the department's own matters, in force."""
    least, most = EXPECTED[RequestKind(application.kind)]
    matters = concerned_by(application)
    if not least <= len(matters) <= most or len(matters) != len(application.concerns):
        said = _("请至少选择 %(n)s 个生效事项") if least > 1 else _("请选择 %(n)s 个生效事项")
        raise DomainError("no_matter", said % {"n": least}, field="concerns")
    for matter in matters:
        if matter.department_id != application.department_id:
            raise DomainError(
                "others_matter",
                _("%(code)s 不是本部门的事项") % {"code": matter.code},
                field="concerns",
            )
        if matter.status != M.IN_FORCE and not (matter.status == M.SUSPENDED and application.kind in MAY_REST):
            raise DomainError(
                "not_in_force",
                _("%(code)s“%(title)s”目前不是生效事项") % {"code": matter.code, "title": matter.title},
                field="concerns",
            )


@of_kinds(*EXPECTED)
def is_of_their_type(application: Application, _actor: Actor) -> None:
    """Rule A-05: what was admitted as a body or a board is changed and ended by the course of bodies and boards."""
    for matter in concerned_by(application):
        if matter.object_type != application.object_type:
            raise DomainError(
                "other_type",
                _("%(code)s 是%(type)s，请按同一对象类型申请")
                % {"code": matter.code, "type": matter.get_object_type_display()},
                field="object_type",
            )


@of_kinds(K.MERGE, K.SPLIT)
def regular_stays_regular(application: Application, _actor: Actor) -> None:
    """Clause 3.1b, rule A-15: what the committee has let in is merged or split by the committee."""
    if application.category == Category.REGULAR:
        return
    for matter in concerned_by(application):
        if matter.category == Category.REGULAR:
            raise DomainError(
                "other_category",
                _("%(code)s 须按%(category)s申请") % {"code": matter.code, "category": Category.REGULAR.label},
                field="category",
            )


@of_kinds(K.ADJUST)
def changes_something(application: Application, _actor: Actor) -> None:
    """Clause 2.1f: an adjustment says what shall be other than it is."""
    for matter in concerned_by(application):
        if all(getattr(matter, name) == getattr(application, name) for name in CONTENT):
            raise DomainError("unchanged", _("申请内容与现行事项完全相同，请修改需要调整的内容"), field="concerns")


@of_kinds(K.EXTEND, K.SPLIT, K.WITHDRAW)
def keeps_their_villages(application: Application, _actor: Actor) -> None:
    """Clause 2.1f: villages are added and let go by an adjustment, where they are heard on just that."""
    carried = {code for matter in concerned_by(application) for code in matter.scope}
    if set(application.scope) != carried:
        raise DomainError(
            "other_villages",
            _("须与原事项涉及的村（社区）一致（共 %(n)s 个）；增减村（社区）请申请调整") % {"n": len(carried)},
            field="scope",
        )


@of_kinds(K.ADMIT)
def legacy_is_its_own(application: Application, _actor: Actor) -> None:
    """An admission may take the place of the department's own legacy matters, of nothing else."""
    for matter in concerned_by(application):
        if matter.status != M.LEGACY or matter.department_id != application.department_id:
            raise DomainError(
                "not_legacy", _("%(code)s 不是本部门待重新准入的存量事项") % {"code": matter.code}, field="concerns"
            )


@of_kinds(*EXPECTED, K.ADMIT)
def no_other_request_is_open(application: Application, _actor: Actor) -> None:
    """One request at a time for one matter: two open ones would contradict each other."""
    if not application.concerns:
        return
    open_ones = (
        Application.objects.filter(concerns__overlap=application.concerns)
        .exclude(pk=application.pk)
        .exclude(status__in=[*CLOSED, Application.Status.DRAFT])
    )
    if other := open_ones.first():
        raise DomainError(
            "another_request",
            _("所涉事项已有办理中的申请“%(title)s”，请待其办结") % {"title": other.title},
            field="concerns",
        )


S = Application.Status
CLOSED = (S.NOT_ACCEPTED, S.REJECTED, S.CONVERTED, S.MERGED, S.ISSUED, S.RECALLED, S.LAPSED)
"""Nothing more happens to these."""


@of_kinds(K.SPLIT)
def parts_make_the_whole(application: Application, _actor: Actor) -> None:
    """A split names two matters or more, each with its duty; together they cover the villages of the old one."""
    parts = application.parts
    if len(parts) < 2:
        raise DomainError("too_few_parts", _("请至少填写两个拆分后的事项"), field="parts")
    titles = [part["title"] for part in parts if part["title"]]
    if len(set(titles)) < len(titles):
        raise DomainError("same_title", _("拆分后的事项名称不能相同"), field="parts")
    for place, part in enumerate(parts):
        if not (part["title"] and part["village_duty"]):
            raise DomainError(
                "part_incomplete", _("请填写每个事项的名称和村（社区）职责"), field=f"parts.{place}.title"
            )
    covered = {code for part in parts for code in part["scope"] or application.scope}
    if covered - set(application.scope):
        raise DomainError("part_outside", _("拆分后的事项超出了申请的村（社区）范围"), field="parts")
    if left := set(application.scope) - covered:
        raise DomainError(
            "part_missing", _("还有 %(n)s 个村（社区）不在任何一个拆分后的事项中") % {"n": len(left)}, field="parts"
        )


@of_kinds(K.ADMIT, K.ADJUST, K.MERGE, K.SPLIT)
def term_is_short_enough(application: Application, _actor: Actor) -> None:
    """Rule A-22: a temporary matter lasts 12 months at most."""
    months = parameters_of(application).temporary_max_months
    starts, ends = application.starts_on, application.ends_on
    if application.category != Category.TEMPORARY or not (starts and ends):
        return
    if ends >= starts + relativedelta(months=months):
        raise DomainError(
            "too_long",
            _("临时类事项最长 %(months)s 个月，请缩短期限或按常规类申请") % {"months": months},
            field="ends_on",
        )


@of_kinds(K.EXTEND)
def can_be_extended(application: Application, _actor: Actor) -> None:
    """Rule A-22: one extension, of at most as long again, by a new decision."""
    parameters = parameters_of(application)
    for matter in concerned_by(application):
        if matter.ends_on is None:
            raise DomainError("has_no_end", _("该事项没有结束日期，无需延期"), field="concerns")
        if matter.extensions >= parameters.extension_count:
            raise DomainError(
                "extended_before",
                _("该事项已延期 %(n)s 次，不能再延期；确需长期开展的请按常规类申请") % {"n": matter.extensions},
                field="concerns",
            )
        latest = matter.ends_on + relativedelta(months=parameters.temporary_max_months)
        if application.ends_on and not matter.ends_on < application.ends_on <= latest:
            raise DomainError(
                "bad_extension",
                _("新的结束日期须在 %(after)s 之后、不晚于 %(latest)s") % {"after": matter.ends_on, "latest": latest},
                field="ends_on",
            )
