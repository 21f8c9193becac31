"""From a public contract to the body of a release: everything that is known of it, without id, date and tag."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from zhunru.purchases.choices import Method
from zhunru.purchases.ocds.contract import (
    Instalment,
    Milestone,
    Paper,
    PaperKind,
    Party,
    Progress,
    PublicContract,
    Standing,
)

Json = dict[str, Any]
SCHEME = "CN-ZFCGPM"
"""The procurement catalogue (政府采购品目分类目录). The standard's list of schemes is open and knows none of China."""
METHODS = {
    Method.DIRECT: "direct",
    Method.SINGLE_SOURCE: "direct",
    Method.NEGOTIATION: "limited",
    Method.TALKS: "limited",
    Method.TENDER: "open",
}
"""In the words of the standard's closed list."""
CALENDAR = ZoneInfo("Asia/Shanghai")


def content(contract: PublicContract, *, ocid: str, site: str) -> Json:
    """What a release says. `site` is the county's public address, such as `https://gongga.example.org`.

    Labels are in the language that is active; who publishes sets the county's.
    """
    buyer, supplier = _reference(contract.buyer), _reference(contract.supplier)
    return {
        "ocid": ocid,
        "language": "zh",
        "initiationType": "tender",
        "parties": [
            _party(contract.buyer, "buyer", "procuringEntity", "payer"),
            _party(contract.supplier, "supplier", "payee"),
        ],
        "buyer": buyer,
        "tender": {
            "id": contract.number,
            "title": contract.subject,
            "status": "complete",
            "procuringEntity": buyer,
            "procurementMethod": METHODS[contract.method],
            "procurementMethodDetails": str(contract.method.label),
            "mainProcurementCategory": "services",
        },
        "awards": [_award(contract, supplier)],
        "contracts": [_contract(contract, ocid, site)],
    }


def _award(contract: PublicContract, supplier: Json) -> Json:
    return _said(
        id=contract.number,
        title=contract.subject,
        status="cancelled" if contract.standing is Standing.CANCELLED else "active",
        date=_instant(contract.awarded_on),
        value=_yuan(contract.original_price),
        suppliers=[supplier],
    )


def _contract(contract: PublicContract, ocid: str, site: str) -> Json:
    agreements = [paper for paper in contract.papers if paper.kind is not PaperKind.ACCEPTANCE]
    return _said(
        id=contract.number,
        awardID=contract.number,
        title=contract.subject,
        description=contract.description,
        status=contract.standing.value,
        period={"startDate": _instant(contract.starts_on), "endDate": _instant(contract.ends_on)},
        value=_yuan(contract.price),
        items=[_item(contract)],
        dateSigned=_instant(contract.signed_on),
        documents=[_document(paper, site) for paper in agreements],
        amendments=[
            _said(id=str(row.no), date=_instant(row.signed_on), rationale=row.reason, description=row.changes)
            for row in contract.supplements
        ],
        implementation=_implementation(contract, ocid, site),
    )


def _item(contract: PublicContract) -> Json:
    classification = {"scheme": SCHEME, "id": contract.service_code, "description": contract.service_name}
    return {"id": "1", "description": contract.subject, "classification": classification}


def _implementation(contract: PublicContract, ocid: str, site: str) -> Json:
    paid = [row for row in contract.instalments if row.paid_on]
    accepted = [paper for paper in contract.papers if paper.kind is PaperKind.ACCEPTANCE]
    return _said(
        transactions=[_transaction(row, contract, f"{site}/ocds/{ocid}/record.json") for row in paid],
        milestones=[
            *(_milestone(row) for row in contract.milestones),
            *(_payment(row) for row in contract.instalments),
        ],
        documents=[_document(paper, site) for paper in accepted],
    )


def _transaction(row: Instalment, contract: PublicContract, uri: str) -> Json:
    return {
        "id": str(row.no),
        "date": _instant(row.paid_on),
        "value": _yuan(row.amount),
        "payer": _reference(contract.buyer),
        "payee": _reference(contract.supplier),
        "uri": uri,
    }


def _milestone(row: Milestone) -> Json:
    return _said(
        id=f"delivery-{row.code}",
        type="delivery",
        code=row.code,
        title=row.title,
        description=row.description,
        dueDate=_instant(row.due_on),
        dateMet=_instant(row.met_on),
        dateModified=_instant(row.found_on),
        status=row.progress.value,
    )


def _payment(row: Instalment) -> Json:
    return _said(
        id=f"payment-{row.no}",
        type="payment",
        code=str(row.no),
        title=row.title,
        dueDate=_instant(row.due_on),
        dateMet=_instant(row.paid_on),
        status=_progress(row).value,
    )


def _progress(row: Instalment) -> Progress:
    if row.paid_on:
        return Progress.MET
    return Progress.NOT_MET if row.dropped else Progress.SCHEDULED


def _document(paper: Paper, site: str) -> Json:
    return {
        "id": paper.code,
        "documentType": paper.kind.value,
        "title": paper.title,
        "url": f"{site}/v/{paper.code}",
        "datePublished": _instant(paper.published_on),
        "format": "text/html",
        "language": "zh",
    }


def _party(party: Party, *roles: str) -> Json:
    place = _said(locality=party.village, region=party.township)
    return _said(id=party.id, name=party.name, address=place, roles=list(roles))


def _reference(party: Party) -> Json:
    return {"id": party.id, "name": party.name}


def _yuan(amount: Decimal) -> Json:
    """A number, as the standard wants it: sums of up to thirteen digits come out as they went in."""
    return {"amount": float(amount), "currency": "CNY"}


def _instant(day: date | None) -> str | None:
    """The standard knows no days, only instants: the day's beginning."""
    return datetime.combine(day, time.min, CALENDAR).isoformat() if day else None


def _said(**values: Any) -> Json:
    """Without what says nothing: the standard forbids empty fields."""
    return {name: value for name, value in values.items() if _says_something(value)}


def _says_something(value: Any) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)
