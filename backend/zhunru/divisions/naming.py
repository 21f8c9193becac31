"""How a village's committee is called in full: the register of divisions shortens `刘琼村委会` and `扎庆居委会`."""

from zhunru.divisions.models import Village

VILLAGERS, RESIDENTS = "村民委员会", "居民委员会"
COMMUNITIES = (Village.Kind.COMMUNITY, Village.Kind.RURAL_COMMUNITY)


def place_of(village: Village) -> str:
    """`刘琼村`, `扎庆`: the name without its committee."""
    return village.name.removesuffix("居委会").removesuffix("委会")


def committee_of(village: Village) -> str:
    """`甲竹林镇甲日村村民委员会`: in whose name the village issues a paper."""
    named = RESIDENTS if village.kind in COMMUNITIES else VILLAGERS
    return f"{village.township.name}{place_of(village)}{named}"
