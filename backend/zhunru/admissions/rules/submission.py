"""What must hold before an application can be filed. Each guard takes it and the actor, and raises what is wrong."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils.translation import gettext as _

from zhunru.admissions.models import Application, RequestKind
from zhunru.admissions.parameters import course_of, parameters_of
from zhunru.configuration.choices import Category
from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Village

Guard = Callable[[Application, Actor], None]
K = RequestKind

WITH_CONTENT = (K.ADMIT, K.ADJUST, K.MERGE, K.SPLIT)
"""These say what the villages will carry; an extension and a withdrawal only point at a matter."""

_CONTACT = ("contact_name", "contact_phone", "title", "necessity")
_CONTENT = (
    *_CONTACT,
    "feasibility",
    "duty_relation",
    "objective",
    "done_criteria",
    "department_duty",
    "township_duty",
    "village_duty",
    "frequency",
    "person_days",
    "starts_on",
)
REQUIRED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(WITH_CONTENT, _CONTENT),
    K.EXTEND: (*_CONTACT, "ends_on"),
    K.WITHDRAW: (*_CONTACT, "completion_report", "settlement", "closures"),
}


def of_kinds(*kinds: str) -> Callable[[Guard], Guard]:
    """The guard asks nothing of requests of other kinds."""

    def limited(guard: Guard) -> Guard:
        @wraps(guard)
        def asked(application: Application, actor: Actor) -> None:
            if application.kind in kinds:
                guard(application, actor)

        return asked

    return limited


def is_complete(application: Application, _actor: Actor) -> None:
    """Clause 2.1a: the application says what is to be done, by whom and why."""
    missing = [n for n in REQUIRED[application.kind] if getattr(application, n) in ("", None)]
    if missing:
        labels = [str(field.verbose_name) for field in Application._meta.fields if field.name in missing]
        raise DomainError(
            "incomplete", _("请填写：%(fields)s") % {"fields": _("、").join(labels)}, field=missing[0], fields=missing
        )


def is_declared_open(application: Application, _actor: Actor) -> None:
    """No state secret is kept here: the applicant says so for form and attachments."""
    if not application.not_secret:
        raise DomainError("secrecy", _("请确认申请内容和附件不涉及国家秘密"), field="not_secret")


def names_villages(application: Application, _actor: Actor) -> None:
    """Clause 2.1a: the application is for one or more villages, each by its official code."""
    if not application.scope:
        raise DomainError("no_scope", _("请选择涉及的村（社区）"), field="scope")
    known = Village.objects.filter(code__in=application.scope, ended_on__isnull=True).values_list("code", flat=True)
    unknown = sorted(set(application.scope) - set(known))
    if unknown:
        raise DomainError(
            "unknown_village", _("没有代码为 %(codes)s 的村（社区）") % {"codes": _("、").join(unknown)}, field="scope"
        )


def ends_after_it_starts(application: Application, _actor: Actor) -> None:
    """Clause 2.1d: a term that ends must end after it began."""
    starts, ends = application.starts_on, application.ends_on
    if starts and ends and ends < starts:
        raise DomainError("ends_before_start", _("结束日期不能早于开始日期"), field="ends_on")


@of_kinds(*WITH_CONTENT)
def fills_in_its_section(application: Application, _actor: Actor) -> None:
    """Rule A-05: each object type has a section of its own, from configuration."""
    schema = parameters_of(application).extra_schema(application.object_type)
    faults = schema.faults(application.extras)
    labels = {field.name: field.label for field in schema.fields}
    if faults:
        name, fault = next(iter(faults.items()))
        raise DomainError(
            "section",
            _("%(field)s：%(fault)s") % {"field": labels.get(name, name), "fault": fault},
            field=f"extras.{name}",
            fields=[f"extras.{name}" for name in faults],
        )


@of_kinds(*WITH_CONTENT)
def asks_for_no_post(application: Application, _actor: Actor) -> None:
    """Domain 3.1: a village may not be asked to set up a post of its own for a department's work."""
    if application.dedicated_post:
        raise DomainError("dedicated_post", _("不得要求村（社区）设专职岗位，请由部门落实人员"), field="dedicated_post")


@of_kinds(*WITH_CONTENT)
def names_personal_data(application: Application, _actor: Actor) -> None:
    """Personal data is named with purpose and time: no more than the task needs."""
    if not application.handles_personal_data:
        return
    for name in ("personal_data", "personal_data_purpose", "personal_data_retention"):
        if not getattr(application, name):
            field: Any = Application._meta.get_field(name)
            label = field.verbose_name
            raise DomainError("personal_data", _("涉及个人信息的，请写明%(field)s") % {"field": label}, field=name)


@of_kinds(*WITH_CONTENT)
def demands_have_a_basis(application: Application, _actor: Actor) -> None:
    """Clause 2.1a: a board, ledger, form, app or certificate that comes along stands on a basis of its own."""
    for place, demand in enumerate(application.demands):
        if not (demand["name"] and demand["basis"]):
            raise DomainError(
                "demand_without_basis",
                _("第 %(n)s 项附带要求须写明名称和依据") % {"n": place + 1},
                field=f"demands.{place}.basis",
            )


@of_kinds(K.ADMIT)
def rests_on_superior_basis(application: Application, _actor: Actor) -> None:
    """A new body, mechanism or board needs the centre's or the province's word."""
    if course_of(application).needs_superior_basis and not any(
        basis.get("level") in ("central", "provincial") for basis in application.legal_bases
    ):
        raise DomainError("superior_basis", _("设机构、建机制、挂牌须有中央或自治区的明确依据"), field="legal_bases")


def category_fits_the_term(application: Application, _actor: Actor) -> None:
    """Rule A-22: a temporary matter ends."""
    if application.category == Category.TEMPORARY and application.kind in WITH_CONTENT and not application.ends_on:
        raise DomainError("no_end", _("临时类事项须填写结束日期"), field="ends_on")


def has_not_entered(application: Application, _actor: Actor) -> None:
    """Clause 2.1e: what has entered villages already is decided or lapses; it is not thrown away."""
    if application.entered_at:
        raise DomainError("has_entered", _("该紧急事项已先行进入，须补报申请，不能放弃"))
