"""What a matter takes over from the application that was approved."""

from typing import Any

from zhunru.admissions.models import Application

CONTENT = (
    "object_type", "category", "title", "objective", "department_duty", "township_duty", "village_duty", "frequency",
    "person_days", "legal_bases", "funding_amount", "budget_line", "funding_due", "no_cost_reason", "tech_support",
    "training_plan", "demands", "scope", "starts_on", "ends_on",
)  # fmt: skip
"""What a matter takes over from the application."""


def content_of(application: Application) -> dict[str, Any]:
    return {name: getattr(application, name) for name in CONTENT}
