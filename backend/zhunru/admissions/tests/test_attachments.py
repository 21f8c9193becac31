"""Files that come with an application: looked over, kept on the county's side, given back as downloads only (3.1)."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from pytest_django import Settings

from zhunru.admissions.models import Application, Attachment
from zhunru.admissions.services import attaching
from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.stage import Stage, drafted, filed
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.configuration import queries as configuration
from zhunru.configuration.schema import Settings as Parameters
from zhunru.configuration.services import add_version
from zhunru.core import history
from zhunru.core.actors import SYSTEM
from zhunru.files.tests import samples
from zhunru.files.tests.test_particulars import PLACE, photo
from zhunru.tenancy.context import county_context

SAID = {"kind": "request", "not_secret": "true"}


@pytest.fixture
def application(stage: Stage) -> Application:
    with county_context():
        return drafted(stage, stage.villages(0))


@pytest.fixture
def desk(stage: Stage) -> Desk:
    return desk_of(stage, "water-clerk")


def form(content: bytes | None = None, name: str = "关于春灌宣传的请示.pdf", **said: Any) -> dict[str, Any]:
    return {**SAID, **said, "file": SimpleUploadedFile(name, samples.pdf() if content is None else content)}


def add(desk: Desk, application: Application, *args: Any, **said: Any) -> Any:
    return desk.send(f"/applications/{application.pk}/attachments", form(*args, **said))


def listed(desk: Desk, application: Application) -> list[Any]:
    found: list[Any] = desk.get(f"/applications/{application.pk}/attachments")
    return found


def test_a_department_attaches_a_file_and_finds_it_with_the_application(
    desk: Desk, application: Application, settings: Settings
) -> None:
    answer = add(desk, application)
    assert answer.status_code == 201, answer.content.decode()
    made = answer.json()
    assert (made["kind_label"], made["name"], made["type"]) == ("请示（函）", "关于春灌宣传的请示.pdf", "pdf")
    assert listed(desk, application) == [made] == desk.get(f"/applications/{application.pk}")["attachments"]
    with county_context():
        sha256 = Attachment.objects.get().sha256
    assert (Path(settings.VAR) / "files" / "county" / sha256[:2] / sha256[2:]).is_file()


def test_the_same_file_again_is_answered_with_the_first(desk: Desk, application: Application) -> None:
    first = add(desk, application).json()
    again = add(desk, application, name="又一次.pdf", kind="plan")
    assert (again.status_code, again.json()) == (201, first)
    with county_context():
        assert Attachment.objects.get().version == 1


def test_a_file_is_never_shown_only_saved(desk: Desk, application: Application) -> None:
    picture = samples.picture("PNG")
    for content, name in ((samples.pdf(), "依据.pdf"), (picture, "照片.png"), (samples.docx(), "方案.docx")):
        made = add(desk, application, content, name).json()
        answer = desk.ask("GET", f"/attachments/{made['id']}/file")
        assert answer.content == content
        assert answer["Content-Disposition"].startswith("attachment;")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
        assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"<html><script>alert(1)</script>", "依据.html", "file_type"),
        (b"MZ\x90\x00", "依据.pdf", "file_type"),
        (b"", "空.pdf", "file_empty"),
        (samples.png_of(60_000, 60_000), "炸弹.png", "file_pixels"),
        (samples.docx({"word/media.bin": bytes(200 << 20)}), "炸弹.docx", "file_bomb"),
        (samples.pdf(root={"/OpenAction": samples.action("JavaScript")}), "脚本.pdf", "file_active"),
        (samples.pdf(), "名不符实.docx", "file_name"),
    ],
)
def test_what_is_harmful_or_unknown_is_refused_at_the_file_in_chinese(
    desk: Desk, application: Application, content: bytes, name: str, code: str
) -> None:
    answer = add(desk, application, content, name)
    told = answer.json()
    assert (answer.status_code, told["code"], told["field"]) == (422, code, "file")
    assert "文件" in told["detail"] or "图片" in told["detail"]
    assert listed(desk, application) == []


def test_each_file_is_declared_open_anew(desk: Desk, application: Application) -> None:
    for said in ({"not_secret": "false"}, {"not_secret": ""}, {"not_secret": "perhaps"}):
        answer = add(desk, application, **said)
        assert answer.status_code == 422
        assert [error["field"] for error in answer.json()["errors"]] == ["not_secret"]
    refused = add(desk, application, not_secret="false").json()["errors"]
    assert refused[0]["detail"] == "请确认所上传的文件不涉及国家秘密；涉密文件不得上传"
    assert listed(desk, application) == []


def test_how_large_and_of_which_type_is_a_parameter_of_the_county(stage: Stage, desk: Desk) -> None:
    with county_context():
        held = configuration.current()
        changed = held.values.model_dump() | {"attachment_max_bytes": 100 * 1024, "attachment_types": ["png"]}
        changed_values = Parameters.model_validate(changed)
        add_version(changed_values, based_on=held.number, note="附件从严", actor=stage.actor("admin"))
        application = drafted(stage, stage.villages(0))
    told = add(desk, application).json()
    assert (told["code"], told["detail"]) == ("file_type", "只接受以下格式的文件：PNG 图片")
    large = add(desk, application, samples.picture("PNG") + bytes(100 * 1024), "大.png")
    assert (large.status_code, large.json()["field"]) == (413, "file")
    assert large.json()["detail"] == "文件过大，最多 100 KB"


def test_a_request_beyond_any_limit_is_refused_unread(desk: Desk, application: Application, settings: Settings) -> None:
    settings.UPLOAD_MAX_BYTES = 1000
    answer = add(desk, application, bytes(2000))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert answer["Content-Type"] == "application/problem+json"


def test_an_application_has_room_for_so_many_files_and_bytes(
    desk: Desk, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "MOST_FILES", 2)
    for pages in (1, 2):
        assert add(desk, application, samples.pdf(pages=pages)).status_code == 201
    answer = add(desk, application, samples.pdf(pages=3))
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (409, "too_many_files", "file")
    monkeypatch.setattr(attaching, "MOST_FILES", 20)
    monkeypatch.setattr(attaching, "MOST_BYTES", len(samples.pdf()) + 1)
    assert add(desk, application, samples.pdf(pages=3)).json()["code"] == "too_much"


def test_what_is_taken_out_is_gone_from_the_form_and_kept_in_the_record(desk: Desk, application: Application) -> None:
    made = add(desk, application).json()
    for _again in range(2):
        assert desk.ask("POST", f"/attachments/{made['id']}/remove").status_code == 204
    assert listed(desk, application) == []
    assert desk.ask("GET", f"/attachments/{made['id']}/file").status_code == 404
    reasons = [entry["reason"] for entry in desk.get(f"/applications/{application.pk}/history")]
    assert (reasons.count("上传附件"), reasons.count("移除附件")) == (1, 1)
    anew = add(desk, application).json()
    assert anew["id"] != made["id"]


def test_once_filed_the_files_stay_as_they_are(stage: Stage, desk: Desk) -> None:
    with county_context():
        application = drafted(stage, stage.villages(0))
    made = add(desk, application).json()
    with county_context():
        APPLICATIONS.take("submit", application, actor=stage.actor("water-head"))
    for answer in (
        add(desk, application, samples.ofd(), "补充.ofd"),
        desk.ask("POST", f"/attachments/{made['id']}/remove"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "locked")
    assert listed(desk, application) == [made]


def test_who_may_see_the_application_may_see_its_files_and_nobody_else(stage: Stage, desk: Desk) -> None:
    with county_context():
        application = drafted(stage, stage.villages(0))
    made = add(desk, application).json()
    paths = [f"/applications/{application.pk}/attachments", f"/attachments/{made['id']}/file"]
    reviewer, other, admin = (desk_of(stage, name) for name in ("clerk", "farming-head", "admin"))
    for stranger in (reviewer, other, admin):
        assert [stranger.ask("GET", path).status_code for path in paths] == [404, 404]
    with county_context():
        APPLICATIONS.take("submit", application, actor=stage.actor("water-head"))
    assert [reviewer.ask("GET", path).status_code for path in paths] == [200, 200]
    for stranger in (other, admin):
        assert [stranger.ask("GET", path).status_code for path in paths] == [404, 404]
        assert add(stranger, application).status_code == 404
        assert stranger.ask("POST", f"/attachments/{made['id']}/remove").status_code == 404


def test_a_reviewer_reads_files_and_changes_none(stage: Stage) -> None:
    with county_context():
        application = filed(stage, stage.villages(0))
    answer = add(desk_of(stage, "clerk"), application)
    assert (answer.status_code, answer.json()["code"]) == (403, "role")


def test_the_database_holds_a_file_once_with_an_application(stage: Stage, application: Application) -> None:
    row = {"application": application, "kind": "other", "name": "a.pdf", "type": "pdf", "size": 1, "sha256": "0" * 64}
    with county_context():
        row["uploaded_by_id"] = stage.actor("water-clerk").person
        Attachment(**row).record(actor=SYSTEM, reason="试")
        for wrong in (row, {**row, "sha256": "x"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Attachment(**wrong).record(actor=SYSTEM, reason="试")


def test_the_history_of_an_application_tells_of_its_files(stage: Stage, desk: Desk, application: Application) -> None:
    add(desk, application)
    with county_context():
        found = Attachment.objects.get()
        told = {change.label: change.new for change in history.entries(application, found)[0].changes}
    assert told["文件名"] == "关于春灌宣传的请示.pdf"
    assert told["文件校验值"] == found.sha256


def test_a_broken_form_is_refused_in_words(desk: Desk, application: Application) -> None:
    path = f"/api/applications/{application.pk}/attachments"
    bodies = {
        "multipart/form-data": b"--x\r\n",
        "multipart/form-data; boundary=x": b"--x\r\nContent-Disposition: form-data; name=",
        "multipart/form-data; boundary=\xff": b"x",
        "multipart/form-data; boundary=" + "x" * 300: b"--x\r\n\r\n--x--",
        "application/json": b"{}",
        "application/x-www-form-urlencoded": b"kind=request&not_secret=true",
        "text/plain": b"",
    }
    for kind, body in bodies.items():
        answer = desk.client.generic("POST", path, body, content_type=kind, headers={"X-CSRFToken": desk.token})
        assert answer.status_code in (400, 422), (kind, answer.status_code)
        assert answer["Content-Type"] == "application/problem+json", kind


def test_a_photo_does_not_say_where_it_was_taken(desk: Desk, application: Application) -> None:
    made = add(desk, application, photo(), "现场照片.jpg", kind="other").json()
    kept = desk.ask("GET", f"/attachments/{made['id']}/file").content
    assert PLACE not in kept
    assert made["size"] == len(kept)
