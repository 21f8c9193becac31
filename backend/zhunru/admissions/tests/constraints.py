"""What the database itself refuses, whoever writes it."""

import pytest
from django.db import IntegrityError, connection, transaction


def refuses(constraint: str, sql: str, *params: str | int | None) -> None:
    """The statement fails at the constraint of that name (a regular expression), and nothing is left of it."""
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, params)
