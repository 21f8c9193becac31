"""The names that the database knows: logins, roles and schemas."""

import re

from zhunru.core.actors import COUNTY

OWNER = "zhunru_owner"
"""Owns every schema, table and function; migrates and provisions. Nobody logs in as it."""
APP = "zhunru_app"
"""The application's login. By itself it sees what routing and the task queue need, nothing else."""
TOWNSHIP = "township"
"""Group of all township roles: holds what every township may do in the public schema."""

PUBLIC = "public"
TEMPLATE = "template"
"""A migrated schema without data; new townships are copies of it."""

_SCHEMA = re.compile(r"(?:public|template|t_[0-9]{9})\Z")
_TOWNSHIP = re.compile(r"t_[0-9]{9}\Z")


def schema_for(code: str) -> str:
    """Name of the schema, and of the role, of the township with this 9-digit division code."""
    return checked_township(f"t_{code}")


def schema_of(realm: str | None) -> str:
    """The schema in which `realm` works; None is "nobody yet", which sees the public schema only."""
    return PUBLIC if realm in (None, COUNTY) else checked_schema(str(realm))


def is_township(schema: str) -> bool:
    """Whether `schema` is named like a township's."""
    return bool(_TOWNSHIP.match(schema))


def checked_schema(name: str) -> str:
    """`name` if it may stand in SQL as it is; ValueError otherwise."""
    if not _SCHEMA.match(name):
        raise ValueError(f"not the name of a schema: {name!r}")
    return name


def checked_township(name: str) -> str:
    """`name` if it is a township's schema; ValueError otherwise."""
    if not is_township(name):
        raise ValueError(f"not the name of a township's schema: {name!r}")
    return name
