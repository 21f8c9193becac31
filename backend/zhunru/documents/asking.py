"""What somebody meant who typed a number or a day on the page."""

import re
import unicodedata
from datetime import date

from django.utils.translation import gettext as _

LONGEST = 64
"""Characters of anything typed that are read."""
_BRACKETS = str.maketrans("[({【〖])}】〗", "〔〔〔〔〔〕〕〕〕〕")
_COUNTED = re.compile(r"(?<=〕)第?0*(\d+)号?$")


class DayError(ValueError):
    """What is wrong with a day, in a sentence for whoever typed it."""


def number_meant(typed: str) -> str:
    """`演社工准〔2026〕1号`, whatever brackets were typed, with or without 第 and 号."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", typed[:LONGEST])).translate(_BRACKETS)
    return _COUNTED.sub(r"\1号", plain)


def day_meant(typed: str, *, first: date, last: date) -> date:
    """A day from `first` to `last`. DayError otherwise."""
    digits = re.fullmatch(r"(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?", unicodedata.normalize("NFKC", typed).strip())
    try:
        if digits is None:
            raise ValueError
        day = date(*map(int, digits.groups()))
    except ValueError:
        raise DayError(_("请按“2026-03-02”的样子填写日期")) from None
    if day < first:
        raise DayError(_("文书是 %(day)s 印发的，请填这一天或者以后的日期") % {"day": first.isoformat()})
    if day > last:
        raise DayError(_("将来的日期无法核验，请填今天或者以前的日期"))
    return day
