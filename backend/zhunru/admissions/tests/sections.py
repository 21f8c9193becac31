"""The form's own part for each type of object, filled in."""

from typing import Any

from zhunru.admissions.tests.stage import FORM

SECTIONS: dict[str, dict[str, Any]] = {
    "work_matter": {},
    "mechanism": {"basis_level": "central", "members": 3, "meetings": 2},
    "signboard": {"basis_level": "provincial", "wording": "河湖长公示牌", "position": "沟渠口", "size": "60×80 cm"},
    "ledger": {
        "form_code": "演水1表", "issuing_body": "演示机关", "approval_number": "演统〔2026〕1号",
        "valid_until": "2027-12-31", "fields": "渠道名称、长度", "frequency": "yearly", "electronic": True,
    },
    "survey": {
        "form_code": "演水2表", "issuing_body": "演示机关", "approval_number": "演统〔2026〕2号",
        "valid_until": "2027-12-31", "respondents": "灌区农户", "frequency": "once",
    },
    "inspection": {"visits_per_year": 1, "method": "unannounced"},
    "contest": {"frequency": "yearly", "prize": "无", "voluntary": True},
    "app": {"app_name": "灌溉通", "installed_by": "township", "data": "渠道编号"},
    "training": {"days": 1, "people": 2, "online": True},
}  # fmt: skip
"""The section of each type, filled in."""
SUPERIOR = [{**FORM["legal_bases"][0], "level": "central"}]
