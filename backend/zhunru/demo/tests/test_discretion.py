"""Who refused stays in the township: looked for through every read of the county and in every public table (1.3a)."""

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from pypdfium2 import PdfDocument, PdfiumError

from zhunru.accounts.members import member_of
from zhunru.accounts.models import Membership, User
from zhunru.accounts.services import add_membership
from zhunru.admissions.models import Application, Matter, Meeting, RefusalCase
from zhunru.admissions.schemas import CaseAnswer, Ruling
from zhunru.admissions.tasks import take_up_report
from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.stage import LONG_AGO, PASSWORD, WITH, Stage, accepted, withdrawing
from zhunru.admissions.workflow import REFUSALS
from zhunru.core.actors import COUNTY, SYSTEM, Actor
from zhunru.core.roles import COUNTY_ROLES, DEPARTMENT_ROLES, Role
from zhunru.demo.tests.operations import Operation, operations
from zhunru.demo.tests.world import World, make_world
from zhunru.divisions.models import Village
from zhunru.documents.models import Document
from zhunru.files import storage
from zhunru.files.tests import samples
from zhunru.lists.models import Entry
from zhunru.placements.tests.arrivals import confirm, placements
from zhunru.placements.tests.voices import PETITION, carried_on, case_of, demand, refuse
from zhunru.tenancy.context import county_context, township_context

Owner = Callable[[], AbstractContextManager[Any]]
ID, USERNAME, NAME = 8_765_432_109, "zhuoma.lhamo", "卓玛拉姆次仁"
SECRETS = (str(ID), USERNAME, NAME)
REFUSERS_VILLAGE = 2
"""The township, of three, whose village refuses without wishing to be named; no matter concerns it."""
READS = [operation for operation in operations("county") if not operation.unsafe]
EVIDENCE = samples.pdf(pages=3)
QUERIES = {
    "expiry_list": ["from_on=2026-01-01&to_on=2026-12-31"],
    "search": ["q=牲畜疫病", f"q={NAME}", f"q={USERNAME}"],
    "department_duties": ["department=农业农村部门"],
    "edition_import_template": ["kind=statutory"],
    "meeting_waiting": ["body=leader", "body=joint_meeting", "body=committee"],
    **dict.fromkeys(("application_export", "matter_export", "refusal_export"), ("format=xlsx", "format=csv")),
}
"""What must be said for an answer, and what tells more."""
UNANSWERED = {
    *("legacy_preview_read", "legacy_corrected", "calendar_read", "calendar_history"),
    *("edition_import_preview_read", "edition_import_corrected", "period_recomputed", "batch_file"),
}
"""Reads of what there is nothing of in this world."""
REGISTER = ("townships", "villages")
"""Whoever is logged in may read which villages there are."""
ACCOUNTS = ("accounts_", "axes_")
"""Tables that hold the accounts themselves."""


def somebody(village: Village, role: Role = Role.VILLAGE_OFFICER, id: int = ID) -> Actor:
    """An officer whose id, name and log-in name are unlike anything else."""
    realm = village.township.schema_name
    with township_context(realm):
        suffix = "" if id == ID else f"-{id - ID}"
        user = User(id=id, realm=realm, username=USERNAME + suffix, name=NAME, password=make_password(PASSWORD))
        user.record(actor=SYSTEM, reason="建立账号")
        own = village if role == Role.VILLAGE_OFFICER else None
        add_membership(user, role=role, from_on=LONG_AGO, actor=SYSTEM, village=own)
        return member_of(list(Membership.objects.filter(user=user).select_related(*WITH))).actor


