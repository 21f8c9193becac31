"""Routes of papers: `router` stands on both hosts, the others on the county's alone."""

from zhunru.documents.api.documents import county, pdf_answer, router
from zhunru.documents.api.drafts import router as drafts
from zhunru.documents.api.seals import router as seals
from zhunru.documents.api.uses import router as uses

__all__ = ["county", "drafts", "pdf_answer", "router", "seals", "uses"]
