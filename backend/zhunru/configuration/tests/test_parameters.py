"""Every parameter with its title, unit and bounds; and how the parameters must fit together."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.utils import translation
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from zhunru.configuration import coherence, describing
from zhunru.configuration.choices import ObjectType
from zhunru.configuration.courses import CourseOverride
from zhunru.configuration.parameters import GROUPS, REQUEST_KINDS, UNITS
from zhunru.configuration.purchasing import PurchaseSettings
from zhunru.configuration.schema import FormOverride, Settings, Share, UrgentSettings
from zhunru.configuration.schemas import SettingsIn
from zhunru.core.text import MAX_TEXT

ALL = (Settings, UrgentSettings, PurchaseSettings, Share, CourseOverride, FormOverride)
DEFAULTS = {
    "lead_time_days": 30, "lead_time_blocks": False, "form_check_days": 2, "deemed_accepted_days": 5,
    "correction_days": 10, "first_review_days": 3, "first_reviewer_role": "social_work_clerk",
    "consultation_days": 5, "silence_is_consent": True, "sampled_villages": 3, "second_review_days": 4,
    "leader_days": 2, "joint_meeting_days": 5, "issue_days": 2, "total_days": 15, "serve_days": 2,
    "publish_days": 20, "similarity": 0.55, "four_eyes": True, "temporary_max_months": 12, "extension_count": 1,
    "expiry_reminder_days": [60, 30, 7], "withdrawal_objection_days": 5, "petition_villages": 10,
    "review_window_from": "11-01", "review_window_to": "12-31", "resubmit_months": 6, "basis_review_days": 10,
    "refusal_reply_days": 3, "readmission_months": 6,
}  # fmt: skip


def parameters() -> Iterator[tuple[str, FieldInfo]]:
    for model in ALL:
        for name, field in model.model_fields.items():
            yield f"{model.__name__}.{name}", field


def test_the_defaults_are_those_of_the_rules() -> None:
    """Rules A-02 to A-04, A-07, A-11, A-14, A-17, A-19, A-20, A-22, A-23, A-25, A-27 to A-29."""
    values = Settings().model_dump(mode="json")
    assert {name: values[name] for name in DEFAULTS} == DEFAULTS


def test_urgent_entry_has_its_limits_and_its_grounds() -> None:
    """Rule A-24."""
    urgent = Settings().urgent
    limits = (urgent.registration_hours, urgent.application_days, urgent.decision_days, urgent.max_calendar_days)
    assert limits == (24, 5, 10, 30)
    labels = [str(ground.label) for ground in urgent.grounds]
    assert labels == ["自然灾害", "事故灾难", "公共卫生事件", "社会安全事件", "上级应急指令"]


def test_purchases_have_their_limits() -> None:
    """Rules P-06, P-08, P-09, P-11 to P-14."""
    assert Settings().model_dump(mode="json")["purchases"] == {
        "term_years": 1, "term_years_max": 3, "procurement_threshold": "300000.00", "sign_within_days": 30,
        "filing_days": 7, "publication_days": 2, "supplement_max_percent": 10, "retention_max_percent": 10,
        "confirm_deliverable_days": 5, "silence_confirms_deliverables": True, "defence_days": 5,
        "defence_answer_days": 5, "panel_min": 3, "payment_days": 30, "payment_days_max": 60, "archive_years": 15,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("supplement_max_percent", 11, "less_than_equal"),
        ("retention_max_percent", 11, "less_than_equal"),
        ("payment_days_max", 61, "less_than_equal"),
        ("term_years_max", 4, "less_than_equal"),
        ("archive_years", 14, "greater_than_equal"),
        ("panel_min", 1, "greater_than_equal"),
        ("procurement_threshold", 300000.5, "said"),
    ],
)
def test_the_county_is_never_laxer_than_the_law_of_purchases(name: str, value: object, kind: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Settings.model_validate({"purchases": {name: value}})
    assert [(e["loc"], e["type"]) for e in refused.value.errors()] == [(("purchases", name), kind)]


def test_every_parameter_has_a_chinese_title_a_unit_and_a_group() -> None:
    for name, field in parameters():
        assert field.title, name
        assert any("\u4e00" <= char <= "\u9fff" for char in field.title), name
        about: Any = field.json_schema_extra
        assert about["unit"] in UNITS, name
        assert about["group"] in GROUPS, name


def _bounded(node: dict[str, Any], definitions: dict[str, Any]) -> bool:
    if "$ref" in node:
        return _bounded(definitions[node["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in node:
        return all(_bounded(part, definitions) for part in node["anyOf"])
    if "enum" in node or "const" in node or node["type"] in ("boolean", "null", "object"):
        return True
    if node["type"] == "array":
        return "maxItems" in node and _bounded(node["items"], definitions)
    if node["type"] == "string":
        return "pattern" in node or node.get("maxLength", MAX_TEXT) < MAX_TEXT
    return "minimum" in node and "maximum" in node


def test_every_parameter_has_its_bounds() -> None:
    schema = Settings.model_json_schema()
    definitions = schema["$defs"]
    models = [schema, *(part for part in definitions.values() if part["type"] == "object")]
    assert len(models) == len(ALL)
    for model in models:
        for name, node in model["properties"].items():
            assert _bounded(node, definitions), name


def test_the_schema_names_units_groups_and_choices_in_the_reader_s_language() -> None:
    told = describing.described()
    days = told["properties"]["correction_days"]
    assert (days["title"], days["unit_label"], days["minimum"]) == ("补正期限", "个工作日", 1)
    assert told["groups"]["urgent"] == "先进后批"
    assert told["$defs"]["ObjectType"]["labels"]["signboard"] == "挂牌"
    assert told["properties"]["first_reviewer_role"]["labels"]["social_work_head"] == "社会工作部负责人"
    with translation.override("en"):
        assert set(describing.described()["groups"]) == set(GROUPS)


def test_the_schema_names_the_fields_that_a_form_may_leave_out() -> None:
    free = describing.described()["catalogue"]
    assert free["work_matter"] == {}
    assert free["signboard"]["wording"] == "牌匾文字"
    assert "basis_level" not in free["signboard"]


def test_each_kind_of_request_has_its_name() -> None:
    kind = CourseOverride.model_json_schema()["properties"]["kind"]["anyOf"][0]
    assert kind["enum"] == list(REQUEST_KINDS)


def faults_of(**changes: Any) -> dict[str, str]:
    """The faults of the usual parameters with these changes, by field."""
    try:
        SettingsIn.model_validate({**Settings().model_dump(mode="json"), **changes})
    except ValidationError as error:
        return {".".join(map(str, e["loc"])): e.get("ctx", {}).get("detail", e["type"]) for e in error.errors()}
    return {}


URGENT = Settings().urgent.model_dump(mode="json")
PURCHASES = Settings().purchases.model_dump(mode="json")


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("deemed_accepted_days", {"form_check_days": 6}),
        ("urgent.max_calendar_days", {"urgent": {**URGENT, "max_calendar_days": 14}}),
        ("review_window_to", {"review_window_from": "12-31", "review_window_to": "11-01"}),
        ("review_window_to", {"review_window_to": "11-13"}),
        ("petition_share.numerator", {"petition_share": {"numerator": 4, "denominator": 3}}),
        ("purchases.term_years_max", {"purchases": {**PURCHASES, "term_years": 2, "term_years_max": 1}}),
        ("purchases.payment_days_max", {"purchases": {**PURCHASES, "payment_days_max": 29}}),
        ("purchases.panel_min", {"purchases": {**PURCHASES, "panel_min": 4}}),
        ("courses.1", {"courses": [{"object_type": "app"}, {"object_type": "app", "issue_days": 3}]}),
        ("courses.0.bodies", {"courses": [{"object_type": "signboard", "category": "urgent", "bodies": ["leader"]}]}),
        ("courses", {"courses": [{"object_type": "app", "category": "regular", "bodies": ["joint_meeting"]}]}),
        ("courses.0.bodies", {"courses": [{"bodies": ["committee", "leader"]}]}),
        ("courses.0.consult", {"courses": [{"consult": ["village", "village"]}]}),
        ("expiry_reminder_days", {"expiry_reminder_days": [7, 30]}),
        ("expiry_reminder_days", {"expiry_reminder_days": [30, 30]}),
        ("review_window_from", {"review_window_from": "02-29"}),
        ("attachment_types", {"attachment_types": ["pdf", "pdf"]}),
        ("forms.0.hidden", {"forms": [{"object_type": "survey", "hidden": ["form_code"]}]}),
        ("forms.0.hidden", {"forms": [{"object_type": "survey", "hidden": ["wording"]}]}),
        ("forms", {"forms": [{"object_type": "survey"}, {"object_type": "survey"}]}),
    ],
)
def test_what_does_not_fit_together_is_told_at_its_field(field: str, changes: dict[str, Any]) -> None:
    found = faults_of(**changes)
    assert list(found) == [field]
    assert "\u4e00" <= found[field][0] <= "\u9fff"


@pytest.mark.clause("3.1b")
def test_no_configuration_takes_new_regular_matters_from_the_committee() -> None:
    """新增常规类职责事项由县委社会工作部提请县委常委会会议研究。"""
    assert "县委常委会" in faults_of(courses=[{"category": "regular", "bodies": ["leader"]}])["courses"]
    assert not faults_of(courses=[{"category": "regular", "kind": "extend", "bodies": ["leader"]}])
    assert not faults_of(courses=[{"category": "regular", "bodies": ["joint_meeting", "committee"]}])


@pytest.mark.parametrize(
    ("field", "changes", "kind"),
    [
        ("form_check_days", {"form_check_days": 0}, "greater_than_equal"),
        ("total_days", {"total_days": 251}, "less_than_equal"),
        ("total_days", {"total_days": True}, "int_type"),
        ("total_days", {"total_days": "15"}, "int_type"),
        ("similarity", {"similarity": 1.01}, "less_than_equal"),
        ("four_eyes", {"four_eyes": 1}, "bool_type"),
        ("review_window_from", {"review_window_from": "13-01"}, "string_pattern_mismatch"),
        ("review_window_from", {"review_window_from": "11-01\n"}, "string_pattern_mismatch"),
        ("urgent.grounds", {"urgent": {**URGENT, "grounds": []}}, "too_short"),
        ("urgent.grounds.0", {"urgent": {**URGENT, "grounds": ["other"]}}, "enum"),
        ("extra", {"extra": 1}, "extra_forbidden"),
    ],
)
def test_a_value_out_of_its_bounds_is_refused(field: str, changes: dict[str, Any], kind: str) -> None:
    assert faults_of(**changes) == {field: kind}


def test_parameters_come_whole_or_not_at_all() -> None:
    """A parameter that was left out would silently fall back to its default."""
    given = Settings().model_dump(mode="json")
    del given["total_days"], given["urgent"]["grounds"]
    with pytest.raises(ValidationError) as refused:
        SettingsIn.model_validate(given)
    assert {(e["loc"], e["type"]) for e in refused.value.errors()} == {
        (("total_days",), "missing"),
        (("urgent", "grounds"), "missing"),
    }


def test_a_total_shorter_than_its_steps_is_a_warning_and_no_fault() -> None:
    """Rule A-07."""
    assert not list(coherence.warnings(Settings()))
    assert coherence.critical_path(Settings().course_of("app", "regular").limits) == 15
    short = Settings.model_validate({"total_days": 14, "courses": [{"category": "urgent", "issue_days": 30}]})
    assert [w.field for w in coherence.warnings(short)] == ["total_days", "courses.0.total_days"]
    assert not faults_of(total_days=14)
    late = Settings.model_validate({"lead_time_days": 10})
    assert [w.field for w in coherence.warnings(late)] == ["lead_time_days"]


@pytest.mark.parametrize(("in_scope", "needed"), [(1, 1), (3, 1), (4, 2), (29, 10), (30, 10), (900, 10)])
def test_a_petition_needs_a_third_of_the_villages_or_ten(in_scope: int, needed: int) -> None:
    """Rule A-26: a third is kept exactly; of four villages it is two, not one and a third."""
    assert Settings().petition_needed(in_scope) == needed


def test_the_review_window_is_two_days_of_each_year() -> None:
    """Rule A-27."""
    assert Settings().review_window(2026) == (date(2026, 11, 1), date(2026, 12, 31))


def test_the_county_may_leave_fields_out_of_a_form_but_not_those_the_law_wants() -> None:
    shorter = Settings.model_validate({"forms": [{"object_type": "ledger", "hidden": ["electronic"]}]})
    assert "electronic" in Settings().sections_of("ledger")
    assert "electronic" not in shorter.sections_of("ledger")
    assert shorter.sections_of("survey") == Settings().sections_of("survey")
    assert all(Settings().sections_of(t) for t in ObjectType if t != ObjectType.WORK_MATTER)
