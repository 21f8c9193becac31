"""Certificates that wait for somebody's approval."""

from zhunru.certificates import queries
from zhunru.certificates.workflow import CERTIFICATES
from zhunru.core.actors import COUNTY, Actor
from zhunru.core.todo import Group, waiting


def for_actor(actor: Actor) -> list[Group]:
    """Nothing that one has asked for oneself."""
    if actor.realm == COUNTY:
        return []
    return waiting(
        CERTIFICATES, actor, visible=queries.to_decide, page="certificates", since="requested_at", title="name"
    )