def speak(world: World, village: Desk, township: Desk) -> None:
    """Everything that an officer of the first village, and of its township, can say."""
    stage, placement = world.stage, placements(world.stage.townships[0])[0]
    with county_context():
        application = accepted(stage, stage.villages(0), title="牲畜疫病入户排查")
        ours = application.opinions.get(village=stage.villages(0)[0]).pk
        theirs = application.opinions.get(village=None, party="township").pk
    objection = {"position": "objection", "text": "人手不足，请减少频次"}
    village.post(f"/consultations/{ours}/answer", objection)
    township.post(f"/consultations/{theirs}/answer", objection)
    village.post(f"/placements/{placement.pk}/petition", PETITION)
    for desk in (village, township):
        desk.post(f"/placements/{placement.pk}/comment", objection)
    confirm(stage, placement)
    filed = refuse(stage, village, placement=placement.pk, reasons=["R3"], explanation="经费未到")
    village.send(f"/refusals/{filed['id']}/evidence", {"file": SimpleUploadedFile(f"{NAME}.pdf", EVIDENCE)})
    fought_over(stage, case_of(filed, stage))
    village.post(f"/refusals/{filed['id']}/acknowledge")
    reported = {
        "department": stage.departments["water"].pk,
        "title": "山洪险段值守",
        "ground": "natural_disaster",
        "entered_at": "2026-11-20T08:00:00+08:00",
        "village_duty": "发现险情立即报告",
        "scope": [placement.village.code],
    }
    take_up_report(report_id=township.post("/urgent-reports", reported)["id"])
    with county_context():
        withdrawing(stage, Matter.objects.get(pk=world.matter.pk))
        asked = world.matter.opinions.get(purpose="withdrawal", village=placement.village).pk
    village.post(f"/consultations/{asked}/answer", objection)


def fought_over(stage: Stage, case: RefusalCase) -> None:
    """Contested by the department, upheld by the county."""
    with county_context():
        case = REFUSALS.take("contest", case, actor=stage.actor("water-head"), data=CaseAnswer(answer="有依据"))
        case = REFUSALS.take("uphold", case, actor=stage.actor("head"), data=Ruling(ruling="拒绝成立"))
    carried_on(case)


def ids_of(operation: Operation, world: World) -> list[int]:
    """Every object of its kind that the county has."""
    with county_context():
        kinds: dict[str, Any] = {
            "applications": Application.objects, "matters": Matter.objects, "refusals": RefusalCase.objects,
            "documents": Document.objects, "entries": Entry.objects, "meetings": Meeting.objects,
        }  # fmt: skip
        rows = kinds.get(operation.kind)
        return list(rows.values_list("pk", flat=True)) if rows else [world.object(operation.kind, COUNTY)]


def paths(operation: Operation, world: World) -> Iterator[str]:
    for id in ids_of(operation, world) if "{id}" in operation.path else [0]:
        yield from (
            f"{operation.at(id)}?{query}" for query in QUERIES.get(operation.id, ["limit=200" if id == 0 else ""])
        )


