"""The demo's county, from the files beside this one."""

from datetime import date
from pathlib import Path

from zhunru.accounts.imports import import_departments
from zhunru.accounts.models import Organisation
from zhunru.certificate_types.imports import load_certificate_types
from zhunru.core.actors import SYSTEM
from zhunru.divisions.imports import import_divisions
from zhunru.documents.sealing import register_specimen_seal
from zhunru.lists.bases_import import load_legal_bases
from zhunru.lists.imports import ASSEMBLED_FROM_LAW, import_lists
from zhunru.purchases.clauses_import import load_library
from zhunru.purchases.imports import load_catalogue
from zhunru.workdays.seeding import seed as load_calendar

DATA = Path(__file__).parent / "data"
CODE = "540522"
HOST = "gongga.localhost"
OFFICE = "贡嘎县委社会工作部（演示）"
EFFECTIVE_ON = date(2026, 1, 1)


def create_county() -> None:
    """Divisions, departments, working days, lists, services, the office and its seal; what is there stays."""
    import_divisions(DATA / "divisions" / "gongga_divisions.csv", county=CODE, host=HOST, base_domain=HOST)
    import_departments(DATA / "departments" / "departments.csv", actor=SYSTEM)
    load_calendar(actor=SYSTEM)
    import_lists([DATA / "lists"], number=1, effective_on=EFFECTIVE_ON, note=str(ASSEMBLED_FROM_LAW), actor=SYSTEM)
    load_legal_bases(DATA / "lists" / "legal_basis_versions.csv", actor=SYSTEM)
    load_catalogue(DATA / "purchase")
    load_library(DATA / "purchase", actor=SYSTEM)
    load_certificate_types(DATA / "certificates")
    office = Organisation.objects.filter(kind=Organisation.Kind.OFFICE).first()
    if office is None:
        office = Organisation(name=OFFICE, short_name="社会工作部", kind=Organisation.Kind.OFFICE)
        office.record(actor=SYSTEM, reason="建立演示单位")
    register_specimen_seal(office, actor=SYSTEM, today=EFFECTIVE_ON)
