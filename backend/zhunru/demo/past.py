"""What the demonstration tells of days gone by is done by the real steps, with the clock put back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from unittest import mock

from django.utils import timezone

TEN = time(10)


@contextmanager
def days_ago(days: int) -> Iterator[None]:
    """Whatever is done in this block is done at ten in the morning of that day; today is left as it is."""
    if days == 0:
        yield
        return
    moment = timezone.make_aware(datetime.combine(timezone.localdate() - timedelta(days=days), TEN))
    with mock.patch.object(timezone, "now", return_value=moment):
        yield
