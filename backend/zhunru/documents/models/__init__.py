"""Papers, their numbers, seals and templates. Nothing here is ever deleted."""

from zhunru.documents.models.batches import Batch, BatchItem
from zhunru.documents.models.drafts import Draft
from zhunru.documents.models.duplicates import Duplicate
from zhunru.documents.models.erasures import Erasure
from zhunru.documents.models.numbers import NumberSeries
from zhunru.documents.models.papers import Document, Sealing
from zhunru.documents.models.seals import Seal, SealGrant
from zhunru.documents.models.templates import TemplateVersion
from zhunru.documents.models.uses import SealUse

__all__ = [
    "Batch",
    "BatchItem",
    "Document",
    "Draft",
    "Duplicate",
    "Erasure",
    "NumberSeries",
    "Seal",
    "SealGrant",
    "SealUse",
    "Sealing",
    "TemplateVersion",
]
