"""What a stamped paper costs: CPU of this process, of the child that draws and of the PostgreSQL backend."""

import csv
import io
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import cast

from django.db import connection, transaction
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from infra.bench.rows import Row, against, cpu_with, in_turn
from zhunru import demo
from zhunru.accounts.models import Organisation
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.papers.admitting import approval_facts
from zhunru.core.actors import SYSTEM
from zhunru.documents import composing, fonts, services
from zhunru.documents.codes import new_code
from zhunru.documents.kinds import APPROVAL, LIST_EDITION
from zhunru.documents.kinds.declaration import PaperFacts
from zhunru.documents.kinds.list_edition import ListEditionFacts, ListRow
from zhunru.documents.rendering import press
from zhunru.documents.signatures.local import signer_for
from zhunru.tenancy.context import county_context

DAY = date(2026, 11, 22)
ENTRIES = 300
UNTUNED = ".entries { table-layout: auto; border-collapse: collapse }"
"""What a table looks like before anybody has measured it."""
LISTS = Path(demo.__file__).parent / "data" / "lists"


def stamped_paper() -> Row:
    """An approval numbered, drawn, sealed, signed, stored and registered, against drawing and signing the bare page."""
    with county_context(), transaction.atomic():
        matter = Matter.objects.select_related("application").filter(application__isnull=False).order_by("id")[0]
        facts = approval_facts(matter, cast("Application", matter.application))
        office = Organisation.objects.get(kind=Organisation.Kind.OFFICE)
        page = composing.html(_paper(facts, office))

        def ours() -> None:
            services.issue(APPROVAL, facts, actor=SYSTEM, today=DAY, organisation=office, host="gongga.localhost")

        def floor() -> None:
            _sign(press().render(page).pdf, office.name)

        ours()
        clock = cpu_with(press().pid or 0, int(connection.connection.info.backend_pid))
        cost, least = in_turn(ours, floor, rounds=20, clock=clock)
        transaction.set_rollback(True)
    return against("stamped approval", cost, least, unit="ms CPU", at_most=1.3)


def stamped_edition() -> Row:
    """An edition of a list, its texts those of the demonstration's entries; the floor is the same table untuned."""
    with county_context(), transaction.atomic():
        office = Organisation.objects.get(kind=Organisation.Kind.OFFICE)
        facts = ListEditionFacts(
            list_kind="statutory",
            list_label="依法履职事项清单",
            county="贡嘎县",
            edition=1,
            decision_number="演常〔2026〕第3次",
            decided_on=DAY,
            starts_on=DAY,
            rows=_entries(),
        )

        def ours() -> None:
            services.issue(LIST_EDITION, facts, actor=SYSTEM, today=DAY, organisation=office, host="gongga.localhost")

        def floor() -> None:
            page = composing.html(replace(_paper(facts, office), kind=LIST_EDITION))
            _sign(press().render(page, composing.style() + UNTUNED).pdf, office.name)

        ours()
        clock = cpu_with(press().pid or 0, int(connection.connection.info.backend_pid))
        cost, least = in_turn(ours, floor, rounds=3, clock=clock)
        transaction.set_rollback(True)
    return against(f"stamped edition of {ENTRIES} entries (floor: untuned)", cost, least, unit="ms CPU", at_most=0.8)


def _entries() -> list[ListRow]:
    """Every text column has something in it in every row, or nearly."""
    told = [row for kind in ("statutory", "assist") for row in _told(kind)]
    return [
        ListRow(
            code=f"S-{seq:03d}",
            seq=seq,
            category="民生服务",
            title=row["title"],
            village_duty=row["village_duty"],
            legal_basis=row["legal_basis"],
            lead_department=row["lead_department"] or "民政部门",
            supporting_departments="财政部门、农业农村部门",
            applies_to="" if seq % 4 else "村、农牧区社区",
            funding="" if seq % 3 else "县级财政保障",
        )
        for seq, row in enumerate(islice(cycle(told), ENTRIES), start=1)
    ]


def _told(kind: str) -> list[dict[str, str]]:
    with (LISTS / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _paper(facts: PaperFacts, office: Organisation) -> composing.Paper:
    return composing.Paper(
        kind=APPROVAL,
        facts=facts,
        number="演社工准〔2026〕1号",
        code=new_code(),
        link="http://gongga.localhost/v/000000000000",
        issued_on=DAY,
        organ=office.name,
        seal_mm=42.0,
        demo=True,
        substitution=fonts.font_set().substitution,
    )


def _sign(pdf: bytes, organisation: str) -> None:
    """The least that can be called signing: no appearance."""
    meta = signers.PdfSignatureMetadata(
        field_name="Bare", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    signers.PdfSigner(meta, signer_for(organisation)).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf)), bytes_reserved=8192
    )
