"""Each guard by itself: what it lets pass, what it refuses, in which words and at which field of the form."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from zhunru.admissions import rules
from zhunru.admissions.models import Application, Finding
from zhunru.admissions.tests.stage import (
    LONG_AGO,
    Stage,
    all_answer,
    drafted,
    filed,
    findings,
    first_reviewed,
    listed,
    referred,
    resolution,
)
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.actors import SYSTEM
from zhunru.core.errors import DomainError
from zhunru.divisions.models import Village
from zhunru.lists.models import ListKind
from zhunru.tenancy.context import county_context

Owner = Callable[[], AbstractContextManager[Any]]
BASIS = {"document": "中华人民共和国抗旱条例", "article": "第四十二条", "version": "2009-02-26", "quotation": ""}


def refusal(rule: rules.Guard, application: Application) -> DomainError:
    with pytest.raises(DomainError) as refused:
        rule(application, SYSTEM)
    return refused.value


def an_application(**columns: Any) -> Application:
    """Not saved; complete unless `columns` says otherwise."""
    full = dict.fromkeys(rules.submission.REQUIRED["admit"], "有") | {"starts_on": "2026-01-01", "legal_bases": [BASIS]}
    return Application(**{**full, **columns})


@pytest.mark.clause("2.1a")
@pytest.mark.parametrize("name", rules.submission.REQUIRED["admit"])
def test_every_part_of_the_form_is_asked_for_by_its_label(name: str) -> None:
    rules.submission.is_complete(an_application(), SYSTEM)
    error = refusal(rules.submission.is_complete, an_application(**{name: None if name == "starts_on" else ""}))
    assert (error.code, error.field) == ("incomplete", name)
    labels = {field.name: str(field.verbose_name) for field in Application._meta.fields}
    assert labels[name] in error.message


def test_all_missing_parts_are_told_at_once() -> None:
    error = refusal(rules.submission.is_complete, Application())
    assert error.params["fields"] == list(rules.submission.REQUIRED["admit"])


@pytest.mark.clause("1.3b")
@pytest.mark.parametrize("left_out", ["document", "article", "version"])
def test_a_legal_basis_names_document_article_and_version(left_out: str) -> None:
    """Rule A-12."""
    rules.basis.has_legal_basis(an_application(), SYSTEM)
    error = refusal(rules.basis.has_legal_basis, an_application(legal_bases=[BASIS, {**BASIS, left_out: ""}]))
    assert (error.code, error.field) == ("legal_basis_incomplete", "legal_bases")


@pytest.mark.clause("1.3b")
def test_without_any_legal_basis_nothing_is_filed() -> None:
    """Rule A-12."""
    assert refusal(rules.basis.has_legal_basis, an_application(legal_bases=[])).code == "no_legal_basis"


@pytest.mark.clause("3.3b")
@pytest.mark.parametrize(
    ("money", "code"),
    [
        ({"funding_amount": Decimal(3600), "budget_line": "农林水支出"}, None),
        ({"no_cost_reason": "材料由部门承担"}, None),
        ({"funding_amount": Decimal(3600)}, "no_budget_line"),
        ({}, "no_funding"),
        ({"funding_amount": Decimal(0)}, "no_funding"),
        ({"budget_line": "农林水支出"}, "no_funding"),
    ],
)
def test_a_matter_brings_its_money_or_says_why_it_costs_nothing(money: dict[str, Any], code: str | None) -> None:
    """Rule A-13."""
    if code is None:
        rules.basis.has_funding(an_application(**money), SYSTEM)
    else:
        assert refusal(rules.basis.has_funding, an_application(**money)).code == code


@pytest.mark.clause("2.1a")
def test_an_application_names_villages_that_there_are(stage: Stage) -> None:
    with county_context():
        codes = [village.code for village in stage.villages()]
        rules.submission.names_villages(an_application(scope=codes), SYSTEM)
        assert refusal(rules.submission.names_villages, an_application(scope=[])).code == "no_scope"
        error = refusal(rules.submission.names_villages, an_application(scope=[*codes, "999999999999", "888888888888"]))
    assert (error.code, error.field) == ("unknown_village", "scope")
    assert "888888888888、999999999999" in error.message


def test_a_village_that_has_ended_takes_no_new_matter(owner: Owner) -> None:
    with owner(), transaction.atomic():
        village = Village.objects.earliest("code")
        Village.objects.filter(pk=village.pk).update(ended_on=LONG_AGO)
        assert refusal(rules.submission.names_villages, an_application(scope=[village.code])).code == "unknown_village"
        transaction.set_rollback(True)


@pytest.mark.clause("2.1d")
def test_a_term_ends_after_it_began() -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    for starts, ends in ((first, last), (first, None), (None, last), (first, first)):
        rules.submission.ends_after_it_starts(an_application(starts_on=starts, ends_on=ends), SYSTEM)
    error = refusal(rules.submission.ends_after_it_starts, an_application(starts_on=last, ends_on=first))
    assert (error.code, error.field) == ("ends_before_start", "ends_on")


@pytest.mark.clause("3.2a")
@pytest.mark.parametrize("title", ["协助征收农业税", "征收农业税、催缴欠款"])
def test_what_the_negative_list_names_is_refused_with_its_entry(stage: Stage, title: str) -> None:
    """Rule A-09."""
    with county_context():
        entry = listed(ListKind.NEGATIVE, "征收农业税、催缴欠款")
        error = refusal(rules.basis.not_on_negative_list, an_application(title=title))
        rules.basis.not_on_negative_list(an_application(title="春灌节水入户宣传"), SYSTEM)
    assert (error.code, error.field, error.params["entry"]) == ("negative_list", "title", entry.pk)
    assert entry.title in error.message


@pytest.mark.clause("2.2a")
@pytest.mark.parametrize("kind", [ListKind.STATUTORY, ListKind.ASSIST])
def test_what_a_list_obliges_villages_to_needs_no_admission(stage: Stage, kind: ListKind) -> None:
    """Rule A-10."""
    with county_context():
        entry = listed(kind, "协助做好抗旱措施的落实工作")
        error = refusal(rules.basis.not_already_owed, an_application(title="协助抗旱措施落实"))
        rules.basis.not_already_owed(an_application(title="冬季取暖入户提醒"), SYSTEM)
    assert (error.code, error.field, error.params["entry"]) == ("already_owed", "title", entry.pk)


def test_the_negative_list_does_not_answer_for_the_other_two(stage: Stage) -> None:
    with county_context():
        listed(ListKind.NEGATIVE, "征收农业税、催缴欠款")
        rules.basis.not_already_owed(an_application(title="征收农业税、催缴欠款"), SYSTEM)


@pytest.mark.clause("3.1a")
@pytest.mark.parametrize("who", ["drafted_by", "filed_by"])
def test_the_applicant_does_not_review(stage: Stage, who: str) -> None:
    """Rule A-17."""
    with county_context():
        application = filed(stage, stage.villages())
        reviewer = stage.actor("clerk")
        rules.reviewing.reviewer_is_not_the_applicant(application, reviewer)
        setattr(application, f"{who}_id", reviewer.user_id)
        with pytest.raises(DomainError, match="申报人不能复审自己的申请"):
            rules.reviewing.reviewer_is_not_the_applicant(application, reviewer)


@pytest.mark.clause("2.1b")
def test_the_reviewer_does_not_record_the_decision(stage: Stage) -> None:
    """Rule A-17."""
    with county_context():
        application = referred(stage, stage.villages())
        rules.reviewing.is_not_its_reviewer(application, stage.actor("recorder"))
        with pytest.raises(DomainError, match="复审人不能登记"):
            rules.reviewing.is_not_its_reviewer(application, stage.actor("clerk"))


@pytest.mark.clause("3.1a")
def test_an_unlawful_matter_is_not_put_to_the_committee(stage: Stage) -> None:
    """Rule A-08."""
    with county_context():
        application = first_reviewed(stage, stage.villages())
        all_answer(application)
        against = findings(against=Finding.Aspect.LEGALITY)
        APPLICATIONS.take("review", application, actor=stage.actor("clerk"), data=against)
        with pytest.raises(DomainError, match="合法性审核未通过"):
            APPLICATIONS.take("refer", application, actor=stage.actor("head"))
        with pytest.raises(DomainError, match="合法性审核未通过"):
            rules.reviewing.is_lawful(application, stage.actor("recorder"))


@pytest.mark.clause("3.1a")
def test_two_findings_are_not_enough(stage: Stage) -> None:
    """Rule A-08."""
    with county_context():
        application = filed(stage, stage.villages())
        with pytest.raises(DomainError, match="分别给出"):
            rules.reviewing.has_three_findings(application, stage.actor("head"))


def test_a_guard_that_refuses_leaves_everything_as_it_was(stage: Stage) -> None:
    with county_context():
        application = drafted(stage, stage.villages(), title="")
        with pytest.raises(DomainError, match="事项名称"):
            APPLICATIONS.take("submit", application, actor=stage.actor("water-head"))
        application.refresh_from_db()
        assert (application.status, application.version) == (Application.Status.DRAFT, 1)
        assert application.history.count() == 1


def test_the_recorder_is_checked_when_the_decision_is_recorded(stage: Stage) -> None:
    with county_context():
        application = referred(stage, stage.villages())
        finding = application.findings.get(aspect=Finding.Aspect.LEGALITY)
        finding.reviewer_id = stage.actor("recorder").person
        finding.record(actor=SYSTEM, reason="换人复审")
        with pytest.raises(DomainError, match="复审人不能登记"):
            APPLICATIONS.take("approve", application, actor=stage.actor("recorder"), data=resolution())
