"""Papers that let a matter into villages or change what it asks there (clauses 2.1b-c, 2.1f)."""

from decimal import Decimal

from django.utils import timezone

from zhunru.admissions.models import Application, Demand, Matter
from zhunru.admissions.papers.gathering import (
    day,
    decided,
    earlier,
    end_papers,
    funding_sentence,
    issue,
    named,
    of_matter,
    townships_of,
)
from zhunru.core.actors import Actor
from zhunru.documents.kinds import ADJUSTMENT, APPROVAL, EXTENSION, MERGER, SPLIT
from zhunru.documents.kinds.adjustment import AdjustmentFacts, Change
from zhunru.documents.kinds.approval import ApprovalFacts, Basis, Instalment
from zhunru.documents.kinds.extension import ExtensionFacts
from zhunru.documents.kinds.merger import MergerFacts
from zhunru.documents.kinds.split import SplitFacts, Successor
from zhunru.documents.models import Document


def approval_facts(matter: Matter, application: Application) -> ApprovalFacts:
    """The approval of `matter`: bounds, term, duties and money as the county decided them."""
    replaced = [matter.document.number] if matter.document else []
    return ApprovalFacts(
        **of_matter(matter),
        **decided(application),
        category=matter.get_category_display(),
        object_type=matter.get_object_type_display(),
        content=matter.objective,
        workload=_workload(matter),
        bases=[Basis(document=b["document"], article=b["article"], version=b["version"]) for b in matter.legal_bases],
        starts_on=matter.starts_on,
        ends_on=matter.ends_on,
        department_duty=matter.department_duty,
        township_duty=matter.township_duty,
        village_duty=matter.village_duty,
        funding=funding_sentence(matter.funding_amount, matter.budget_line),
        funding_due=[Instalment(on=day(one["on"]), amount=Decimal(one["amount"])) for one in matter.funding_due],
        no_cost_reason=None if matter.funding_amount else matter.no_cost_reason,
        support="；".join(text for text in (matter.tech_support, matter.training_plan) if text) or None,
        conditions=matter.conditions,
        allowed_demands=[_demand(one) for one in matter.demands],
        replaces=replaced,
    )


def _workload(matter: Matter) -> str | None:
    if not matter.frequency or matter.person_days is None:
        return None
    return f"{matter.frequency}，每村（社区）每月约{matter.person_days.normalize():f}人日"


def _demand(demand: dict[str, str]) -> str:
    return f"{Demand(demand['kind']).label}：{demand['name']}（依据：{demand['basis']}）"


def issue_approval(matter: Matter, application: Application, *, actor: Actor) -> Document:
    """The approval; it takes the place of a provisional paper where there is one."""
    facts = approval_facts(matter, application)
    paper = issue(APPROVAL, facts, actor=actor, application=application, matters=[matter])
    _supersede([matter], by=paper, actor=actor)
    return paper


def issue_adjustment(
    matter: Matter, application: Application, changes: list[Change], *, actor: Actor, former_scope: list[str]
) -> Document:
    """What was and what is. It goes to the villages that leave, too."""
    scope = sorted({*former_scope, *matter.scope})
    facts = AdjustmentFacts(
        **of_matter(matter, scope=scope),
        **decided(application),
        paper=earlier(matter.document),
        changes=changes,
        reason=application.necessity,
        starts_on=max(timezone.localdate(), application.starts_on or matter.starts_on),
        ends_on=matter.ends_on,
    )
    paper = issue(ADJUSTMENT, facts, actor=actor, application=application, matters=[matter])
    _supersede([matter], by=paper, actor=actor)
    return paper


def issue_extension(matter: Matter, application: Application, *, actor: Actor) -> Document:
    if matter.ends_on is None or application.ends_on is None:
        raise ValueError("an extension moves an end")
    facts = ExtensionFacts(
        **of_matter(matter),
        **decided(application),
        paper=earlier(matter.document),
        reason=application.necessity,
        ended_on=matter.ends_on,
        ends_on=application.ends_on,
    )
    paper = issue(EXTENSION, facts, actor=actor, application=application, matters=[matter])
    _supersede([matter], by=paper, actor=actor)
    return paper


def issue_merger(matter: Matter, application: Application, merged: list[Matter], *, actor: Actor) -> Document:
    """n matters become one; their papers are replaced."""
    facts = MergerFacts(
        **of_matter(matter),
        **decided(application),
        predecessors=[named(one) for one in merged],
        category=matter.get_category_display(),
        content=matter.objective,
        department_duty=matter.department_duty,
        township_duty=matter.township_duty,
        village_duty=matter.village_duty,
        funding=funding_sentence(matter.funding_amount, matter.budget_line),
        starts_on=matter.starts_on,
        ends_on=matter.ends_on,
    )
    paper = issue(MERGER, facts, actor=actor, application=application, matters=[matter, *merged])
    _supersede(merged, by=paper, actor=actor)
    return paper


def issue_split(parts: list[Matter], application: Application, old: Matter, *, actor: Actor) -> Document:
    """One matter becomes several, each with its own code; the old paper is replaced."""
    facts = SplitFacts(
        **of_matter(old),
        **decided(application),
        paper=earlier(old.document),
        successors=[_successor(part, old) for part in parts],
        reason=application.necessity,
        starts_on=parts[0].starts_on,
        ends_on=parts[0].ends_on,
    )
    paper = issue(SPLIT, facts, actor=actor, application=application, matters=[*parts, old])
    _supersede([old], by=paper, actor=actor)
    return paper


def _successor(part: Matter, old: Matter) -> Successor:
    scope = None
    if set(part.scope) != set(old.scope):
        scope = "；".join(f"{t.name}：{'、'.join(t.villages)}" for t in townships_of(part.scope))
    return Successor(
        title=part.title,
        code=part.code,
        village_duty=part.village_duty,
        scope=scope,
        funding=funding_sentence(part.funding_amount, part.budget_line),
    )


def _supersede(matters: list[Matter], *, by: Document, actor: Actor) -> None:
    end_papers(matters, by=by, actor=actor, status=Document.Status.SUPERSEDED)
