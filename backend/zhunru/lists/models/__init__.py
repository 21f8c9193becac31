"""The three lists as numbered editions: what a village owes by law, what it assists in, what no one may ask of it."""

from zhunru.lists.models.bases import LegalBasis
from zhunru.lists.models.choices import CODE_LETTERS, ListKind
from zhunru.lists.models.editions import Edition
from zhunru.lists.models.entries import Entry
from zhunru.lists.models.voices import Acknowledgement, Comment

__all__ = ["CODE_LETTERS", "Acknowledgement", "Comment", "Edition", "Entry", "LegalBasis", "ListKind"]
