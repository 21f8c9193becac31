"""Every operation of the two APIs, and who may use it: the one place where that is said a second time.

A new route has no entry here, and the tests fail until somebody has thought about who may use it.
"""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from ninja import NinjaAPI

from config.county_api import api as county_api
from config.township_api import api as township_api
from zhunru.core.roles import COUNTY_ROLES, TOWNSHIP_ROLES, Role

APIS: dict[str, NinjaAPI] = {"county": county_api, "township": township_api}
UNSAFE = ("post", "put", "patch", "delete")


@dataclass(frozen=True)
class Operation:
    """One method of one path of one API."""

    api: str
    id: str
    method: str
    path: str

    @property
    def unsafe(self) -> bool:
        return self.method in UNSAFE

    @property
    def takes_file(self) -> bool:
        """Whether it is sent as a form with a file in it."""
        described = document(self.api)["paths"][self.path][self.method]
        return "multipart/form-data" in described.get("requestBody", {}).get("content", {})

    @property
    def kind(self) -> str:
        """`applications` for everything under /api/applications."""
        return self.path.split("/")[2]

    def at(self, id: int) -> str:
        """The path, below /api, for one object."""
        return self.path.removeprefix("/api").replace("{id}", str(id))


@cache
def document(api: str) -> dict[str, Any]:
    """The OpenAPI document, as the routes make it."""
    found: dict[str, Any] = dict(APIS[api].get_openapi_schema(path_prefix="/api/"))
    return found


def operations(api: str) -> Iterator[Operation]:
    """All of one API's operations, in the order of the routes."""
    for path, methods in document(api)["paths"].items():
        for method, described in methods.items():
            yield Operation(api, described["operationId"], method, path)


ADMINS = frozenset({Role.COUNTY_ADMIN, Role.TOWNSHIP_ADMIN})
DEPARTMENT = frozenset({Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD})
OFFICE = COUNTY_ROLES - DEPARTMENT - ADMINS
BUSINESS = OFFICE | DEPARTMENT
REVIEWERS = frozenset({Role.SOCIAL_WORK_CLERK, Role.SOCIAL_WORK_HEAD})
EVERYBODY = COUNTY_ROLES | TOWNSHIP_ROLES
TOWNSHIP_BUSINESS = TOWNSHIP_ROLES - ADMINS

MAY: dict[str, frozenset[Role]] = {
    **dict.fromkeys(
        [
            "me", "choose_role", "labels", "todo_list", "list_organisations", "list_list", "edition_history",
            "entry_list", "entry_read", "entry_history", "legal_basis_list", "township_list", "township_read",
            "village_list", "village_read", "notice_list", "notice_latest",
        ],
        EVERYBODY,
    ),
    **dict.fromkeys(
        ["list_users", "create_user", "read_user", "change_user", "reset_password", "user_history"], ADMINS
    ),
    **dict.fromkeys(
        [
            "application_list", "application_read", "application_checks", "application_history", "application_actions",
            "matter_list", "matter_read", "matter_history", "matter_actions", "matter_progress", "board_read",
            "fact_list",
        ],
        BUSINESS,
    ),
    **dict.fromkeys(["application_create", "application_edit"], DEPARTMENT),
    "application_submit": frozenset({Role.DEPARTMENT_HEAD}),
    "application_return_for_correction": frozenset({Role.SOCIAL_WORK_CLERK}),
    "application_accept": frozenset({Role.SOCIAL_WORK_CLERK}),
    "application_review": REVIEWERS,
    "application_refer": frozenset({Role.SOCIAL_WORK_HEAD}),
    "application_decline": frozenset({Role.SOCIAL_WORK_HEAD}),
    "application_approve": frozenset({Role.DECISION_RECORDER}),
    "application_reject": frozenset({Role.DECISION_RECORDER}),
    "application_issue": frozenset({Role.SEAL_KEEPER}),
    "matter_order_withdrawal": frozenset({Role.SOCIAL_WORK_HEAD}),
    "matter_withdraw": frozenset({Role.SEAL_KEEPER}),
    **dict.fromkeys(
        ["document_list", "document_detail", "document_file", "document_history"], BUSINESS | TOWNSHIP_BUSINESS
    ),
    **dict.fromkeys(["placement_list", "placement_read", "placement_history", "placement_actions"], TOWNSHIP_BUSINESS),
    "placement_confirm": frozenset({Role.VILLAGE_OFFICER}),
    "placement_complete": frozenset({Role.VILLAGE_OFFICER}),
    **dict.fromkeys(
        ["placement_rights", "placement_said", "placement_comment", "consultation_list", "consultation_read"],
        TOWNSHIP_BUSINESS,
    ),
    **dict.fromkeys(
        [
            "placement_take_up_again", "placement_petition", "consultation_answer", "refusal_create",
            "refusal_grounds", "refusal_acknowledge", "refusal_add_evidence",
        ],
        frozenset({Role.VILLAGE_OFFICER}),
    ),
    **dict.fromkeys(["refusal_list", "refusal_read", "refusal_history"], BUSINESS | TOWNSHIP_BUSINESS),
    **dict.fromkeys(["refusal_slip", "refusal_evidence"], TOWNSHIP_BUSINESS),
    **dict.fromkeys(
        ["urgent_report_list", "urgent_report_create", "urgent_report_read"], frozenset({Role.TOWNSHIP_OFFICER})
    ),
}  # fmt: skip
"""Roles by operation. For a list or the board: who finds rows there."""

