"""What the two APIs have in common."""

from collections.abc import Collection
from typing import Any

from ninja import NinjaAPI, Router

from zhunru.accounts.auth import MemberAuth
from zhunru.core import problems
from zhunru.core.roles import Role
from zhunru.divisions.models import Village
from zhunru.documents.kinds import CHOICES as KIND_CHOICES
from zhunru.documents.kinds.refusal.reasons import REASONS
from zhunru.documents.models import Document
from zhunru.lists.models import Comment, Edition, ListKind
from zhunru.notices.models import Effect
from zhunru.placements.models import Placement
from zhunru.purchases.choices import ClauseKind, Evidence, MeasuredBy, Method, ProviderKind, Side


def build(title: str, name: str, routers: list[tuple[str, Router]]) -> NinjaAPI:
    """An API with our errors, our JSON and a member's session on every route."""
    api = NinjaAPI(
        title=title,
        version="1",
        urls_namespace=name,
        auth=MemberAuth(),
        docs_url=None,
        openapi_url=None,
        parser=problems.StrictParser(),
        renderer=problems.Renderer(),
    )
    problems.install(api)
    for prefix, router in routers:
        api.add_router(prefix, router)
    return api


def labels_for(roles: Collection[Role]) -> dict[str, Any]:
    """The words that both hosts filter by, with the roles that this host knows."""
    return {
        "placement": Placement.Status.choices,
        "document": Document.Status.choices,
        "paper": KIND_CHOICES,
        "list": ListKind.choices,
        "comment": Comment.Position.choices,
        "edition": Edition.Status.choices,
        "village": Village.Kind.choices,
        "effect": Effect.choices,
        "clause": ClauseKind.choices,
        "side": Side.choices,
        "evidence_asked": Evidence.choices,
        "measured_by": MeasuredBy.choices,
        "provider": ProviderKind.choices,
        "method": Method.choices,
        "reason": [(code, reason.label) for code, reason in REASONS.items()],
        "reason_basis": [(code, reason.basis) for code, reason in REASONS.items()],
        "role": [(role.value, role.label) for role in Role if role in roles],
    }
