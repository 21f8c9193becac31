"""Papers written by hand: a form from their facts, kept as typed, shown with the same renderer, issued by the seal."""

from typing import Any

import pypdfium2
import pytest
from django.test import override_settings

from zhunru.core.errors import DomainError
from zhunru.documents import storage, todo
from zhunru.documents.kinds import ERRATUM, KINDS
from zhunru.documents.models import Document, Draft
from zhunru.documents.tests import composed
from zhunru.documents.tests.desk import Staff, approved, ask, department, drafted, good, said_no, typed
from zhunru.documents.workflow import DRAFTS, USES


def begun(team: Staff, kind: str = "rectification", **said: Any) -> Any:
    return good(ask("drafts", team.clerk, "post", "", {"kind": kind, **said}))


def saved(team: Staff, draft: Any, facts: dict[str, Any], **said: Any) -> Any:
    body = {"version": draft["version"], "facts": facts, **said}
    return good(ask("drafts", team.clerk, "put", f"/{draft['id']}", body))


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "".join("".join(pages[n].get_textpage().get_text_range() for n in range(len(pages))).split())


def issued(team: Staff, **changed: Any) -> Document:
    """All the way: the keeper's answer is the paper."""
    draft = DRAFTS.take("request", drafted(team.clerk, **changed), actor=team.clerk)
    assert draft.use is not None
    USES.take("use", USES.take("approve", draft.use, actor=team.head), actor=team.keeper)
    paper: Document = Document.objects.get(draft=draft)
    return paper


# --- forms ---


def test_every_kind_written_by_hand_has_its_form(team: Staff) -> None:
    forms = {form["kind"]: form for form in good(ask("drafts", team.clerk, "get", "/forms"))}
    assert set(forms) == {name for name, kind in KINDS.items() if kind.composed}
    assert [kind for kind, form in forms.items() if form["corrects"]] == ["erratum"]
    for form in forms.values():
        assert [
            field["title"] for field in form["fields"] if not field["title"] or field["title"] == field["name"]
        ] == []
    fields = {field["name"]: field for field in forms["rectification"]["fields"]}
    subject, findings = fields["subject"], fields["findings"]
    assert (subject["title"], subject["type"], subject["max_length"], subject["required"]) == (
        "问题名称",
        "line",
        60,
        True,
    )
    assert (findings["type"], findings["many"], findings["most"]) == ("group", True, 20)
    assert [(one["title"], one["type"]) for one in findings["fields"]] == [
        ("发现的问题", "text"),
        ("不符合的规定", "text"),
    ]
    assert (fields["demands"]["type"], fields["demands"]["many"], fields["demands"]["most"]) == ("text", True, 50)
    assert (fields["due_on"]["type"], fields["phone"]["required"]) == ("date", False)
    assert {field["name"]: field["type"] for field in forms["interview_notice"]["fields"]}["meets_at"] == "time"


@pytest.mark.parametrize("kind", sorted(name for name, kind in KINDS.items() if kind.composed))
def test_what_a_paper_says_fits_its_form(team: Staff, kind: str) -> None:
    """Every field of the facts, typed as the form has it, leaves no fault but the corrected paper's."""
    facts = getattr(composed, kind)().model_dump(
        mode="json", exclude={"matter_title", "matter_code", "scope", "whole_county"}
    )
    corrects = {"corrects": issued(team).pk} if kind == "erratum" else {}
    draft = saved(team, begun(team, kind, **corrects), facts)
    found = good(ask("drafts", team.clerk, "get", f"/{draft['id']}/check"))
    assert [fault["field"] for fault in found["faults"]] == (["paper"] if kind == "erratum" else [])


# --- typing ---


def test_a_draft_is_kept_as_typed_with_all_its_gaps(team: Staff) -> None:
    draft = saved(team, begun(team), {"subject": "未经准入要求填报报表", "due_on": "三月", "findings": [{"found": ""}]})
    assert draft["facts"] == {"subject": "未经准入要求填报报表", "due_on": "三月", "findings": [{"found": ""}]}
    assert draft["title"] == "关于未经准入要求填报报表问题的整改通知书"
    faults = good(ask("drafts", team.clerk, "get", f"/{draft['id']}/check"))["faults"]
    assert {"field": "due_on", "detail": "应为日期，如 2026-03-02"} in faults
    assert {"field": "addressee", "detail": "此项必填"} in faults
    assert {"field": "findings", "detail": "此项必填"} in faults or {
        "field": "findings.0.found", "detail": "此项必填"
    } in faults  # fmt: skip
    assert said_no(ask("drafts", team.clerk, "post", f"/{draft['id']}/request", {})) == "invalid"


