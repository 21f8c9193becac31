"""The menu's places: one list for each role here, their addresses in the browser's part."""

import re
from pathlib import Path

from zhunru.accounts.navigation import PLACES
from zhunru.core.roles import ADMIN_ROLES, DEPARTMENT_ROLES, Role

PAGES = Path(__file__).resolve().parents[4] / "frontend/src/ui/places.ts"


def test_every_role_has_its_places_and_none_twice() -> None:
    assert set(PLACES) == set(Role)
    assert [role for role, places in PLACES.items() if len(set(places)) < len(places)] == []


def test_every_place_has_its_page_in_the_browser() -> None:
    listed = re.search(r"PLACES = \[(.*?)\]", PAGES.read_text(encoding="utf-8"), re.DOTALL)
    assert listed is not None
    known = set(re.findall(r'"([\w-]+)"', listed[1]))
    assert {place for places in PLACES.values() for place in places} == known - {"home"}


def test_administrators_see_no_business() -> None:
    for role in ADMIN_ROLES:
        assert not {"applications", "matters", "meetings", "refusals"} & set(PLACES[role])


def test_agendas_and_settings_are_the_county_offices_own() -> None:
    for role in DEPARTMENT_ROLES:
        assert not {"meetings", "configuration", "users"} & set(PLACES[role])