_FINDINGS = [
    {"aspect": aspect, "favourable": True, "opinion": "已核对。"}
    for aspect in ("legality", "feasibility", "reasonableness")
]
_RESOLUTION = {"resolution_number": "演示县委常委会〔2026〕9号", "meeting_on": "2026-11-20"}
_NEW_USER = {"username": "somebody-new", "name": "演示新账号", "password": "a long enough password"}

BODIES: dict[str, dict[str, Any]] = {
    "application_edit": {"version": 1},
    "application_return_for_correction": {"remark": "请补充"},
    "application_review": {"findings": _FINDINGS},
    "application_decline": {"remark": "请补充"},
    "application_approve": _RESOLUTION,
    "application_reject": {**_RESOLUTION, "reasons": "与清单重复"},
    "matter_order_withdrawal": {"reasons": "任务已完成"},
    "placement_confirm": {"document_code": "000000000000"},
    "placement_petition": {"meeting_on": "2026-11-02", "attendance": "应到68户，实到56户", "reason": "重复入户"},
    "placement_comment": {"position": "support"},
    "consultation_answer": {"position": "support"},
    "refusal_create": {"department": 1, "demand": "x", "form": "phone", "demanded_on": "2026-11-02", "reasons": ["R1"]},
    "urgent_report_create": {
        "department": 1, "title": "汛期堤段巡查", "ground": "natural_disaster", "entered_at": "2026-11-02T08:00:00Z",
        "late_reason": "道路中断", "village_duty": "发现险情立即报告", "scope": ["540522100001"],
    },
    "change_user": {"version": 1, "name": "演示改名"},
    "reset_password": {"password": "another long password"},
}  # fmt: skip
"""A well-formed body for each act that needs one; whether it fits the moment is for the rules to say."""


PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC")


def a_picture() -> SimpleUploadedFile:
    """A file that may be handed in."""
    return SimpleUploadedFile("材料.png", PIXEL)


def body(operation: Operation, role: Role) -> dict[str, Any] | None:
    """What somebody of `role` sends with an operation; None for a read."""
    if not operation.unsafe:
        return None
    if operation.id == "choose_role":
        return {"role": role}
    if operation.id == "create_user":
        post = {"role": Role.LEADER if operation.api == "county" else Role.TOWNSHIP_OFFICER}
        return {**_NEW_USER, "posts": [post]}
    return BODIES.get(operation.id, {})
