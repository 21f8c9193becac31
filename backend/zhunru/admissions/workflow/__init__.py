"""The courses of applications, matters, meetings and refusals (clauses 1.3a-c, 2.1a-f, 3.1a-b)."""

from zhunru.admissions.workflow.applications import APPLICATIONS, UNDER_WAY
from zhunru.admissions.workflow.matters import MATTERS
from zhunru.admissions.workflow.meetings import MEETINGS
from zhunru.admissions.workflow.refusals import REFUSALS

__all__ = ["APPLICATIONS", "MATTERS", "MEETINGS", "REFUSALS", "UNDER_WAY"]
