"""What a township is told by the county with a delivery."""

from datetime import date, datetime
from decimal import Decimal

from ninja import Schema

from zhunru.core.workflow import Remark


class Reference(Schema):
    """A document of the county's register."""

    id: int
    number: str
    code: str


class Told(Remark):
    """The facts of a delivery, as `admissions.services.delivering` writes them; the first ones said less."""

    matter: int
    code: str
    title: str
    department: str
    department_id: int
    village_duty: str
    funding: Decimal
    starts_on: date
    ends_on: date | None
    provisional: bool = False
    carried_from: list[int] = []
    """Matters whose placements go on in this one."""
    villages: list[str] | None = None
    """Codes of every village that carries it from now on; a change lets go of the others."""
    approval: Reference | None
    withdrawal: Reference | None
    withdrawal_reasons: str

    @property
    def paper(self) -> Reference:
        """The one that holds. ValueError: nothing enters a village or changes there without one."""
        if self.approval is None:
            raise ValueError(f"{self.code} has no paper")
        return self.approval


class Closing(Remark):
    """The paper that ends it in a village, and why."""

    paper: Reference
    reasons: str


class Carried(Remark):
    """The receipt that the village gave for what goes on in this placement."""

    entered_at: datetime


class SetAside(Remark):
    """The village's own refusal, and whether its village is not to be named."""

    refusal: int
    discreet: bool
