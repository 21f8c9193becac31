"""Names stand in SQL as they are, so nothing else gets that far."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhunru.tenancy.names import checked_schema, schema_for


@settings(deadline=None)
@given(st.text())
def test_no_text_but_a_townships_name_reaches_the_switch(name: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        checked_schema(name + " ")
    with pytest.raises(ValueError, match="not the name"):
        schema_for(name + "x")


def test_names_that_only_look_right_are_refused() -> None:
    for name in ("t_540522100\n", "t_54052210", "t_5405221000", "T_540522100", "t_٥٤٠٥٢٢١٠٠", "pg_catalog", ""):
        with pytest.raises(ValueError, match="not the name"):
            checked_schema(name)
