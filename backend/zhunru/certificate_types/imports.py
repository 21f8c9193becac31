"""Taking over the lists of certificates that may and that may not be issued."""

from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from zhunru.certificate_types.models import CertificateType
from zhunru.core.loading import bring, read_unique
from zhunru.core.tables import Report, Row, checked

RETAINED, FORBIDDEN = "retained.csv", "forbidden.csv"
SHARED = ("seq", "name", "legal_basis", "note", "source")
RETAINED_COLUMNS = (*SHARED, "basis_version", "quote", "use", "demander", "procedure", "term")
FORBIDDEN_COLUMNS = (*SHARED, "route_office", "route")
S = CertificateType.Standing


@transaction.atomic
def load_certificate_types(folder: Path) -> Report:
    """Bring the list to what the folder's two files say; a second run changes nothing.

    A certificate that goes from one file to the other changes its standing. What is in the database and in neither
    file is told and stays. Raises TableError with every fault; nothing is kept then.
    """
    with checked() as faults:
        retained = read_unique(folder / RETAINED, RETAINED_COLUMNS, "name", _retained, faults)
        forbidden = read_unique(folder / FORBIDDEN, FORBIDDEN_COLUMNS, "name", _forbidden, faults)
        allowed = {row.cells["name"] for row, _found in retained}
        for row, _found in forbidden:
            if row.cells["name"] in allowed:
                row.fault("name", _("同一证明不能既可以出具又不应出具"))
    report = Report()
    bring(CertificateType, "name", [found for _row, found in [*retained, *forbidden]], report)
    return report


def _retained(row: Row) -> CertificateType:
    return _listed(
        row,
        S.ALLOWED,
        basis_version=row.text("basis_version", max_length=50),
        quote=row.text("quote"),
        use=row.text("use", max_length=200, required=True),
        demander=row.text("demander", max_length=100, required=True),
        procedure=row.text("procedure", required=True),
        term=row.text("term", max_length=50),
    )


def _forbidden(row: Row) -> CertificateType:
    return _listed(
        row,
        S.FORBIDDEN,
        route_office=row.text("route_office", max_length=100, required=True),
        route=row.text("route", max_length=300, required=True),
    )


def _listed(row: Row, standing: str, **said: str) -> CertificateType:
    seq = row.digits("seq")
    return CertificateType(
        name=row.text("name", max_length=100, required=True),
        standing=standing,
        seq=int(seq) if seq.isascii() and seq.isdigit() and len(seq) < 6 else 0,
        legal_basis=row.text("legal_basis", max_length=300, required=True),
        note=row.text("note", max_length=300),
        source=row.text("source"),
        **said,
    )
