"""What leaves the township names no person; and no village that does not wish to be named."""

import re
import unicodedata
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import AfterValidator

from zhunru.core.actors import Actor
from zhunru.core.errors import DomainError
from zhunru.core.text import Line, Text, said
from zhunru.divisions.models import Village

MOBILE = re.compile(r"(?<!\d)1[3-9]\d[\s.-]?\d{4}[\s.-]?\d{4}(?!\d)")
ID_CARD = re.compile(r"(?<!\d)[1-9]\d{5}\s?-?(18|19|20)\d{6}\s?-?\d{3}[\dXx](?!\d)")


def without_numbers(text: str) -> str:
    """What leaves the township carries no personal data (domain: refuser's identity, PIPL §6)."""
    plain = unicodedata.normalize("NFKC", text)
    if ID_CARD.search(plain):
        raise said(_("请勿填写身份证号码：此内容将报送县级"))
    if MOBILE.search(plain):
        raise said(_("请勿填写手机号码：此内容将报送县级"))
    return text


PublicText = Annotated[Text, AfterValidator(without_numbers)]
"""Text that the county will read."""
PublicLine = Annotated[Line, AfterValidator(without_numbers)]


def names_no_person(actor: Actor, **texts: str) -> None:
    """Who writes does not sign: the name would leave the township with the text."""
    for field, text in texts.items():
        if len(actor.name) > 1 and actor.name in text:
            raise DomainError("names_a_person", _("请勿写出经办人姓名：此内容将报送县级"), field=field)


def keeps_the_village_unnamed(village: Village, **texts: str) -> None:
    """Who does not wish the village to be named must not name it."""
    names = {name for place in (village, village.township) for name in (place.name, _stem(place.name))}
    for field, text in texts.items():
        if any(name in text for name in names if len(name) > 1):
            raise DomainError(
                "names_the_village",
                _("您选择了不向部门显示村（社区），请勿在文字中写出村（社区）或者乡镇名称"),
                field=field,
            )


def _stem(name: str) -> str:
    """岗堆 of 岗堆村, as people say it."""
    return re.sub(r"(村|社区|镇|乡|街道|村委会|居委会)$", "", name)
