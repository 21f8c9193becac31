"""From the words of a cell to villages: each word means exactly one thing here, or what it could mean is told."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Self

from django.utils.translation import gettext as _

from zhunru.divisions.models import Village

WHOLE_COUNTY = frozenset({"全县", "全县各村", "全县所有村", "全县各村(社区)", "全部", "所有村"})
OFFICES = {
    Village.Kind.VILLAGE: ("村", "村委会", "村民委员会"),
    Village.Kind.COMMUNITY: ("社区", "居委会", "居民委员会"),
    Village.Kind.RURAL_COMMUNITY: ("社区", "居委会", "居民委员会"),
    Village.Kind.PASTORAL: ("村", "村委会", "村民委员会"),
}
"""What a village or community is called besides: 刘琼村 and 刘琼村委会 are one."""
TOLD = 6
"""So many candidates are named in one sentence, and so many sentences told of one cell."""


class UnknownPlaceError(Exception):
    """The word names no village, or more than one; the sentence says which."""


def plain(word: str) -> str:
    """A name without spaces and forms of width."""
    return "".join(unicodedata.normalize("NFKC", word).split()).casefold()


class Places:
    """Villages by every word that names them; read once for a whole table."""

    @classmethod
    def of_today(cls) -> Self:
        """The villages that the county has today."""
        found = Village.objects.filter(ended_on__isnull=True, township__ended_on__isnull=True)
        return cls(found.select_related("township").order_by("code"))

    def __init__(self, villages: Iterable[Village]) -> None:
        self.villages = list(villages)
        self.by_code = {village.code: village for village in self.villages}
        self.townships: dict[str, list[Village]] = defaultdict(list)
        self.full_names: dict[str, list[Village]] = defaultdict(list)
        self.short_names: dict[str, list[Village]] = defaultdict(list)
        for village in self.villages:
            township = plain(village.township.name)
            self.townships[township].append(village)
            for name in {plain(village.name), township + plain(village.name)}:
                self.full_names[name].append(village)
            for name in _other_names(village):
                self.short_names[name].append(village)
                self.short_names[township + name].append(village)

    def codes_of(self, words: Iterable[str]) -> tuple[list[str], list[str]]:
        """The codes of all villages named, in order; and a sentence for each word that names none or several."""
        codes: set[str] = set()
        sentences: list[str] = []
        for word in words:
            try:
                codes.update(village.code for village in self.named(word))
            except UnknownPlaceError as error:
                sentences.append(str(error))
        return sorted(codes), sentences

    def named(self, word: str) -> Sequence[Village]:
        """The villages that one word stands for. UnknownPlaceError when it is none, or could be several."""
        name = plain(word)
        if name in WHOLE_COUNTY:
            return self.villages
        if name in self.by_code:
            return [self.by_code[name]]
        if name in self.townships:
            return self.townships[name]
        found = self.full_names.get(name) or self.short_names.get(name) or []
        if len(found) == 1:
            return found
        raise UnknownPlaceError(_several(word, found) if found else self._none(word, name))

    def _none(self, word: str, name: str) -> str:
        if name.isdigit():
            return _("没有代码为“%(word)s”的村（社区）") % {"word": word}
        near = [village for village in self.villages if name in plain(village.name)][:TOLD] if len(name) > 1 else []
        if near:
            return _("没有名为“%(word)s”的村（社区），是否为%(near)s？") % {"word": word, "near": _told(near)}
        return _("没有名为“%(word)s”的乡镇或村（社区）") % {"word": word}


def _other_names(village: Village) -> set[str]:
    """刘琼村委会 is 刘琼村, too; 新村村委会 is also 新村. The bare 刘琼 could be anything."""
    name, offices = plain(village.name), OFFICES[Village.Kind(village.kind)]
    ending = next((office for office in sorted(offices, key=len, reverse=True) if name.endswith(office)), "")
    stem = name.removesuffix(ending)
    if not (ending and stem):
        return set()
    others = {stem + office for office in offices}
    return (others | {stem} if stem.endswith(offices[0]) else others) - {name}


def _several(word: str, found: Sequence[Village]) -> str:
    said = {"word": word, "candidates": _told(found[:TOLD])}
    return _("“%(word)s”不止一个：%(candidates)s；请写明乡镇或填12位代码") % said


def _told(villages: Sequence[Village]) -> str:
    return "、".join(f"{village.township.name}{village.name}（{village.code}）" for village in villages)
