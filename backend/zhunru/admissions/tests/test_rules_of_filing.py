"""What is asked of an application when it is filed, rule by rule (domain 4.1)."""

from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import timezone

from zhunru.admissions import parameters, rules, schemas
from zhunru.admissions.models import Decision
from zhunru.admissions.rules.warnings import warnings_of
from zhunru.admissions.services import drafts
from zhunru.admissions.tests.fixtures import At
from zhunru.admissions.tests.kinds import refusal, refused, submitted
from zhunru.admissions.tests.settings import set_parameters
from zhunru.admissions.tests.stage import FORM, Stage, admitted, drafted, filed, listed, referred, resolution, the
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.core.actors import SYSTEM, Actor
from zhunru.core.errors import DomainError, NotAllowedError
from zhunru.core.roles import Role
from zhunru.lists.models import LegalBasis, ListKind
from zhunru.tenancy.context import county_context
from zhunru.workdays import clocks, seeding


@pytest.mark.clause("2.1a")
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD}))
def test_nobody_but_a_department_applies(role: Role) -> None:
    """Rule A-01."""
    someone = Actor(user_id=1, name="测试", role=role, realm="county", organisation_id=1)
    with pytest.raises(NotAllowedError):
        drafts.draft_application(actor=someone, data=schemas.ApplicationIn(), client_key=None)


@pytest.mark.clause("2.1a")
def test_a_department_applies_for_itself_only(stage: Stage) -> None:
    """Rule A-01."""
    with county_context():
        assert drafted(stage, stage.villages(0), by="farming-clerk").department == stage.departments["farming"]


@pytest.mark.parametrize("blocks", [False, True])
def test_short_notice_is_warned_of_and_stops_where_the_county_has_it_so(stage: Stage, at: At, blocks: bool) -> None:
    """Rule A-02: 30 working days before the start."""
    at("2026-09-01 09:00")
    with county_context():
        seeding.seed()
        set_parameters(stage, lead_time_blocks=blocks, issue_days=3)
        earliest = the(clocks.due(date(2026, 9, 1), 30))
        assert earliest == date(2026, 10, 19)
        in_time = drafted(stage, stage.villages(0), starts_on=earliest.isoformat())
        assert warnings_of(in_time) == []
        late = drafted(stage, stage.villages(0), starts_on=(earliest - timedelta(days=1)).isoformat())
        if blocks:
            error = refusal(stage, late)
        else:
            (error,) = warnings_of(late)
            submitted(stage, late)
        assert (error.code, error.field) == ("short_notice", "starts_on")
        assert "2026-10-19" in error.message
        submitted(stage, in_time)


def test_notice_is_not_counted_without_a_calendar(stage: Stage) -> None:
    """Rules A-02, A-06: nothing is guessed."""
    with county_context():
        assert warnings_of(drafted(stage, stage.villages(0))) == []


@pytest.mark.clause("3.2a")
def test_the_negative_list_blocks_who_points_at_it_and_whoever_is_named_by_it(stage: Stage) -> None:
    """Rule A-09: a link to a negative entry blocks; pointing elsewhere does not open the way round it."""
    with county_context():
        entry = listed(ListKind.NEGATIVE, "招商引资任务")
        pointing = drafted(stage, stage.villages(0), negative_entry=entry.pk)
        error = refusal(stage, pointing)
        assert (error.field, error.params["entry"]) == ("negative_entry", entry.pk)
        elsewhere = listed(ListKind.ASSIST, "防汛值守").pk
        for id in (None, 2**62, elsewhere):
            named = drafted(stage, stage.villages(0), title="招商引资任务", negative_entry=id)
            error = refusal(stage, named)
            assert (error.field, error.params["entry"]) == ("title", entry.pk)
        submitted(stage, drafted(stage, stage.villages(0), negative_entry=elsewhere))


