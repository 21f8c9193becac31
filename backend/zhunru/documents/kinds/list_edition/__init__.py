"""清单: one of the three lists as it is published, entry by entry, under seal (clause 1.3b).

The register keeps no entries: a published edition's own rows never change, and their digest is kept.
"""

import hashlib
import json
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from zhunru.documents.kinds.deciding import Decided
from zhunru.documents.kinds.declaration import Earlier, Kind, Name, PaperFacts, unfit
from zhunru.documents.kinds.list_edition.table import Table

MOST_ROWS = 600
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]
ListName = Literal["statutory", "assist", "negative"]
_EFFECT = {
    "statutory": "本清单所列事项，由村（社区）依法履行。"
    "未列入本清单和协助办理事项清单的事项，未经准入，村（社区）有权拒绝",
    "assist": "本清单所列事项，由主责部门承担责任、保障经费，村（社区）协助办理，不得将主责转由村（社区）承担",
    "negative": "本清单所列事项，任何部门和单位不得要求村（社区）承担；提出要求的，村（社区）有权拒绝",
}


class ListRow(BaseModel):
    """An entry as printed. `applies_to` is in words; fields ending in `_bo` are Tibetan."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
    seq: Annotated[int, Field(ge=1)]
    category: Words = ""
    title: Name
    title_bo: Words = ""
    village_duty: Words = ""
    village_duty_bo: Words = ""
    legal_basis: Words = ""
    lead_department: Words = ""
    supporting_departments: Words = ""
    funding: Words = ""
    applies_to: Words = ""
    remark: Words = ""


class ListEditionFacts(Decided, PaperFacts):
    """An edition of the list `list_label` (依法履职事项清单), with a number once it is published.

    Without one it is a draft, to be drawn only. `scope`: whose readers find the paper in the register; not printed.
    `replaces`: the paper of the edition before.
    """

    addressee: Name = "各乡镇人民政府，县级各部门，各村（社区）"
    list_kind: ListName
    list_label: Name
    county: Name
    edition: Annotated[int, Field(ge=1)] | None = None
    starts_on: date | None = None
    replaces: Earlier | None = None
    note: Words = ""
    rows: Annotated[list[ListRow], Field(min_length=1, max_length=MOST_ROWS)]

    @model_validator(mode="after")
    def _is_whole_once_it_has_a_number(self) -> Self:
        if self.edition is None:
            return self
        needed = ("starts_on", "decision_number", "decided_on")
        missing = next((name for name in needed if getattr(self, name) is None), None)
        if missing:
            raise unfit(_("公布清单应当写明决定文号、决定日期和施行日期"), field=missing)
        if len({row.code for row in self.rows}) < len(self.rows):
            raise unfit(_("同一版清单中，每个编码只用一次"), field="rows")
        return self

    def kept(self) -> dict[str, Any]:
        rows = [row.model_dump(mode="json") for row in self.rows]
        written = json.dumps(rows, ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(written.encode()).hexdigest()
        return {**self.model_dump(mode="json", exclude={"rows"}), "row_count": len(rows), "rows_sha256": digest}

    @property
    def title(self) -> str:
        edition = f"第{self.edition}版" if self.edition else "草案"
        return f"{self.list_name}（{edition}）"

    @property
    def is_draft(self) -> bool:
        return self.edition is None

    @property
    def list_name(self) -> str:
        return f"{self.county}村（社区）{self.list_label.removeprefix('村（社区）')}"

    @property
    def effect(self) -> str:
        """What the list means for a village, in a sentence."""
        return _EFFECT[self.list_kind]

    @cached_property
    def table(self) -> Table:
        return Table.of(self.rows)

    @property
    def has_attachment(self) -> bool:
        return False

    @property
    def copies_to(self) -> str:
        """Everybody is addressed already."""
        return ""


KIND = Kind(
    name="list_edition", label=gettext_lazy("事项清单"), place=180, series="清", facts=ListEditionFacts, wide=True
)
