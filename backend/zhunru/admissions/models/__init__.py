"""Applications, what was found and decided on them, and what came of them."""

from zhunru.admissions.models.announcements import Announcement
from zhunru.admissions.models.applications import Application
from zhunru.admissions.models.attachments import Attachment
from zhunru.admissions.models.choices import Assessment, Demand, FundingChannel, Ground, RequestKind
from zhunru.admissions.models.decisions import AgendaItem, Decision, Endorsement, Meeting
from zhunru.admissions.models.deliveries import Delivery
from zhunru.admissions.models.keeping import Commitment, Confirmation
from zhunru.admissions.models.legacy import LegacyImport
from zhunru.admissions.models.matters import CasePaper, Lineage, Matter
from zhunru.admissions.models.opinions import Opinion
from zhunru.admissions.models.refusals import RefusalCase
from zhunru.admissions.models.reviews import Finding, FirstReview
from zhunru.admissions.models.urgent_reports import UrgentReport

__all__ = [
    "AgendaItem",
    "Announcement",
    "Application",
    "Assessment",
    "Attachment",
    "CasePaper",
    "Commitment",
    "Confirmation",
    "Decision",
    "Delivery",
    "Demand",
    "Endorsement",
    "Finding",
    "FirstReview",
    "FundingChannel",
    "Ground",
    "LegacyImport",
    "Lineage",
    "Matter",
    "Meeting",
    "Opinion",
    "RefusalCase",
    "RequestKind",
    "UrgentReport",
]
