"""Facts as the trigger functions would write them, written by the owner: this app stands below the contracts."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from zhunru.accounts.models import Organisation
from zhunru.divisions.models import Township
from zhunru.purchases.models import ContractFact, DeliverableFact, InstalmentFact, PeriodFact, TermsFact


def contract_fact(township: Township, department: Organisation, place: int, **changed: Any) -> ContractFact:
    """A contract that is being performed; `place` counts within the township."""
    values: dict[str, Any] = {
        "id": (township.no << 36) + place,
        "township_id": township.no,
        "department_id": department.pk,
        "village_id": township.villages.order_by("code")[0].pk,
        "number": f"演示购字〔2026〕{place}号",
        "subject": "村内道路保洁",
        "service_code": "C13050100",
        "status": "performing",
        "price": Decimal("12000.00"),
        "original_price": Decimal("12000.00"),
        "accepted": Decimal(0),
        "paid": Decimal(0),
        "signed_on": date(2026, 1, 5),
        "starts_on": date(2026, 1, 10),
        "ends_on": date(2026, 12, 31),
    }
    return ContractFact.objects.create(**{**values, **changed})


def part(model: type[Any], contract: ContractFact, place: int, status: str, **changed: Any) -> Any:
    """Something of the contract's, due in three days."""
    values = {
        "id": (contract.township_id << 36) + place,
        "township_id": contract.township_id,
        "department_id": contract.department_id,
        "contract_id": contract.pk,
        "no": place,
        "status": status,
        "due_on": localdate() + timedelta(days=3),
    }
    return model.objects.create(**{**values, **changed})


def one_of_each(contract: ContractFact) -> None:
    """Whatever may wait for somebody of the department, and for the office."""
    for place, status in enumerate(("draft", "review", "agreed", "signed"), start=1):
        part(TermsFact, contract, place, status)
    for place, status in enumerate(("reported", "defended", "agreed", "at_county", "accepted"), start=1):
        part(PeriodFact, contract, place, status)
    yesterday, long_ago = localdate() - timedelta(days=1), localdate() - timedelta(days=40)
    part(InstalmentFact, contract, 1, "due", amount=Decimal(5000), approved=Decimal(4000), due_on=yesterday)
    late = {"due_on": long_ago, "paid_on": long_ago + timedelta(days=9)}
    part(InstalmentFact, contract, 2, "paid", amount=Decimal(3000), approved=Decimal(3000), paid=Decimal(3000), **late)
    part(InstalmentFact, contract, 3, "planned", amount=Decimal(4000), due_on=None)
    DeliverableFact.objects.create(
        id=contract.pk, township_id=contract.township_id, department_id=contract.department_id, waiting=2,
        due_on=localdate(),
    )  # fmt: skip
