"""A contract of the water department with the first village; one of its periods is mediated by the county."""

from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from zhunru.admissions.tests.desks import good
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.tests import samples
from zhunru.contracts.tests.deals import PARTLY, Deal
from zhunru.demo.tests.bodies import BODIES
from zhunru.files.tests import samples as files

LASTS = 60
"""Days."""


def bought(stage: Stage) -> dict[str, int]:
    """Ids by the first part of their path: the contract, its version, a file, a record of work, a period, a payment."""
    contract = samples.drafted(stage, **_from_today(stage))
    deal = Deal(stage, contract)
    sent = deal.clerk.send(f"{deal.path}/attachments", {"file": SimpleUploadedFile("渠道图.pdf", files.pdf())})
    samples.agreed(stage, contract, on=timezone.localdate())
    _signed(deal)
    work = {"clause": 2, "done_on": timezone.localdate().isoformat(), "quantity": "1", "submit": True}
    made = good(deal.village.ask("POST", f"{deal.path}/deliverables", work))
    _to_the_county(deal)
    read = deal.clerk.get(deal.path)
    return {
        "contracts": contract.pk,
        "contract-terms": read["in_force"],
        "contract-files": sent.json()["id"],
        "deliverables": made["id"],
        "periods": deal.ids("periods")[0],
        "instalments": deal.ids("instalments")[0],
    }


def _signed(deal: Deal) -> None:
    terms = deal.clerk.get(deal.path)["under_way"]
    for desk, step in ((deal.head, "sign"), (deal.village, "countersign")):
        good(desk.ask("POST", f"/contract-terms/{terms}/{step}", BODIES["terms_sign"]))
    good(deal.clerk.ask("POST", f"{deal.path}/publish"))


def _to_the_county(deal: Deal) -> None:
    """The village does not agree, and the township's proposal does not help."""
    deal.assessed(PARTLY)
    deal.took("village", "defend", items=[{"clause": 2, "text": "三次因大雪未能巡护"}])
    deal.took("head", "answer", items=[{"clause": 2, "text": "大雪当日未报告"}])
    deal.took("village", "mediate")
    period = deal.ids("periods")[0]
    good(deal.township().ask("POST", f"/periods/{period}/propose", BODIES["period_propose"]))
    deal.took("village", "escalate")


def _from_today(stage: Stage) -> dict[str, Any]:
    """A text whose only period is today, so that it can be reported on."""
    first = timezone.localdate()
    last = first + timedelta(days=LASTS)
    lines = [samples.budget_line(stage.departments["water"], year=year) for year in sorted({first.year, last.year})]
    amounts = ["20000.00"] if len(lines) == 1 else ["15000.00", "5000.00"]
    return {
        "starts_on": str(first),
        "ends_on": str(last),
        "periods": [_period(1, "第一期", first, first), _period(2, "第二期", first + timedelta(days=1), last)],
        "budget": [{"line": line.pk, "amount": amount} for line, amount in zip(lines, amounts, strict=True)],
    }


def _period(no: int, title: str, from_on: date, to_on: date) -> dict[str, Any]:
    return {"no": no, "title": title, "from_on": str(from_on), "to_on": str(to_on)}
