"""The places of the menu, by role. The menu only shows the way; each route decides for itself."""

from zhunru.core.roles import Role

PURCHASES = ("contracts", "purchases", "budget-lines", "clause-library")
CASES = ("applications", "matters", "legacy", "refusals", "expiries")
REGISTERS = ("lists", "documents", "placements", "notices")
SEALING = ("seal-uses", "seals", "templates", "archive")
MAKING = ("drafts", "batches")
COUNTY = ("board", "legal-bases", "townships", "villages", "configuration", "calendar")

WATCHERS = (*CASES, "meetings", *PURCHASES, *REGISTERS, *SEALING, *COUNTY)
"""They read everything and nothing waits for them."""
OFFICE = (*WATCHERS, *MAKING, "deadlines")
DEPARTMENT = (*CASES, "urgent", "opinions", "deadlines", *PURCHASES, *REGISTERS)
VILLAGE = ("consultations", "refusals", "contracts", "certificates", *REGISTERS, "villages")
TOWNSHIP = ("urgent", *VILLAGE)

PLACES: dict[Role, tuple[str, ...]] = {
    Role.COUNTY_ADMIN: ("lists", "townships", "villages", "users", "configuration", "calendar", "notices"),
    Role.SOCIAL_WORK_CLERK: OFFICE,
    Role.SOCIAL_WORK_HEAD: OFFICE,
    Role.DECISION_RECORDER: OFFICE,
    Role.SEAL_KEEPER: OFFICE,
    Role.LEADER: WATCHERS,
    Role.AUDITOR: WATCHERS,
    Role.DEPARTMENT_CLERK: DEPARTMENT,
    Role.DEPARTMENT_HEAD: DEPARTMENT,
    Role.TOWNSHIP_ADMIN: ("lists", "villages", "users", "notices"),
    Role.TOWNSHIP_OFFICER: TOWNSHIP,
    Role.VILLAGE_OFFICER: VILLAGE,
}
