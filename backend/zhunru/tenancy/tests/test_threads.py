import threading

import pytest
from django.db import connections

from zhunru.divisions.models import Township
from zhunru.tenancy.context import township_context
from zhunru.tenancy.tests.conftest import NOWHERE, here, in_place_of


@pytest.mark.django_db(transaction=True)
def test_two_threads_that_cross_keep_their_townships(a: Township, b: Township) -> None:
    """Both are inside before either asks, and the first in is the first out: a shared stack would swap them."""
    inside, asked = threading.Barrier(2), threading.Barrier(2)
    found: dict[str, list[tuple[str, str]]] = {}

    def work(township: Township, other: Township, *, leaves_first: bool) -> None:
        seen = found[township.schema_name] = []
        try:
            with township_context(other):
                here()
                with township_context(township):
                    inside.wait(5)
                    seen.append(here())
                    asked.wait(5)
                    if not leaves_first:
                        asked.wait(5)
                    seen.append(here())
                seen.append(here())
            if leaves_first:
                asked.wait(5)
            seen.append(here())
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=work, args=(a, b), kwargs={"leaves_first": True}),
        threading.Thread(target=work, args=(b, a), kwargs={"leaves_first": False}),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    for mine, other in ((a, b), (b, a)):
        assert found[mine.schema_name] == [in_place_of(mine), in_place_of(mine), in_place_of(other), NOWHERE]