def test_two_people_typing_at_once_do_not_overwrite_each_other(team: Staff) -> None:
    draft = begun(team)
    saved(team, draft, {"subject": "甲"})
    late = ask("drafts", team.head, "put", f"/{draft['id']}", {"version": draft["version"], "facts": {"subject": "乙"}})
    assert (said_no(late), late.json()["params"]["version"]) == ("stale", draft["version"] + 1)
    assert good(ask("drafts", team.head, "get", f"/{draft['id']}"))["facts"] == {"subject": "甲"}


@pytest.mark.parametrize(
    "facts", [{"subject": "\x00"}, {"subject": 1.5}, {"subject": "x" * 100_001}, {"a": [[[[[[["b"]]]]]]]}]
)
def test_what_cannot_be_kept_is_refused(team: Staff, facts: dict[str, Any]) -> None:
    draft = begun(team)
    answer = ask("drafts", team.clerk, "put", f"/{draft['id']}", {"version": draft["version"], "facts": facts})
    assert answer.status_code == 422


def test_only_the_office_writes_and_only_what_is_written_by_hand(team: Staff) -> None:
    assert ask("drafts", team.keeper, "post", "", {"kind": "circular"}).status_code == 403
    assert said_no(ask("drafts", team.clerk, "post", "", {"kind": "approval"})) == "not_composed"
    stranger = department("县水务局", "water")
    assert ask("drafts", stranger, "get", f"/{begun(team)['id']}").status_code == 404


# --- looking ---


def test_a_sample_names_its_gaps_and_is_marked_as_one(team: Staff) -> None:
    draft = saved(team, begun(team), {"subject": "未经准入要求填报报表"})
    answer = ask("drafts", team.clerk, "get", f"/{draft['id']}/preview")
    assert answer["Content-Type"] == "application/pdf"
    text = text_of(answer.content)
    assert "关于未经准入要求填报报表问题的整改通知书" in text
    assert "〔主送单位〕" in text
    assert "样稿" in text
    assert "〔2026〕" not in text
    assert "扫码核验" not in text
    assert "None" not in text
    assert "9999" not in text


@override_settings(DEMO=False)
def test_an_issued_paper_is_no_sample(team: Staff) -> None:
    assert "样稿" not in text_of(storage.paper_path(issued(team).sha256).read_bytes())


def test_what_would_print_empty_is_told_before(team: Staff) -> None:
    draft = saved(team, begun(team), typed(phone="", copies=[]))
    found = good(ask("drafts", team.clerk, "get", f"/{draft['id']}/check"))
    assert found["faults"] == []
    assert "联系电话" in [blank["title"] for blank in found["blanks"]]


# --- the way to the seal ---


@pytest.mark.clause("3.2b")
def test_a_draft_becomes_a_paper_by_request_approval_and_use(team: Staff) -> None:
    draft = DRAFTS.take("request", drafted(team.clerk), actor=team.clerk)
    use = draft.use
    assert use is not None
    assert (
        said_no(ask("drafts", team.clerk, "put", f"/{draft.pk}", {"version": draft.version, "facts": {}})) == "locked"
    )
    USES.take("approve", use, actor=team.head)
    draft.refresh_from_db()
    assert draft.status == Draft.Status.APPROVED
    USES.take("use", use, actor=team.keeper)
    shown = good(ask("drafts", team.clerk, "get", f"/{draft.pk}"))
    assert (shown["status"], shown["document"]["number"]) == ("issued", "演社工整〔2026〕1号")
    told = [(one["by"], one["reason"]) for one in good(ask("drafts", team.clerk, "get", f"/{draft.pk}/history"))]
    assert told[:3] == [(team.keeper.name, "印发"), (team.head.name, "同意用印"), (team.clerk.name, "申请用印")]


