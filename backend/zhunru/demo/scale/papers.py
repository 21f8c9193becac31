"""The papers of the made-up years: registered like any, but each says that it is a specimen for measuring.

Ten thousand papers are not drawn: a paper here is one small page with its number, and its number belongs to a series
of its own, so that the office's own numbers stay as they are.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings

from zhunru.admissions.models import CasePaper, Matter
from zhunru.core.actors import SYSTEM, Actor
from zhunru.demo.scale.cases import Case
from zhunru.demo.scale.keeping import Past, amend, insert, remember
from zhunru.demo.scale.lives import Life
from zhunru.demo.scale.scenery import Scenery
from zhunru.demo.scale.specimens import store_specimen
from zhunru.documents import codes
from zhunru.documents.kinds import KINDS
from zhunru.documents.kinds.declaration import TownshipScope
from zhunru.documents.models import Document, NumberSeries, SealUse

SERIES = "量测"
ANSWERS = {
    "return_for_correction": "correction", "not_accept": "not_accepted", "reject": "rejection", "defer": "deferral",
    "convert": "conversion", "merge_into": "consolidation",
}  # fmt: skip
ADMITTING = {"admit": "approval", "merge": "merger", "split": "split"}
ENDINGS = {
    "withdraw": ("withdrawal", "withdrawn"), "expire": ("expiry", "expired"), "lapse": ("lapse", "lapsed"),
}  # fmt: skip
CHANGING = {"ratify": "approval", "adjust": "adjustment", "extend": "extension"}
V = Document.Status


@dataclass(eq=False)
class Paper:
    kind: str
    at: datetime
    by: Actor
    case: Case | None
    lives: list[Life]
    ended_by: "Paper | None" = None
    status: str = V.VALID
    row: Document = field(init=False)

    def ends(self, former: "Paper | None", status: str) -> None:
        if former:
            former.ended_by, former.status = self, status


def issue_all(cases: Sequence[Case], lives: Sequence[Life], scenery: Scenery) -> list[Paper]:
    """Every paper that the steps have led to, in the order of the days, filed with its case."""
    papers = sorted([*_answers(cases), *_on_matters(lives)], key=lambda paper: paper.at)
    _register(papers, scenery)
    return papers


def file_with_cases(papers: Sequence[Paper]) -> None:
    """Once the matters have their keys."""
    insert(
        CasePaper,
        (
            CasePaper(document=paper.row, application=paper.case.row if paper.case else None, matter=matter)
            for paper in papers
            for matter in _cases_of(paper)
        ),
    )


def _cases_of(paper: Paper) -> list[Matter | None]:
    """The matters that it is on; None where it is on an application alone."""
    return [*(life.row for life in paper.lives)] if paper.lives else [None]


def _answers(cases: Sequence[Case]) -> Iterator[Paper]:
    for case in cases:
        for step in case.steps:
            if step.step in ANSWERS:
                yield Paper(ANSWERS[step.step], step.at, step.by, case, [])


def _on_matters(lives: Sequence[Life]) -> Iterator[Paper]:
    """One paper admits what an application brought, however many matters that are."""
    events = sorted(
        ((event.at, n, event) for n, life in enumerate(lives) for event in life.events), key=lambda e: e[:2]
    )
    admitting: dict[int, Paper] = {}
    for _at, n, event in events:
        life = lives[n]
        if event.step in ("take_effect", "supersede") and event.case:
            paper = admitting.get(id(event.case))
            if paper is None:
                paper = admitting[id(event.case)] = _admitting(event.case, event.at, event.by)
                yield paper
            _hold(life, paper, event.step)
        elif made := _single(life, event.step, event.at, event.by, event.case):
            yield made


def _admitting(case: Case, at: datetime, by: Actor) -> Paper:
    return Paper(ADMITTING[case.kind], at, by, case, [*case.brought, *case.concerned])


def _hold(life: Life, paper: Paper, step: str) -> None:
    if step == "take_effect":
        life.paper = paper
    else:
        paper.ends(life.paper, V.SUPERSEDED)
        life.last_paper = paper


def _single(life: Life, step: str, at: datetime, by: Actor, case: Case | None) -> Paper | None:
    if step in ENDINGS:
        kind, status = ENDINGS[step]
        life.last_paper = Paper(kind, at, by, life.case if step == "lapse" else None, [life])
        life.last_paper.ends(life.paper, status)
        return life.last_paper
    if step in CHANGING:
        paper = Paper(CHANGING[step], at, by, case, [life])
        paper.ends(life.paper, V.SUPERSEDED)
        life.paper = paper
        return paper
    if step == "enter_first":
        life.paper = Paper("provisional", at, by, case, [life])
        return life.paper
    return Paper("suspension", at, by, None, [life]) if step == "suspend" else None


def _register(papers: Sequence[Paper], scenery: Scenery) -> None:
    seqs: Counter[int] = Counter()
    organ = settings.PAPER_NUMBER_PREFIX
    per_year = Counter(paper.at.year for paper in papers)
    series = {
        year: NumberSeries(organ_code=organ, series=SERIES, year=year, last=count) for year, count in per_year.items()
    }
    insert(NumberSeries, series.values())
    for paper in papers:
        year = paper.at.year
        seqs[year] += 1
        paper.row = _document(paper, series[year], seqs[year], scenery)
    insert(Document, (paper.row for paper in papers))
    _seal(papers, scenery)
    ended = [(paper, paper.ended_by) for paper in papers if paper.ended_by]
    amend(Document, {paper.row.pk: _ending(paper, by) for paper, by in ended})
    past = [Past(paper.row.pk, 1, paper.at, "印发", paper.by, V.VALID) for paper in papers]
    past += [Past(p.row.pk, 2, by.at, f"{by.row.number}", by.by, p.status) for p, by in ended]
    at_first = "CASE WHEN past.version > 1 THEN row.{} END"
    remember(Document, past, ended_on=at_first.format("ended_on"), ended_by_id=at_first.format("ended_by_id"))


def _seal(papers: Sequence[Paper], scenery: Scenery) -> None:
    """Each was sealed under the grant that came with the specimen."""
    grant = scenery.seal.grants.get()
    uses = [
        SealUse(
            seal=scenery.seal,
            kind=paper.kind,
            title=paper.row.title,
            status=SealUse.Status.APPROVED,
            requested_name=SYSTEM.name,
            requested_at=paper.at,
            approved_name=grant.approved_name,
            approved_at=paper.at,
            ground=grant.ground,
            grant=grant,
            version=1,
        )
        for paper in papers
    ]
    insert(SealUse, uses)
    used = {"status": "used", "used_name": SYSTEM.name, "version": 2}
    amend(
        SealUse,
        {
            use.pk: {**used, "used_at": paper.at, "document": paper.row.pk}
            for use, paper in zip(uses, papers, strict=True)
        },
    )


def _ending(paper: Paper, by: Paper) -> dict[str, Any]:
    return {"status": paper.status, "ended_on": by.at.date(), "ended_by": by.row.pk, "version": 2}


def _document(paper: Paper, series: NumberSeries, seq: int, scenery: Scenery) -> Document:
    facts, number = _facts(paper, scenery), f"{series}{seq}号"
    sha256, size = store_specimen(number)
    return Document(
        kind=paper.kind,
        series=series,
        seq=seq,
        number=number,
        code=codes.new_code(),
        title=KINDS[paper.kind].facts.model_construct(**facts).title,
        organisation=scenery.office,
        seal=scenery.seal,
        specimen=True,
        issued_on=paper.at.date(),
        facts=facts,
        sha256=sha256,
        size=size,
        version=1,
    )


def _facts(paper: Paper, scenery: Scenery) -> dict[str, Any]:
    """As much as the register, its lists and the verification page read; a specimen says no more."""
    if not paper.lives:
        case = paper.case
        if case is None:
            raise ValueError("a paper is on something")
        return {
            "addressee": case.department.name, "matter_title": case.title, "matter_code": "", "scope": [],
            "whole_county": False,
        }  # fmt: skip
    life = paper.lives[0]
    row = life.row
    facts = {
        "addressee": row.department.name,
        "matter_title": row.title,
        "matter_code": row.code,
        "scope": [place.model_dump() for place in TownshipScope.of(scenery.by_code[code] for code in life.scope)],
        "whole_county": len(life.scope) == len(scenery.villages),
    }
    if KINDS[paper.kind].admits or paper.kind == "provisional":
        facts |= {"starts_on": row.starts_on.isoformat(), "ends_on": row.ends_on.isoformat() if row.ends_on else None}
    return facts | ({"suspended_on": paper.at.date().isoformat()} if paper.kind == "suspension" else {})
