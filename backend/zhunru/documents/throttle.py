"""Slows down whoever tries codes by the thousand; a person with a paper never meets it."""

from django.core.cache import cache
from django.http import HttpRequest

WINDOW_SECONDS = 60


def too_many(request: HttpRequest, what: str, limit: int) -> bool:
    """True once this address did `what` more than `limit` times within the running minute."""
    key = f"throttle:{what}:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, WINDOW_SECONDS)
    try:
        return cache.incr(key) > limit
    except ValueError:  # the entry ran out between the two lines
        return False
