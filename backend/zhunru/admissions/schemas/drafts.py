"""The application form as it comes in."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import AfterValidator, Field

from zhunru.admissions.models import Assessment, Attachment, Demand, FundingChannel, RequestKind
from zhunru.configuration.choices import Category, ObjectType
from zhunru.core.text import Line, Money, Text, said, values_of

VillageCode = Annotated[str, Field(pattern=r"^[0-9]{12}$")]
Title = Annotated[Line, Field(max_length=60)]
Id = Annotated[int, Field(ge=1, lt=2**63)]
PersonDays = Annotated[Decimal, Field(ge=0, max_digits=5, decimal_places=1)]
Scope = Annotated[list[VillageCode], Field(max_length=1000)]
Level = Literal["", "law", "regulation", "central", "provincial", "municipal", "county"]


class LegalBasis(Schema):
    """Where the matter rests in law: document, article and the version (its date) that was read."""

    document: Line
    article: Line
    version: Line
    quotation: Text = ""
    level: Level = ""


class Instalment(Schema, extra="forbid"):
    """What each village is paid, and by when."""

    on: date
    amount: Money


class DemandIn(Schema, extra="forbid"):
    """A board, ledger, form, app or certificate that comes along with the matter."""

    kind: Annotated[Demand, values_of(Demand)]
    name: Line = ""
    basis: Line = ""


class Part(Schema, extra="forbid"):
    """One of the matters that a split leads to; an empty scope is the whole scope."""

    title: Title = ""
    village_duty: Text = ""
    person_days: PersonDays | None = None
    funding_amount: Money | None = None
    scope: Scope = []


class HitAnswer(Schema, extra="forbid"):
    """Why a hit on a negative entry's words is a false alarm (A-09)."""

    entry: Id
    answer: Text = ""


class ApplicationIn(Schema, extra="forbid"):
    """A draft, as complete as it is; whatever is left out stays as it was."""

    kind: Annotated[RequestKind, values_of(RequestKind)] = RequestKind.ADMIT
    object_type: Annotated[ObjectType, values_of(ObjectType)] = ObjectType.WORK_MATTER
    category: Annotated[Category, values_of(Category)] = Category.REGULAR
    concerns: Annotated[list[Id], Field(max_length=50)] = []
    parts: Annotated[list[Part], Field(max_length=20)] = []
    extras: dict[str, Any] = {}
    contact_name: Annotated[Line, Field(max_length=50)] = ""
    contact_phone: Annotated[Line, Field(max_length=30)] = ""
    title: Title = ""
    necessity: Text = ""
    feasibility: Text = ""
    duty_relation: Text = ""
    authorised_content: Text = ""
    authority_scope: Text = ""
    objective: Text = ""
    done_criteria: Text = ""
    department_duty: Text = ""
    township_duty: Text = ""
    village_duty: Text = ""
    frequency: Annotated[Line, Field(max_length=100)] = ""
    person_days: PersonDays | None = None
    staffing: Text = ""
    dedicated_post: bool = False
    legal_bases: Annotated[list[LegalBasis], Field(max_length=20)] = []
    starts_on: date | None = None
    ends_on: date | None = None
    funding_amount: Money | None = None
    budget_line: Line = ""
    funding_standard: Line = ""
    funding_channel: Annotated[FundingChannel | Literal[""], values_of(FundingChannel)] = ""
    funding_due: Annotated[list[Instalment], Field(max_length=12)] = []
    no_cost_reason: Text = ""
    tech_support: Text = ""
    training_plan: Text = ""
    demands: Annotated[list[DemandIn], Field(max_length=20)] = []
    assessment_method: Annotated[Assessment, values_of(Assessment)] = Assessment.NONE
    handles_personal_data: bool = False
    personal_data: Text = ""
    personal_data_purpose: Text = ""
    personal_data_retention: Annotated[Line, Field(max_length=100)] = ""
    not_secret: bool = False
    negative_entry: Id | None = None
    hit_answers: Annotated[list[HitAnswer], Field(max_length=20)] = []
    new_facts: Text = ""
    completion_report: Text = ""
    settlement: Text = ""
    closures: Text = ""
    scope: Scope = []


class ApplicationPatch(ApplicationIn):
    version: int
    """The version that was on the screen; an older one is refused with 409 `stale`."""


def _declared(not_secret: bool) -> bool:
    if not not_secret:
        raise said(_("请确认所上传的文件不涉及国家秘密；涉密文件不得上传"))
    return not_secret


class AttachmentIn(Schema):
    """What is said of a file that is handed in; `not_secret` is declared anew for each."""

    kind: Annotated[Attachment.Kind, values_of(Attachment.Kind)]
    not_secret: Annotated[bool, AfterValidator(_declared)]


class UrgentIn(Schema, extra="forbid"):
    """Registering an urgent matter that has entered villages already (clause 2.1e, A-24)."""

    title: Annotated[Title, Field(min_length=1)]
    urgent_ground: Line
    entered_at: datetime
    late_reason: Text = ""
    village_duty: Annotated[Text, Field(min_length=1)]
    contact_name: Annotated[Line, Field(min_length=1, max_length=50)]
    contact_phone: Annotated[Line, Field(min_length=1, max_length=30)]
    not_secret: bool
    scope: Annotated[list[VillageCode], Field(min_length=1, max_length=1000)]
