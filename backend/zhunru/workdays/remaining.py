"""How many working days what waits for somebody still has."""

from django.utils.timezone import localdate

from zhunru.core.todo import Group
from zhunru.workdays import clocks


def with_days_left(groups: list[Group]) -> list[Group]:
    """Working days until each is due, today not counted, counted once for all."""
    dated = [item for group in groups for item in group.items if item.due_on]
    days = clocks.days_left([item.due_on for item in dated if item.due_on], localdate())
    for item in dated:
        item.left = days[item.due_on] if item.due_on else None
    return groups