def words(answer: Any) -> str:
    """All that can be read in an answer: JSON, the text of a PDF, the sheets of a table."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    said = str(dict(answer.headers)) + content.decode("utf-8", "ignore")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            said += "".join(packed.read(name).decode("utf-8", "ignore") for name in packed.namelist())
    if content.startswith(b"%PDF-"):
        said += _printed(content)
    return said


def _printed(content: bytes) -> str:
    try:
        return "".join(page.get_textpage().get_text_range() for page in PdfDocument(content))
    except PdfiumError:
        return ""


def readers(world: World) -> Iterator[tuple[str, Desk]]:
    """Everybody of the county: each role of its offices, and of both departments."""
    for role in sorted(COUNTY_ROLES):
        yield str(role), world.by_role(role)
    for post in ("clerk", "head"):
        with county_context():
            actor = world.stage.actor(f"farming-{post}")
        yield f"farming-{post}", world.desk(actor)


@pytest.fixture
def spoken(stage: Stage, at: At) -> World:
    """Who the refuser was is known in two townships: in the first everything was said, in the third one refusal."""
    at("2026-11-20 10:00")
    world = make_world(stage)
    mine = stage.villages(0)[0]
    speak(world, Desk(somebody(mine)), Desk(somebody(mine, Role.TOWNSHIP_OFFICER, ID + 1)))
    return world


@pytest.mark.clause("1.3a")
def test_nobody_in_the_county_reads_who_refused_petitioned_or_objected(spoken: World) -> None:
    """尊重民意: no answer of the county's API holds the refuser's name, log-in name or id, whoever asks."""
    found, answered = set(), set()
    for who, desk in readers(spoken):
        for operation in READS:
            for path in paths(operation, spoken):
                answer = desk.ask("GET", path)
                said = words(answer)
                found |= {(who, path, secret) for secret in SECRETS if secret in said}
                answered |= {operation.id} if answer.status_code == 200 else set()
    assert found == set()
    assert {operation.id for operation in READS} - answered <= UNANSWERED


@pytest.mark.clause("1.3a")
@pytest.mark.django_db(transaction=True)
def test_no_public_table_holds_who_refused_petitioned_or_objected(spoken: World, owner: Owner) -> None:
    """尊重民意: not even the owner finds a person there, but among the accounts themselves."""
    found, read = [], 0
    with owner(), connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        for (table,) in cursor.fetchall():
            if not table.startswith(ACCOUNTS):
                cursor.execute(f'SELECT t::text FROM public."{table}" t')
                for (row,) in cursor.fetchall():
                    read += 1
                    found += [(table, secret, row) for secret in SECRETS if secret in row]
        cursor.execute(f"SELECT count(*) FROM {spoken.stage.townships[0].schema_name}.placements_historicalrefusal "
                       f"WHERE history_user_id = {ID}")  # fmt: skip
        kept = cursor.fetchone()
    assert found == []
    assert read > 100, "the tables are not empty"
    assert kept[0] >= 3, "in the township it is kept: filed, with evidence, acknowledged"


def test_what_the_village_hands_in_lies_on_its_township_s_side(spoken: World) -> None:
    sha256 = hashlib.sha256(EVIDENCE).hexdigest()
    assert storage.is_stored(spoken.stage.townships[0].schema_name, sha256)
    assert not storage.is_stored(COUNTY, sha256)


@pytest.mark.clause("1.3a")
def test_a_village_that_does_not_wish_to_be_named_is_named_to_no_department(stage: Stage, at: At) -> None:
    """尊重民意: in no list, detail, history, notice or export; to the county's office it is."""
    at("2026-11-20 10:00")
    world = make_world(stage)
    village = stage.villages(REFUSERS_VILLAGE)[0]
    officer = Desk(stage.village_officer(village))
    filed = officer.post("/refusals", demand(stage, anonymous=True, explanation="未经准入"))
    case = case_of(filed, stage, REFUSERS_VILLAGE)
    secrets = (village.name, village.code, village.township.name, village.township.schema_name)
    assert filed["id"] != case.pk, "the refusal's own id tells whose it is"
    for answered in (False, True):
        if answered:
            fought_over(stage, case)
        found = set()
        for role in sorted(DEPARTMENT_ROLES):
            for operation in READS:
                if operation.kind not in REGISTER:
                    for path in paths(operation, world):
                        said = words(world.by_role(role).ask("GET", path))
                        found |= {(role, path, secret) for secret in secrets if secret in said}
        assert found == set()
    office = world.by_role(Role.SOCIAL_WORK_CLERK)
    assert office.get(f"/refusals/{case.pk}")["village"] == village.name


def test_what_is_looked_for_would_be_found(spoken: World) -> None:
    """The township's own history names the refuser; so the search above is not blind."""
    desk = Desk(spoken.stage.township_officer(spoken.stage.townships[0]))
    row = next(row for row in desk.get("/refusals")["items"] if row["reasons"] == ["R3"])
    assert NAME in words(desk.ask("GET", f"/refusals/{row['id']}/history"))
    assert re.search("evidence", words(desk.ask("GET", f"/refusals/{row['id']}")))
