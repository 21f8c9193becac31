"""What comes with a step."""

from datetime import date
from typing import Annotated, Literal

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field, ValidationInfo, field_validator, model_validator

from zhunru.admissions.models import Confirmation, Finding, Ground
from zhunru.admissions.schemas.drafts import Id, VillageCode
from zhunru.configuration.choices import Body
from zhunru.core.text import Line, Text, said, values_of
from zhunru.core.workflow import Remark

Said = Annotated[Text, Field(min_length=1)]


class Return(Remark):
    """Sending something back says why."""

    remark: Said


class Correction(Remark):
    """The one notice that lists all defects (A-03)."""

    defects: Annotated[list[Annotated[Text, Field(min_length=1, max_length=500)]], Field(min_length=1, max_length=50)]


class Acceptance(Remark):
    """Who is heard besides those whom the course names."""

    villages: Annotated[list[VillageCode], Field(max_length=1000)] = []
    """The villages to be asked; none chosen: a sample is drawn."""
    departments: Annotated[list[Id], Field(max_length=50)] = []


class NotAccepted(Remark):
    """Why it is not taken up; `entry` points at the list entry under which the work is owed already (A-10)."""

    reasons: Said
    entry: Id | None = None


class SimilarJudged(Schema, extra="forbid"):
    """Rule A-11: the reviewer's choice for one similar matter."""

    matter: Id
    judgement: Literal["different", "merge"]
    reason: Said


class FirstReviewIn(Remark):
    opinion: Said
    similar: Annotated[list[SimilarJudged], Field(max_length=50)] = []
    negative_entry: Id | None = None
    """The reviewer sees that the request is what this entry forbids (A-09)."""


class NewFacts(Remark):
    """What brings a deferred application back before its day."""

    new_facts: Said


class Findings(Remark):
    """Three conclusions, each with an opinion (clause 3.1a)."""

    class One(Schema):
        aspect: Finding.Aspect
        favourable: bool
        opinion: Said

    findings: Annotated[list[One], Field(min_length=3, max_length=3)]

    @model_validator(mode="after")
    def has_each_aspect_once(self) -> "Findings":
        if {one.aspect for one in self.findings} != set(Finding.Aspect):
            raise said(_("合法性、可行性、合理性须各有一项结论"))
        return self


class Referral(Remark):
    """What the office recommends; it stands apart from what is decided."""

    recommendation: Text = ""


class Endorsed(Remark):
    """What a body says that does not decide itself."""

    reference: Annotated[Line, Field(min_length=1, max_length=100)]
    given_on: date
    opinion: Said
    meeting: Id | None = None


class Resolution(Remark):
    """The deciding body's decision: number and date, no minutes (clause 3.1b)."""

    resolution_number: Annotated[Line, Field(min_length=1, max_length=100)]
    meeting_on: date
    meeting: Id | None = None


class Approval(Resolution):
    """With conditions it is 附条件同意."""

    conditions: Annotated[list[Annotated[Text, Field(min_length=1, max_length=500)]], Field(max_length=20)] = []


class Rejection(Resolution):
    """Any outcome but approval says why (A-16)."""

    reasons: Said


class Deferral(Rejection):
    resubmit_on: date

    @field_validator("resubmit_on")
    @classmethod
    def comes_back_later(cls, day: date, info: ValidationInfo) -> date:
        if day <= info.data.get("meeting_on", date.min):
            raise said(_("再次提请日期须晚于会议日期"))
        return day


class MergedInto(Rejection):
    matter: Id


class MeetingIn(Schema, extra="forbid"):
    body: Annotated[Body, values_of(Body)]
    held_on: date
    applications: Annotated[list[Id], Field(max_length=200)] = []


class AgendaIn(Schema, extra="forbid"):
    """The whole agenda in its new order."""

    version: int
    held_on: date
    applications: Annotated[list[Id], Field(max_length=200)]


class ItemDecision(Schema, extra="forbid"):
    """What a meeting said on one application; which words are needed depends on the outcome."""

    application: Id
    outcome: Literal["approve", "reject", "defer", "send_back", "convert", "merge_into", "endorse"]
    reasons: Text = ""
    conditions: Annotated[list[Annotated[Text, Field(min_length=1, max_length=500)]], Field(max_length=20)] = []
    resubmit_on: date | None = None
    matter: Id | None = None


class MeetingRecord(Remark):
    """The record of a meeting: its number and the outcome of each item, taken in one act."""

    number: Annotated[Line, Field(min_length=1, max_length=100)]
    items: Annotated[list[ItemDecision], Field(min_length=1, max_length=200)]


class WithdrawalOrder(Remark):
    """Why a matter leaves, and what is settled with it (A-25)."""

    reasons: Said
    ground: Annotated[Ground, values_of(Ground)] = Ground.DONE
    completion_report: Text = ""
    settlement: Text = ""
    closures: Text = ""


class Sealed(Remark):
    """For steps of the system: the paper that carries them, and what the paper says."""

    paper: int
    application: int | None = None
    carried_from: list[int] = []
    """Matters whose placements go on in this one."""
    former_scope: list[str] = []
    ends_on: date | None = None


class CompletionIn(Remark):
    """The department's report that the work is done (clause 2.1d)."""

    completion_report: Said
    settlement: Said
    closures: Said


class ConfirmationIn(Remark):
    verdict: Annotated[Confirmation.Verdict, values_of(Confirmation.Verdict)]


class ReplyIn(Schema, extra="forbid"):
    """The office's answer to an objection."""

    reply: Said


class AnswerIn(Schema, extra="forbid"):
    """A consulted department's answer."""

    position: Literal["support", "no_objection", "objection"]
    text: Text = ""

    @model_validator(mode="after")
    def objection_says_why(self) -> "AnswerIn":
        if self.position == "objection" and not self.text:
            raise said(_("不同意的，请说明理由"))
        return self


class CaseAnswer(Remark):
    """What the department says to a refusal."""

    answer: Said


class CaseApplied(CaseAnswer):
    application: Id | None = None


class Ruling(Remark):
    ruling: Said
