"""Papers written by hand: the form of each kind, what was typed, what is still missing."""

from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import AfterValidator, BaseModel, Field, StringConstraints, WithJsonSchema, computed_field

from zhunru.core.pages import Paging
from zhunru.core.text import said, storable, values_of
from zhunru.documents.kinds import KINDS
from zhunru.documents.models import Draft, SealUse
from zhunru.documents.schemas.documents import KindName, PaperLink
from zhunru.documents.schemas.seals import RowId

DraftStatus = Annotated[Draft.Status, values_of(Draft.Status)]
FieldKind = Literal["line", "text", "date", "time", "group"]
LONGEST = 100_000
"""Characters of all that was typed into one draft."""
DEEPEST = 6


class FormField(Schema):
    """A field of a form. `many`: a list of such; `most` how many. `fields`: of a group. `max_length`: of a text."""

    name: str
    title: str
    type: FieldKind
    many: bool
    required: bool
    max_length: int | None
    most: int | None
    fields: "list[FormField]"


class PaperForm(Schema):
    """The form of a kind. `corrects`: it is begun from the paper that it corrects."""

    kind: KindName
    label: str
    corrects: bool
    fields: list[FormField]


def _typed(facts: dict[str, Any]) -> dict[str, Any]:
    """Plain texts and lists, of a bounded size, that the database can hold."""
    left = LONGEST
    now: list[tuple[Any, int]] = [(facts, 0)]
    while now:
        value, depth = now.pop()
        if depth > DEEPEST:
            raise said(_("填写的内容格式不对，请改正后再提交"))
        if isinstance(value, dict):
            now += [(one, depth + 1) for pair in value.items() for one in pair]
        elif isinstance(value, list):
            now += [(one, depth + 1) for one in value]
        elif isinstance(value, str):
            storable(value)
        elif value is not None and not isinstance(value, bool):
            raise said(_("填写的内容格式不对，请改正后再提交"))
        left -= 1 + (len(value) if isinstance(value, str) else 0)
        if left < 0:
            raise said(_("填写的内容过长，请精简"))
    return facts


Typed = Annotated[
    dict[str, Any], AfterValidator(_typed), WithJsonSchema({"type": "object", "additionalProperties": True})
]
"""Names of fields and what was typed into them, right or wrong, whole or not."""
VillageCode = Annotated[str, StringConstraints(pattern=r"^\d{12}$")]


class DraftNew(Schema):
    """`corrects`: the paper that an erratum puts right; no other kind names one."""

    kind: KindName
    corrects: RowId | None = None


class DraftTyped(Schema):
    """The whole of what was typed. `scope`: codes of the villages whose people find the paper in the register."""

    version: int
    facts: Typed
    scope: Annotated[list[VillageCode], Field(max_length=500)] = []


class DraftFilters(Paging):
    """`q` looks in the title."""

    kind: KindName | None = None
    status: DraftStatus | None = None


class DraftRow(BaseModel):
    """A line of the list."""

    id: int
    kind: KindName
    title: str
    status: DraftStatus
    author_name: str
    document_id: int | None
    number: str | None

    @computed_field
    def kind_label(self) -> str:
        return str(KINDS[self.kind].label)

    @computed_field
    def status_label(self) -> str:
        return str(self.status.label)


class UseLink(Schema):
    """The request for the seal: `refusal` says why the draft came back."""

    id: int
    status: str
    status_label: str
    copies: int
    refusal: str

    @staticmethod
    def resolve_status_label(use: SealUse) -> str:
        return use.get_status_display()


class DraftOut(Schema):
    """A draft as typed, without the villages, which stand in `scope` by their codes."""

    id: int
    version: int
    kind: KindName
    kind_label: str
    title: str
    status: DraftStatus
    status_label: str
    author_name: str
    organisation_name: str
    facts: dict[str, Any]
    scope: list[str]
    corrects: PaperLink | None
    use: UseLink | None
    document: PaperLink | None

    @staticmethod
    def resolve_kind_label(draft: Draft) -> str:
        return str(KINDS[draft.kind].label)

    @staticmethod
    def resolve_status_label(draft: Draft) -> str:
        return draft.get_status_display()

    @staticmethod
    def resolve_author_name(draft: Draft) -> str:
        return draft.author.name

    @staticmethod
    def resolve_organisation_name(draft: Draft) -> str:
        return draft.organisation.name

    @staticmethod
    def resolve_facts(draft: Draft) -> dict[str, Any]:
        return {name: value for name, value in draft.facts.items() if name != "scope"}

    @staticmethod
    def resolve_scope(draft: Draft) -> list[str]:
        return list(draft.facts.get("scope", []))


class DraftFault(Schema):
    """What is wrong, at its field: `findings.0.rule`."""

    field: str
    detail: str


class BlankOut(Schema):
    """A field without content. `printed`: its place stays empty on the page; else its sentence is left out."""

    name: str
    title: str
    printed: bool


class DraftChecked(Schema):
    """Everything that keeps the draft from being issued, and what would print empty."""

    faults: list[DraftFault]
    blanks: list[BlankOut]
