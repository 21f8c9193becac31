"""A village's and a township's to-do list."""

from zhunru.core.actors import Actor
from zhunru.core.todo import Group, waiting
from zhunru.placements import queries
from zhunru.placements.workflow import PLACEMENTS


def for_actor(actor: Actor) -> list[Group]:
    return waiting(PLACEMENTS, actor, visible=queries.visible_to, page="placements", since="notified_at")
