"""The places of the menu, by role. The menu only shows the way; each route decides for itself."""

from zhunru.core.roles import Role

OFFICE = ("lists", "applications", "matters", "documents", "placements", "board", "townships", "villages")
DEPARTMENT = ("lists", "applications", "matters", "documents", "placements")
TOWNSHIP = ("lists", "documents", "placements", "villages")

PLACES: dict[Role, tuple[str, ...]] = {
    Role.COUNTY_ADMIN: ("lists", "townships", "villages", "users"),
    Role.SOCIAL_WORK_CLERK: OFFICE,
    Role.SOCIAL_WORK_HEAD: OFFICE,
    Role.DECISION_RECORDER: OFFICE,
    Role.SEAL_KEEPER: OFFICE,
    Role.LEADER: OFFICE,
    Role.AUDITOR: OFFICE,
    Role.DEPARTMENT_CLERK: DEPARTMENT,
    Role.DEPARTMENT_HEAD: DEPARTMENT,
    Role.TOWNSHIP_ADMIN: ("lists", "villages", "users"),
    Role.TOWNSHIP_OFFICER: TOWNSHIP,
    Role.VILLAGE_OFFICER: TOWNSHIP,
}
