"""Taking a printed legal basis apart into documents and articles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

NUMERAL = "〇零一二三四五六七八九十百千"
UNIT = rf"第[（(]?[{NUMERAL}\d]+[）)]?[编章节条款项目](?:之[{NUMERAL}]+)?"
ARTICLES = rf"{UNIT}(?:[、，和及]?{UNIT})*"
REMARK = r"(?:（[^（）]*）|\([^()]*\))?"
NUMBER = r"(?:[^《》；;、，。\s]*[〔\[]\d{4}[〕\]]\d+号)?"
MARKED = re.compile(rf"(?P<number>{NUMBER})《(?P<document>[^《》]+)》{REMARK}(?P<articles>(?:{ARTICLES})?){REMARK}")
"""`湘民发〔2020〕41号《…清单(试行)》第1项`; what stands in brackets is a remark."""
UNMARKED = re.compile(
    rf"(?P<number>)(?P<document>[^《》]+?)(?P<articles>{ARTICLES}|[{NUMERAL}]+[（(][{NUMERAL}]+[）)])?{REMARK}"
)
"""A document without book title marks: `…指导意见(试行)二(四)`."""
BETWEEN = re.compile(r"[；;、，。\s]*")
NEXT_ARTICLE = re.compile(r"[、，和及](?=第[^条款项]+条)")


@dataclass(frozen=True)
class Basis:
    """One article of one document; `article` is empty where none is named."""

    document: str
    document_number: str
    article: str


type Dated = tuple[Basis, date | None]
"""An article in one version; None where none is named."""


def parse(text: str) -> list[Basis]:
    """The articles that `text` names, in its order and each once; empty if any of it cannot be understood.

    `《甲法》第九条、第十条；《乙条例》第六条` gives three.
    """
    matches = list(MARKED.finditer(text)) if "《" in text else [UNMARKED.fullmatch(text.strip())]
    found = [match for match in matches if match]
    rest = MARKED.sub("", text) if "《" in text else ""
    if not found or not BETWEEN.fullmatch(rest):
        return []
    return list(dict.fromkeys(basis for match in found for basis in _articles(match)))


def printed(legal_basis: str, basis_version: str) -> list[Dated]:
    """What a list prints as basis and version. A version that is no day, or not one per document, says nothing."""
    bases, versions = parse(legal_basis), _days(basis_version)
    return in_versions(bases, versions if len(versions) == len(documents_of(bases)) else [])


def in_versions(bases: Sequence[Basis], versions: Sequence[date]) -> list[Dated]:
    """Each with the version of its document: one per document, in the order in which they are named, or none at all."""
    dated = dict(zip(documents_of(bases), versions, strict=False))
    return [(basis, dated.get((basis.document_number, basis.document))) for basis in bases]


def documents_of(bases: Sequence[Basis]) -> list[tuple[str, str]]:
    """Number and name of the documents, each once."""
    return list(dict.fromkeys((basis.document_number, basis.document) for basis in bases))


def _days(text: str) -> list[date]:
    try:
        return [date.fromisoformat(day) for day in re.split(r"[；;、，,\s]+", text) if day]
    except ValueError:
        return []


def _articles(match: re.Match[str]) -> list[Basis]:
    articles = NEXT_ARTICLE.split(match["articles"] or "")
    return [Basis(match["document"].strip(), match["number"], article) for article in articles]
