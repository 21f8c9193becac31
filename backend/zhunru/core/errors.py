"""Failures that a user can understand and act on."""

from collections.abc import Mapping, Sequence
from typing import Any


class DomainError(Exception):
    """A rule of the domain was not met.

    `code` is stable and for machines, `message` is a sentence for people that says what to do,
    `field` names the form field it belongs to.
    """

    status = 409

    def __init__(self, code: str, message: str, *, field: str | None = None, **params: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field
        self.params = params


class NotAllowedError(DomainError):
    """The actor's role does not cover this act."""

    status = 403


class InvalidError(DomainError):
    """What was sent cannot be taken as it is."""

    status = 422


class FaultsError(InvalidError):
    """Many fields are wrong at once: `faults` are {"field", "detail"} each, as a malformed form is answered."""

    def __init__(self, code: str, message: str, faults: Sequence[Mapping[str, str]]) -> None:
        super().__init__(code, message, field=faults[0]["field"])
        self.faults = faults
