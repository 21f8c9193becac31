"""Taking over the catalogue of services and what may never be bought of a village."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.core.loading import bring, read_unique
from zhunru.core.tables import Report, Row, checked
from zhunru.purchases.choices import Ban
from zhunru.purchases.models import Forbidden, Service

SERVICES, FORBIDDEN = "services.csv", "forbidden.csv"
SERVICE_COLUMNS = ("code", "name", "level", "parent_code", "offered", "note", "source")
FORBIDDEN_COLUMNS = (
    "seq", "item", "kind", "catalogue_code", "catalogue_name", "legal_basis", "basis_version", "quote", "words",
    "source",
)  # fmt: skip
YES = ("yes", "")
LARGEST = 30_000


@transaction.atomic
def load_catalogue(folder: Path) -> Report:
    """Bring both tables to what the folder's files say; a second run changes nothing.

    What is in the database and no longer in a file is told and stays. Raises TableError with every fault; nothing is
    kept then.
    """
    with checked() as faults:
        services = read_unique(folder / SERVICES, SERVICE_COLUMNS, "code", _service, faults)
        forbidden = read_unique(folder / FORBIDDEN, FORBIDDEN_COLUMNS, "seq", _forbidden, faults)
        _refuse_orphans({row.cells["code"] for row, _found in services}, services, "parent_code")
        _refuse_orphans({row.cells["code"] for row, _found in services}, forbidden, "catalogue_code")
    report = Report()
    bring(Service, "code", [found for _row, found in services], report)
    bring(Forbidden, "seq", [found for _row, found in forbidden], report)
    return report


def whole(row: Row, column: str) -> int:
    """A whole number that is not negative."""
    digits = row.digits(column)
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 0
    if number > LARGEST:
        row.fault(column, _("不得大于 %(most)s") % {"most": LARGEST})
    return min(number, LARGEST)


def _service(row: Row) -> Service:
    return Service(
        code=row.text("code", max_length=9, required=True),
        name=row.text("name", max_length=100, required=True),
        level=whole(row, "level"),
        parent_code=row.text("parent_code", max_length=9),
        offered=row.choice("offered", YES) == "yes",
        note=row.text("note", max_length=300),
        source=row.text("source"),
    )


def _forbidden(row: Row) -> Forbidden:
    return Forbidden(
        seq=whole(row, "seq"),
        item=row.text("item", max_length=200, required=True),
        kind=row.choice("kind", Ban.values),
        catalogue_code=row.text("catalogue_code", max_length=9),
        catalogue_name=row.text("catalogue_name", max_length=100),
        legal_basis=row.text("legal_basis", max_length=300, required=True),
        basis_version=row.text("basis_version", max_length=50),
        quote=row.text("quote"),
        words=[words.strip() for words in row.text("words").split(";") if words.strip()],
        source=row.text("source"),
    )


def _refuse_orphans(codes: set[str], rows: Iterable[tuple[Row, Any]], column: str) -> None:
    for row, _found in rows:
        if row.cells[column] and row.cells[column] not in codes:
            row.fault(column, _("品目目录中没有此编码：%(code)s") % {"code": row.cells[column]})
