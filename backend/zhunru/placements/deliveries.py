"""What a township is told by the county with a delivery."""

from datetime import date
from decimal import Decimal

from ninja import Schema

from zhunru.core.workflow import Remark


class Reference(Schema):
    """A document of the county's register."""

    id: int
    number: str
    code: str


class Told(Remark):
    """The facts of a delivery, as `admissions.services.delivery_facts` writes them."""

    matter: int
    code: str
    title: str
    department: str
    department_id: int
    village_duty: str
    funding: Decimal
    starts_on: date
    ends_on: date | None
    approval: Reference
    withdrawal: Reference | None
    withdrawal_reasons: str
