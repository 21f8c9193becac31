"""Template filters of papers; every template has them without asking."""

import base64
import io
import re
from decimal import Decimal

import segno
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


@register.filter
def qr(link: str) -> str:
    """The link as a QR code in a data: URL; the fixed mask makes it four times cheaper."""
    drawn = io.BytesIO()
    segno.make(link, error="m", mask=2, micro=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.getvalue()).decode()


def _kept(piece: str) -> SafeString:
    return format_html('<span class="whole">{}</span>', piece)
