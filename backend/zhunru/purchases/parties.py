"""Who is a Party organisation, by its kind or by its name (rule P-03)."""

import re

from zhunru.purchases.choices import ProviderKind

PARTY = re.compile("党支部|党总支|党委|党工委|党组|党小组|支部委员会|党员服务队")


def is_of_the_party(kind: str, name: str) -> bool:
    """A branch that is named as a committee is one all the same."""
    return kind == ProviderKind.PARTY_BRANCH or bool(PARTY.search(name))
