"""An office's own wording of its papers: what it may say, how it is tried, when it is used."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from zhunru.accounts.models import Organisation
from zhunru.core.actors import Actor
from zhunru.core.roles import Role
from zhunru.core.tests.clients import CLERK, client
from zhunru.documents import kinds, services, storage
from zhunru.documents.kinds import APPROVAL, KINDS
from zhunru.documents.models import Document, Seal, TemplateVersion
from zhunru.documents.templating import reading, versions
from zhunru.documents.templating.api import router
from zhunru.documents.tests.every_kind import FACTS
from zhunru.documents.tests.samples import ONE_TOWNSHIP, TODAY, approval
from zhunru.documents.tests.test_kinds import text_of

HEAD = replace(CLERK, role=Role.SOCIAL_WORK_HEAD, name="演示负责人", user_id=8)
SUPPLIED = reading.supplied_source(APPROVAL)
OWN = SUPPLIED.replace("现将有关事项通知如下", "现就有关要求通知如下")
BODY = '{%% extends "page.html" %%}\n{%% block body %%}\n%s\n{%% endblock %%}\n'


def issued(office: Organisation, keeper: Actor) -> Document:
    facts = approval(scope=ONE_TOWNSHIP)
    return services.issue(APPROVAL, facts, actor=keeper, today=TODAY, organisation=office, host="gongga.example")


def details(source: str) -> list[tuple[int | None, str]]:
    return [(fault.line, fault.detail) for fault in reading.faults(source, APPROVAL)]


@pytest.mark.parametrize("name", KINDS)
def test_the_supplied_templates_keep_to_what_is_asked_of_an_offices_own(name: str) -> None:
    assert reading.faults(reading.supplied_source(KINDS[name]), KINDS[name]) == []


@pytest.mark.parametrize("name", KINDS)
def test_no_supplied_template_leaves_a_gap_on_a_complete_paper(name: str) -> None:
    left = reading.blanks(reading.supplied_source(KINDS[name]), FACTS[name])
    assert [blank.name for blank in left if blank.printed] == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{% load static %}", "模板标签写错了"),
        ("{% debug %}", "不能使用这个模板标签"),
        ("{% now 'Y' %}", "不能使用这个模板标签"),
        ("{{ facts.salary }}", "没有名为salary的内容"),
        ("{% for one in facts.salaries %}{% endfor %}", "没有名为salaries的内容"),
        ('{% include "items.html" with sentences=facts.salaries %}', "没有名为salaries的内容"),
        ('{% include "/etc/passwd" %}', "没有名为/etc/passwd的段落"),
        ("{% include facts.content %}", "没有名为facts.content的段落"),
        ("<script>alert(1)</script>", "不能使用<script>"),
        ('<img src="data:image/png;base64,AA">', "不能使用<img>"),
        ('<p style="position:absolute">x</p>', "<p>不能有style"),
        ('<td colspan="1000000">x</td>', "<td>不能有colspan"),
        ("<!ENTITY x>", "不能使用<!ENTITY x>"),
    ],
)
def test_what_is_no_wording_is_a_fault_told_with_its_line(line: str, said: str) -> None:
    found = details(BODY % line)
    assert [at for at, detail in found if said in detail] == [3], found


def test_a_template_takes_its_layout_from_the_supplied_page() -> None:
    assert details("<p>同意。</p>") == [(1, '第一行必须是 {% extends "page.html" %}：版式由系统统一提供')]
    assert "模板标签写错了" in details(BODY % "{% if facts.funding %}")[0][1]
    nested = "{% for a in facts.bases %}" * 3 + "x" + "{% endfor %}" * 3
    assert [detail for _line, detail in details(BODY % nested)] == ["循环最多嵌套两层"]
    assert details("x" * (reading.LONGEST + 1))[0][1].startswith("模板不能超过")


def test_a_field_without_content_is_told_with_what_becomes_of_its_place() -> None:
    source = BODY % (
        "<p>频次：{{ facts.workload }}。</p>{% if facts.support %}<p>{{ facts.support }}</p>{% endif %}"
        '<p>{{ facts.object_type|default:"不限" }}</p>'
        '{% if facts.conditions %}{% include "items.html" with sentences=facts.conditions %}{% endif %}'
    )
    found = {blank.name: blank.printed for blank in reading.blanks(source, approval(scope=ONE_TOWNSHIP))}
    assert found == {"workload": True, "support": False, "object_type": False, "conditions": False}


@pytest.mark.clause("2.1c")
def test_a_published_template_words_the_next_paper_and_no_earlier_one(
    office: Organisation, seal: Seal, keeper: Actor
) -> None:
    before = issued(office, keeper)
    draft = versions.save(APPROVAL, OWN, note="", version=None, actor=CLERK)
    assert issued(office, keeper).template is None
    versions.publish(APPROVAL, version=draft.version, actor=HEAD, today=TODAY)
    paper = issued(office, keeper)
    assert paper.template == draft
    assert "现就有关要求通知如下" in text_of(storage.paper_path(paper.sha256).read_bytes())
    assert "现将有关事项通知如下" in text_of(storage.paper_path(before.sha256).read_bytes())
    versions.restore(APPROVAL, actor=HEAD)
    assert issued(office, keeper).template is None


def test_a_published_template_is_never_changed(office: Organisation) -> None:
    draft = versions.save(APPROVAL, OWN, note="", version=None, actor=CLERK)
    versions.publish(APPROVAL, version=draft.version, actor=HEAD, today=TODAY)
    for changed in ({"source": "x"}, {"number": 9}, {"status": "draft", "published_on": None}):
        row = TemplateVersion.objects.get()
        for name, value in changed.items():
            setattr(row, name, value)
        with pytest.raises(DatabaseError, match="a published template is not changed"), transaction.atomic():
            row.save()


def put(actor: Actor, **data: Any) -> Any:
    return client(router, actor).put("/approval/draft", json=data)


def test_the_draft_is_kept_as_typed_and_two_people_do_not_overwrite_each_other(office: Organisation) -> None:
    first = put(CLERK, source="{% if %}", note="试写")
    assert first.status_code == 200
    (draft,) = first.json()["versions"]
    assert (draft["source"], draft["status"], draft["number"]) == ("{% if %}\n", "draft", 1)
    assert put(HEAD, source=OWN, version=draft["version"]).status_code == 200
    late = put(CLERK, source="y", version=draft["version"])
    assert (late.status_code, late.json()["code"]) == (409, "stale")
    assert TemplateVersion.objects.get().source == OWN


def test_a_template_with_faults_is_not_published_and_each_is_told(office: Organisation) -> None:
    (draft,) = put(CLERK, source=BODY % "<script></script>\n{{ facts.salary }}").json()["versions"]
    answer = client(router, HEAD).post("/approval/publish", json={"version": draft["version"]})
    assert answer.status_code == 422
    assert {fault["field"] for fault in answer.json()["errors"]} == {"source"}
    assert len(answer.json()["errors"]) == 2


@pytest.mark.parametrize(
    ("role", "status"), [(Role.SOCIAL_WORK_CLERK, 403), (Role.AUDITOR, 403), (Role.SEAL_KEEPER, 403)]
)
def test_only_the_head_puts_a_template_to_use(role: Role, status: int, office: Organisation) -> None:
    (draft,) = put(CLERK, source=OWN).json()["versions"]
    acting = replace(CLERK, role=role)
    assert client(router, acting).post("/approval/publish", json={"version": draft["version"]}).status_code == status
    assert client(router, acting).post("/approval/restore").status_code == status
    if role != Role.SOCIAL_WORK_CLERK:
        assert put(acting, source="x", version=draft["version"]).status_code == 403


def test_a_template_is_tried_with_the_facts_of_a_real_paper(office: Organisation, seal: Seal, keeper: Actor) -> None:
    tried = client(router, CLERK).post("/approval/check", json={"source": OWN}).json()
    assert tried == {"faults": [], "blanks": [], "sample": "没有找到这一文种的文书，无法用实际内容预览"}
    paper = issued(office, keeper)
    tried = client(router, CLERK).post("/approval/check", json={"source": OWN, "number": paper.number}).json()
    assert {"name": "workload", "title": "workload", "printed": False} in tried["blanks"] or tried["blanks"]
    drawn = client(router, CLERK).post("/approval/preview", json={"source": OWN})
    text = text_of(drawn.content)
    assert "现就有关要求通知如下" in text
    assert paper.number not in text
    missing = client(router, CLERK).post("/approval/preview", json={"source": OWN, "number": "演社工准〔2020〕9号"})
    assert (missing.status_code, missing.json()["field"]) == (409, "number")
    assert TemplateVersion.objects.count() == 0


def test_departments_and_administrators_do_not_read_templates(office: Organisation) -> None:
    for role in (Role.DEPARTMENT_HEAD, Role.COUNTY_ADMIN):
        assert client(router, replace(CLERK, role=role)).get("").status_code == 404
    assert client(router, CLERK).get("/refusal").status_code == 404
    assert {row["kind"] for row in client(router, CLERK).get("").json()} == set(kinds.KINDS)
