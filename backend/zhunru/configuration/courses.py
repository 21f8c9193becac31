"""The course of a request: who is heard, who decides and how long each may take (rule A-05)."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from zhunru.configuration.choices import Body, Category, ObjectType, Party
from zhunru.configuration.parameters import limit_or_usual, other
from zhunru.core.text import said

RequestKind = Literal["admit", "adjust", "extend", "merge", "split", "withdraw"]

CONSULTED = (Party.TOWNSHIP, Party.VILLAGE, Party.FINANCE, Party.JUSTICE)
BODIES: dict[Category, tuple[Body, ...]] = {
    Category.REGULAR: (Body.LEADER, Body.COMMITTEE),
    Category.TEMPORARY: (Body.LEADER, Body.JOINT_MEETING),
    Category.URGENT: (Body.LEADER, Body.JOINT_MEETING),
}
"""Clause 3.1b: 新增常规类职责事项由县委社会工作部提请县委常委会会议研究. The opinion leaves the other two open."""
COMMITTEE_ONLY = frozenset({ObjectType.MECHANISM, ObjectType.SIGNBOARD})
"""Need the basis of the centre or the province (规范设置机构与挂牌), and the county's highest body to say so."""


def once[T](values: list[T]) -> list[T]:
    """Refuse a list that names something twice."""
    if len(set(values)) < len(values):
        raise said(gettext("同一项只能选择一次"))
    return values


def _rising(bodies: list[Body]) -> list[Body]:
    order = list(Body)
    if bodies != sorted(set(bodies), key=order.index):
        raise said(gettext("决定机构应依次为分管县领导、联席会议、县委常委会，每个只列一次"))
    return bodies


Bodies = Annotated[list[Body], Field(min_length=1, max_length=3), AfterValidator(_rising)]
Parties = Annotated[list[Party], Field(max_length=5), AfterValidator(once)]


class Limits(BaseModel):
    """The limits of one course, in working days."""

    form_check_days: int
    first_review_days: int
    consultation_days: int
    second_review_days: int
    leader_days: int
    joint_meeting_days: int
    issue_days: int
    total_days: int


class Course(BaseModel):
    """How one kind of request is dealt with; the last body decides."""

    consult: list[Party]
    bodies: list[Body]
    first_review: bool
    needs_superior_basis: bool
    limits: Limits

    @property
    def deciding(self) -> Body:
        return self.bodies[-1]


class CourseOverride(BaseModel):
    """What is other than usual for requests of this type, category and kind (None: any). None leaves it as usual."""

    model_config = ConfigDict(extra="forbid")

    object_type: ObjectType | None = other(None, _("对象类型"), "courses", "choice")
    category: Category | None = other(None, _("事项类别"), "courses", "choice")
    kind: RequestKind | None = other(None, _("申请类型"), "courses", "choice")
    consult: Parties | None = other(None, _("征求意见对象"), "courses", "choice")
    bodies: Bodies | None = other(None, _("决定机构（最后一个作出决定）"), "courses", "choice")
    first_review: bool | None = other(None, _("进行初审"), "courses", "switch")
    form_check_days: int | None = limit_or_usual(_("形式审查期限"))
    first_review_days: int | None = limit_or_usual(_("初审期限"))
    consultation_days: int | None = limit_or_usual(_("征求意见期限"))
    second_review_days: int | None = limit_or_usual(_("复审期限"))
    leader_days: int | None = limit_or_usual(_("分管县领导审签期限"))
    joint_meeting_days: int | None = limit_or_usual(_("联席会议期限"))
    issue_days: int | None = limit_or_usual(_("印发期限"))
    total_days: int | None = limit_or_usual(_("办理总期限"))

    def applies(self, object_type: str, category: str, kind: str) -> bool:
        asked = ((self.object_type, object_type), (self.category, category), (self.kind, kind))
        return all(mine is None or mine == theirs for mine, theirs in asked)

    @property
    def specificity(self) -> tuple[int, bool, bool, bool]:
        """More conditions go before fewer; of as many, the type goes before the category before the kind."""
        given = (self.object_type is not None, self.category is not None, self.kind is not None)
        return (sum(given), *given)


def course(
    usual: Limits, overrides: Sequence[CourseOverride], object_type: str, category: str, kind: str = "admit"
) -> Course:
    """What holds for such a request: the usual course, then what overrides say of it, the most specific last."""
    superior = object_type in COMMITTEE_ONLY
    values: dict[str, Any] = {
        "consult": CONSULTED,
        "bodies": _bodies(Category(category), superior=superior),
        "first_review": True,
    }
    limits = usual.model_dump()
    for override in sorted(overrides, key=lambda one: one.specificity):
        if override.applies(object_type, category, kind):
            said_so = override.model_dump(exclude_none=True)
            values |= {name: value for name, value in said_so.items() if name in values}
            limits |= {name: value for name, value in said_so.items() if name in limits}
    if superior and Body.COMMITTEE not in values["bodies"]:
        values["bodies"] = [*values["bodies"], Body.COMMITTEE]
    return Course.model_validate({**values, "needs_superior_basis": superior, "limits": limits})


def _bodies(category: Category, *, superior: bool) -> tuple[Body, ...]:
    return (Body.LEADER, Body.COMMITTEE) if superior else BODIES[category]