@pytest.mark.clause("3.2a")
def test_a_hit_by_words_is_answered_one_by_one(stage: Stage) -> None:
    """Rule A-09: a mere keyword hit is a warning that must be answered."""
    with county_context():
        entry = listed(ListKind.NEGATIVE, "承担行政执法检查、拆迁拆违")
        text = {"village_duty": "不参与行政执法检查，只引导入户"}
        assert refusal(stage, drafted(stage, stage.villages(0), **text)).code == "hit_unanswered"
        for answer, code in (("", "hit_unanswered"), ("只引导入户，执法由部门负责", "")):
            draft = drafted(stage, stage.villages(0), **text, hit_answers=[{"entry": entry.pk, "answer": answer}])
            if code:
                error = refusal(stage, draft)
                assert (error.code, error.field, error.params["entry"]) == (code, "hit_answers", entry.pk)
            else:
                submitted(stage, draft)


@pytest.mark.clause("2.2a")
def test_what_is_owed_already_ends_with_a_pointer_to_the_list(stage: Stage) -> None:
    """Rule A-10: no admission needed, on paper."""
    with county_context():
        entry = listed(ListKind.ASSIST, "协助做好抗旱措施的落实工作")
        assert refusal(stage, drafted(stage, stage.villages(0), title="协助抗旱措施落实")).params["entry"] == entry.pk
        application = filed(stage, stage.villages(0))
        said = schemas.NotAccepted(reasons="已列入清单", entry=entry.pk)
        ended = APPLICATIONS.take("not_accept", application, actor=stage.actor("clerk"), data=said)
        (paper,) = ended.papers
        assert (ended.status, paper.kind, paper.facts["entry"]["code"]) == ("not_accepted", "not_accepted", entry.code)
        gone = schemas.NotAccepted(reasons="已列入清单", entry=2**62)
        with pytest.raises(DomainError) as refused:
            APPLICATIONS.take("not_accept", filed(stage, stage.villages(0)), actor=stage.actor("clerk"), data=gone)
        assert (refused.value.code, refused.value.field) == ("no_entry", "entry")


def known(basis: dict[str, Any], ended_on: date | None) -> None:
    LegalBasis.objects.create(document=basis["document"], article=basis["article"], ended_on=ended_on)


@pytest.mark.clause("1.3b")
def test_a_basis_that_has_ended_carries_nothing(stage: Stage) -> None:
    """Rule A-12: at filing and, again, on the day of the decision."""
    with county_context():
        application = referred(stage, stage.villages(0))
        known(FORM["legal_bases"][0], ended_on=timezone.localdate())
        error = refusal(stage, drafted(stage, stage.villages(0), title="秋收安全提醒"))
        assert (error.code, error.field) == ("legal_basis_ended", "legal_bases")
        refused("legal_basis_ended", "approve", application, stage.actor("recorder"), resolution())


@pytest.mark.clause("1.3b")
def test_a_basis_that_ends_tomorrow_or_holds_in_another_version_carries_it_today(stage: Stage) -> None:
    """Rule A-12."""
    with county_context():
        known(FORM["legal_bases"][0], ended_on=timezone.localdate() + timedelta(days=1))
        submitted(stage, drafted(stage, stage.villages(0)))


@pytest.mark.clause("3.3b")
@pytest.mark.parametrize(("amount", "enough"), [("179.99", False), ("180.00", True)])
def test_money_for_a_village_is_not_below_the_countys_standard(stage: Stage, amount: str, enough: bool) -> None:
    """Rule A-13: 120 yuan a person-day, one and a half of them."""
    with county_context():
        set_parameters(stage, funding_standard_per_person_day="120.00")
        draft = drafted(stage, stage.villages(0), funding_amount=amount)
        if enough:
            submitted(stage, draft)
        else:
            error = refusal(stage, draft)
            assert (error.code, error.field) == ("below_standard", "funding_amount")


@pytest.mark.clause("3.3b")
def test_instalments_add_up(stage: Stage) -> None:
    """Rule A-13."""
    due = [{"on": "2026-12-01", "amount": "1600.00"}, {"on": "2027-06-01", "amount": "1999.99"}]
    with county_context():
        error = refusal(stage, drafted(stage, stage.villages(0), funding_due=due))
        assert (error.code, error.field) == ("instalments", "funding_due")
        due[1]["amount"] = "2000.00"
        submitted(stage, drafted(stage, stage.villages(0), funding_due=due))


