"""Many papers: what they cost in a batch, what the child and this process hold afterwards, and a browser beside it."""

import io
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.db import connection, transaction
from playwright.sync_api import Page, sync_playwright
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields

from infra.bench.rows import Row, against, cpu_with
from zhunru.accounts.models import Organisation
from zhunru.core.actors import SYSTEM
from zhunru.divisions.models import Village
from zhunru.documents import codes, composing, fonts, sealing, seals, services, signing
from zhunru.documents.kinds import KINDS
from zhunru.documents.kinds.certificate import CertificateFacts
from zhunru.documents.kinds.declaration import TownshipScope
from zhunru.documents.models import Seal
from zhunru.documents.paging import POINTS_PER_MM
from zhunru.documents.rendering import press
from zhunru.documents.signatures.local import LocalCertificates
from zhunru.documents.signatures.providers import Order
from zhunru.tenancy.context import county_context

CERTIFICATE = KINDS["certificate"]
DAY = date(2026, 11, 22)
COMMITTEE = "贡嘎县甲竹林镇甲日村村民委员会"
BATCH = 100
FEW, MANY = 100, 1000
ROUNDS = 3
FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN = "次仁旺堆卓玛格桑扎西德吉边巴平措央金多杰"


def issued() -> list[Row]:
    """For a hundred people, numbered, drawn, sealed, signed, stored and registered: as in a batch, and one by one."""
    with county_context(), transaction.atomic():
        village = Village.objects.select_related("township").order_by("id")[0]
        seal = sealing.register_specimen_seal(village, actor=SYSTEM, today=DAY, name=COMMITTEE)
        office = Organisation.objects.get(kind=Organisation.Kind.OFFICE)

        def issue() -> None:
            for number in range(BATCH):
                services.issue(
                    CERTIFICATE, _facts(number), actor=SYSTEM, today=DAY, organisation=office,
                    host="gongga.localhost", seals=[seal], organ=COMMITTEE,
                )  # fmt: skip

        press().render(_page(0))
        clock = cpu_with(press().pid or 0, int(connection.connection.info.backend_pid))
        row = _batch_against_singles("certificates issued in a batch of 100 (floor: one by one)", issue, clock)
        transaction.set_rollback(True)
    return [row]


def drawn() -> list[Row]:
    """The same, drawn and signed only, and drawn only."""
    signatory = _signatory()

    def draw() -> None:
        for number in range(BATCH):
            press().render(_page(number))

    def sign() -> None:
        for number in range(BATCH):
            signing.sign(press().render(_page(number)), [signatory], reason=str(number))

    sign()
    clock = cpu_with(press().pid or 0)
    return [
        _batch_against_singles("the same, drawn, sealed and signed only", sign, clock),
        _batch_against_singles("the same, drawn only", draw, clock),
    ]


def _batch_against_singles(name: str, work: Callable[[], None], clock: Callable[[], float]) -> Row:
    def together() -> None:
        with press().together():
            work()

    costs = [[_cost(together, clock), _cost(work, clock)] for _ in range(ROUNDS)]
    batch, singles = (min(found) / BATCH * 1000 for found in zip(*costs, strict=True))
    return against(name, batch, singles, unit="ms CPU a paper", at_most=0.6)


def _cost(work: Callable[[], None], clock: Callable[[], float]) -> float:
    begun = clock()
    work()
    return clock() - begun


def memory() -> list[Row]:
    """What the child and this process hold after a thousand papers, drawn and signed, and after a hundred."""
    signatory = _signatory()
    held: dict[int, tuple[float, float]] = {}
    for number in range(1, MANY + 1):
        signing.sign(press().render(_page(number)), [signatory], reason=str(number))
        if number in (FEW, MANY):
            held[number] = _megabytes(press().pid or 0), _megabytes(os.getpid())
    names = ("the drawing child", "the process that signs")
    return [
        against(f"{name} after {MANY} papers (floor: after {FEW})", many, few, unit="MB", at_most=1.1)
        for name, many, few in zip(names, held[MANY], held[FEW], strict=True)
    ]


def _megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def browser() -> list[Row]:
    """The same page drawn by a browser that stays open, with the same signature."""
    html, signatory = _page(1), _signatory()
    drawn = press().render(html)

    def ours() -> None:
        beside.submit(signing.sign, press().render(html), [signatory], reason="1").result()

    with ThreadPoolExecutor(1) as beside, _chromium() as page:  # Playwright's loop runs in this thread, another signs

        def theirs() -> None:
            page.set_content(html.replace("</head>", f"<style>{composing.style()}</style></head>"))
            pdf = page.pdf(prefer_css_page_size=True, tagged=True)
            beside.submit(_signed, pdf, signatory, drawn.anchors["seal"]).result()

        theirs()
        clock = cpu_with(press().pid or 0, *_below(os.getpid(), "chrom"))
        costs = [[_cost(ours, clock), _cost(theirs, clock)] for _ in range(20)]
    cost, floor = (min(found) * 1000 for found in zip(*costs, strict=True))
    return [against("a signed certificate (floor: by headless Chromium)", cost, floor, unit="ms CPU", at_most=0.5)]


def _signed(pdf: bytes, signatory: signing.Signatory, place: tuple[int, float, float]) -> None:
    """As ours, without the seal's place in the structure."""
    page, x, y = place
    half = signatory.seal.diameter * POINTS_PER_MM / 2
    box = (round(x - half), round(y - half), round(x + half), round(y + half))
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    fields.append_signature_field(writer, fields.SigFieldSpec("seal", on_page=page, box=box))
    LocalCertificates().sign(writer, Order("seal", signatory.name, "1", signatory.seal.file))


@contextmanager
def _chromium() -> Iterator[Page]:
    conf = fonts.fontconfig_file(fonts.font_set())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
            env={"FONTCONFIG_FILE": str(conf)},
        )
        yield browser.new_page()
        browser.close()


def _below(pid: int, name: str) -> list[int]:
    """The processes of this name that descend from `pid`."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            named = Path(f"/proc/{child}/comm").read_text(encoding="ascii").startswith(name)
            found += [int(child)] * named + _below(int(child), name)
    return found


def _signatory() -> signing.Signatory:
    seal = Seal(name=COMMITTEE, diameter_mm=seals.DIAMETER_MM, image=seals.specimen(COMMITTEE))
    return signing.Signatory(COMMITTEE, sealing.appearance(seal))


def _facts(number: int) -> CertificateFacts:
    return CertificateFacts(
        addressee="县自然资源局",
        scope=[TownshipScope(code="540522101", name="甲竹林镇", villages=["甲日村委会"])],
        certificate="农村村民住宅用地情况证明",
        basis="《中华人民共和国土地管理法》第六十二条和县《依法出具证明事项清单》第2项",
        use="申请农村宅基地审批",
        person=FAMILY[number % len(FAMILY)] + GIVEN[number % len(GIVEN)] + GIVEN[number * 7 % len(GIVEN)],
        text=f"系我村村民，现有住宅1处，位于{number % 9 + 1}组，没有其他宅基地",
    )


def _page(number: int) -> str:
    code = codes.new_code()
    paper = composing.Paper(
        kind=CERTIFICATE,
        facts=_facts(number),
        issued_on=DAY,
        organ=COMMITTEE,
        demo=True,
        substitution=fonts.font_set().substitution,
        number=f"演社工证〔2026〕{number}号",
        code=code,
        link=codes.verification_link("gongga.localhost", code),
        seal_mm=seals.DIAMETER_MM,
    )
    return composing.html(paper)