def test_a_refused_draft_comes_back_with_the_reason_and_may_be_sent_again(team: Staff) -> None:
    draft = DRAFTS.take("request", drafted(team.clerk), actor=team.clerk)
    assert draft.use is not None
    good(ask("uses", team.head, "post", f"/{draft.use.pk}/refuse", {"remark": "依据不足"}))
    shown = good(ask("drafts", team.clerk, "get", f"/{draft.pk}"))
    assert (shown["status"], shown["use"]["refusal"]) == ("draft", "依据不足")
    assert [group.code for group in todo.for_actor(team.clerk)] == ["returned"]
    again = good(ask("drafts", team.clerk, "post", f"/{draft.pk}/request", {"copies": 3}))
    assert (again["status"], again["use"]["copies"]) == ("requested", 3)
    assert todo.for_actor(team.clerk) == []


def test_taken_back_a_draft_may_be_changed_and_its_request_is_over(team: Staff) -> None:
    use = approved(team)
    draft = Draft.objects.get(use=use)
    taken = good(ask("drafts", team.clerk, "post", f"/{draft.pk}/take_back", {}))
    assert (taken["status"], taken["use"]["status"]) == ("draft", "cancelled")
    assert said_no(ask("uses", team.keeper, "post", f"/{use.pk}/use", {})) == "status"
    assert good(ask("drafts", team.clerk, "post", f"/{draft.pk}/abandon", {}))["status"] == "abandoned"
    assert said_no(ask("drafts", team.clerk, "post", f"/{draft.pk}/request", {})) == "status"


def test_a_paper_that_cannot_be_drawn_leaves_draft_and_request_as_they_were(
    team: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zhunru.documents import services

    def broken(*_: Any, **__: Any) -> None:
        raise DomainError("render_failed", "排版失败")

    use = approved(team)
    monkeypatch.setattr(services, "_register", broken)
    assert said_no(ask("uses", team.keeper, "post", f"/{use.pk}/use", {})) == "render_failed"
    use.refresh_from_db()
    assert (use.status, Draft.objects.get(use=use).status, Document.objects.count()) == ("approved", "approved", 0)
    monkeypatch.undo()
    assert good(ask("uses", team.keeper, "post", f"/{use.pk}/use", {}))["document"]["number"] == "演社工整〔2026〕1号"


# --- errata ---


def test_l_03_a_correction_is_a_new_paper_that_points_to_the_old_one(team: Staff) -> None:
    old = issued(team)
    kept = (old.sha256, old.facts, old.status)
    draft = begun(team, "erratum", corrects=old.pk)
    assert (draft["facts"]["paper"]["number"], draft["facts"]["paper_title"]) == (old.number, old.title)
    facts = draft["facts"] | {"readings": [{"place": "一、", "reads": "2026年", "should_read": "2027年"}]}
    draft = saved(team, draft, facts)
    asked = good(ask("drafts", team.clerk, "post", f"/{draft['id']}/request", {}))
    good(ask("uses", team.head, "post", f"/{asked['use']['id']}/approve", {}))
    paper = good(ask("uses", team.keeper, "post", f"/{asked['use']['id']}/use", {}))["document"]
    new_one = good(ask("router", team.clerk, "get", f"/{paper['id']}"))
    old_one = good(ask("router", team.clerk, "get", f"/{old.pk}"))
    assert new_one["corrects"] == {"id": old.pk, "number": old.number}
    assert old_one["corrections"] == [{"id": paper["id"], "number": "演社工正〔2026〕1号"}]
    old.refresh_from_db()
    assert (old.sha256, old.facts, old.status) == kept


def test_an_erratum_names_the_paper_that_it_corrects(team: Staff) -> None:
    draft = begun(team, "erratum", corrects=issued(team).pk)
    facts = draft["facts"] | {"paper": {"number": "演社工准〔2026〕9号", "issued_on": "2026-03-02"}}
    draft = saved(team, draft, facts | {"readings": [{"place": "一", "reads": "甲", "should_read": "乙"}]})
    found = good(ask("drafts", team.clerk, "get", f"/{draft['id']}/check"))["faults"]
    assert [fault["field"] for fault in found] == ["paper"]


@pytest.mark.parametrize(("kind", "corrects"), [(ERRATUM.name, False), ("circular", True)])
def test_only_errata_correct(team: Staff, kind: str, corrects: bool) -> None:
    said = {"kind": kind, "corrects": issued(team).pk if corrects else None}
    assert said_no(ask("drafts", team.clerk, "post", "", said)) == "corrects"
