from datetime import date

from ninja import Schema

from zhunru.lists.comparing import Difference
from zhunru.lists.models import Entry
from zhunru.lists.schemas.editions import EditionLink


class EntryPart(Schema):
    id: int
    code: str
    title: str
    village_duty: str
    lead_department: str
    legal_basis: str
    reason: str


class FieldChangeOut(Schema):
    name: str
    label: str
    old: str
    new: str


class ChangedOut(Schema):
    code: str
    title: str
    reason: str
    fields: list[FieldChangeOut]


class DifferenceOut(Schema):
    """Removed first: people read additions only."""

    kind: str
    label: str
    old: EditionLink | None
    new: EditionLink
    removed: list[EntryPart]
    added: list[EntryPart]
    changed: list[ChangedOut]

    @classmethod
    def of(cls, found: Difference) -> "DifferenceOut":
        def part(entry: Entry) -> EntryPart:
            return EntryPart(
                reason=found.reasons.get(entry.code, ""),
                **{name: getattr(entry, name) for name in EntryPart.model_fields if name != "reason"},
            )

        return cls(
            kind=found.new.kind,
            label=found.new.get_kind_display(),
            old=EditionLink.from_orm(found.old) if found.old else None,
            new=EditionLink.from_orm(found.new),
            removed=[part(entry) for entry in found.removed],
            added=[part(entry) for entry in found.added],
            changed=[
                ChangedOut(
                    code=one.new.code,
                    title=one.new.title,
                    reason=found.reasons.get(one.new.code, ""),
                    fields=[FieldChangeOut.model_validate(change, from_attributes=True) for change in one.fields],
                )
                for one in found.changed
            ],
        )


class DutyRow(Schema):
    """One entry over the editions in which a department answers for it: edition's id -> how its duty reads there."""

    kind: str
    code: str
    title: str
    duties: dict[int, str]


class DutiesOut(Schema):
    department: str
    since: date
    until: date
    editions: list[EditionLink]
    rows: list[DutyRow]
