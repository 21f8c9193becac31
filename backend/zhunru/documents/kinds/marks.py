"""Template filters of papers; every template has them without asking."""

import re
from decimal import Decimal

from django.template import Library
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from zhunru.documents.amounts import figures

register = Library()
_UNBROKEN = re.compile(r"([0-9A-Z]+(?:-[0-9A-Z]+)+|[^\s，。；、：（）“”]{0,10}〔\d{4}〕\d+号)")


@register.filter
def money(amount: Decimal) -> str:
    """`12,300.00`."""
    return figures(amount)


@register.filter
def whole(text: object) -> SafeString:
    """`text` with its codes (540522-CG-0001) and paper numbers (演社工准〔2026〕1号) never broken over two lines."""
    pieces = _UNBROKEN.split(str(text))
    return format_html_join("", "{}", ((_kept(p) if at % 2 else p,) for at, p in enumerate(pieces)))


def _kept(piece: str) -> SafeString:
    return format_html('<span class="whole">{}</span>', piece)