@pytest.mark.parametrize(("months", "days", "again"), [(6, 0, True), (6, -1, False), (0, 0, False)])
def test_what_was_rejected_comes_again_after_six_months(stage: Stage, months: int, days: int, again: bool) -> None:
    """Rule A-28."""
    with county_context():
        rejected = referred(stage, stage.villages(0))
        on = timezone.localdate() - relativedelta(months=months, days=days)
        no = schemas.Rejection(resolution_number="演示1号", meeting_on=on, reasons="条件不具备")
        APPLICATIONS.take("reject", rejected, actor=stage.actor("recorder"), data=no)
        if again:
            submitted(stage, drafted(stage, stage.villages(0)))
            return
        error = refusal(stage, drafted(stage, stage.villages(0)))
        assert (error.code, error.field) == ("rejected_lately", "new_facts")
        submitted(stage, drafted(stage, stage.villages(0), new_facts="经费已列入预算"))
        submitted(stage, drafted(stage, stage.villages(0), title="秋收安全提醒"))
        assert Decision.objects.get().outcome == "rejected"


def test_the_parameters_of_the_first_filing_hold_to_the_end(stage: Stage) -> None:
    """Rule A-05: a case keeps the version it began under; a later change of the rules does not touch it."""
    with county_context():
        application = filed(stage, stage.villages(0))
        begun = application.configuration
        override = {"category": "regular", "bodies": ["leader"]}
        new = set_parameters(stage, courses=[override])
        notice = schemas.Correction(defects=["请补充"])
        APPLICATIONS.take("return_for_correction", application, actor=stage.actor("clerk"), data=notice)
        again = submitted(stage, application)
        later = filed(stage, stage.villages(0), title="秋收安全提醒")
        assert (again.configuration, later.configuration) == (begun, new)
        assert [parameters.bodies_of(one)[-1] for one in (again, later)] == ["committee", "leader"]


@pytest.mark.clause("2.1a")
@pytest.mark.parametrize(
    ("bad", "code", "field"),
    [
        ({"not_secret": False}, "secrecy", "not_secret"),
        ({"dedicated_post": True}, "dedicated_post", "dedicated_post"),
        ({"handles_personal_data": True}, "personal_data", "personal_data"),
        ({"demands": [{"kind": "ledger", "name": "登记簿"}]}, "demand_without_basis", "demands.0.basis"),
        ({"category": "temporary"}, "no_end", "ends_on"),
        ({"category": "urgent", "ends_on": "2026-12-31"}, "not_registered", "category"),
    ],
)
def test_what_the_form_lacks_is_told_at_its_field(stage: Stage, bad: dict[str, Any], code: str, field: str) -> None:
    with county_context():
        error = refusal(stage, drafted(stage, stage.villages(0), **bad))
    assert (error.code, error.field) == (code, field)


@pytest.mark.clause("2.1a")
def test_personal_data_is_named_with_purpose_and_time(stage: Stage) -> None:
    named: dict[str, Any] = {"handles_personal_data": True}
    with county_context():
        for name in ("personal_data", "personal_data_purpose", "personal_data_retention"):
            assert refusal(stage, drafted(stage, stage.villages(0), **named)).field == name
            named[name] = "户主姓名"
        submitted(stage, drafted(stage, stage.villages(0), **named))


def test_a_village_is_not_assessed_in_free_words() -> None:
    """Domain 3.1: the method is chosen from three, none of which is a target of the village's own."""
    for method in ("none", "by_contract", "county_comprehensive"):
        schemas.ApplicationIn.model_validate({"assessment_method": method})
    with pytest.raises(ValueError, match="assessment_method"):
        schemas.ApplicationIn.model_validate({"assessment_method": "按完成率打分"})


def test_another_departments_matter_does_not_hinder(stage: Stage) -> None:
    """Rule A-28 is about the department's own request."""
    with county_context():
        admitted(stage, stage.villages(0))
        rules.basis.not_rejected_lately(drafted(stage, stage.villages(0), by="farming-clerk"), SYSTEM)
