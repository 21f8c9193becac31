"""Applications and what came of them."""

from zhunru.admissions.models.applications import Application, Decision, Finding
from zhunru.admissions.models.matters import Delivery, Matter

__all__ = ["Application", "Decision", "Delivery", "Finding", "Matter"]
