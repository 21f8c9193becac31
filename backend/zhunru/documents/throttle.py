"""Slows down whoever tries codes by the thousand; a person with a paper never meets it.

Counted in this process alone: with two of them an address may do twice as much, which changes nothing against 55 bits.
"""

from ipaddress import IPv6Address, ip_address

from django.core.cache import cache
from django.http import HttpRequest

WINDOW_SECONDS = 60


def too_many(request: HttpRequest, what: str, limit: int) -> bool:
    """True once this address did `what` more than `limit` times within the running minute."""
    return _counted(request, what, 1) > limit


def charge(request: HttpRequest, what: str, times: int) -> None:
    """Count `what` so many times more: for a try that found nothing."""
    _counted(request, what, times)


def _counted(request: HttpRequest, what: str, times: int) -> int:
    key = f"throttle:{what}:{_whose(request.META.get('REMOTE_ADDR', ''))}"
    cache.add(key, 0, WINDOW_SECONDS)
    try:
        return cache.incr(key, times)
    except ValueError:  # the entry ran out between the two lines
        return 0


def _whose(address: str) -> str:
    """One line, one count: of an IPv6 address the network of 64 bits, which one subscriber has to himself."""
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if not isinstance(read, IPv6Address):
        return str(read)
    return str(read.ipv4_mapped or IPv6Address(int(read) >> 64 << 64))
