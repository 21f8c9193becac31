"""What a stamped paper costs: CPU of this process, of the child that draws and of the PostgreSQL backend."""

import io
from datetime import date
from typing import cast

from django.db import connection, transaction
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from infra.bench.rows import Row, against, cpu_with, in_turn
from zhunru.accounts.models import Organisation
from zhunru.admissions.models import Application, Matter
from zhunru.admissions.papers.admitting import approval_facts
from zhunru.core.actors import SYSTEM
from zhunru.documents import composing, fonts, services, signing
from zhunru.documents.codes import new_code
from zhunru.documents.kinds import APPROVAL
from zhunru.documents.kinds.declaration import PaperFacts
from zhunru.documents.rendering import press
from zhunru.tenancy.context import county_context

DAY = date(2026, 11, 22)


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
    signers.PdfSigner(meta, signing.signer_for(organisation)).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf)), bytes_reserved=8192
    )
