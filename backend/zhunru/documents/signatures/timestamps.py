"""A time stamping authority's word on when a paper was signed (RFC 3161), where one is configured.

What it answers is judged before it goes into the file: for this digest, unbroken, and of an authority that is trusted
if the settings name any.
"""

import logging
import urllib.request
from asyncio import to_thread
from pathlib import Path
from typing import Any

from asn1crypto import tsp
from django.conf import settings
from pyhanko.keys import load_certs_from_pemder
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko_certvalidator import ValidationContext

SECONDS = 8
MOST_BYTES = 200_000
ROOM = 32768
"""What the file keeps free for a stamp, in hexadecimal digits; it carries its authority's certificates."""
_ASK, _ANSWER = "application/timestamp-query", "application/timestamp-reply"
logger = logging.getLogger(__name__)


class NoStampError(Exception):
    """The authority did not answer, or not with a stamp that is any good."""


class Stamper(TimeStamper):
    """Asks the configured authority."""

    url = ""

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> Any:
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            status = await validate_tst_signed_data(token["content"], _trusting(), lambda _algorithm: message_digest)
        except Exception as error:  # a foreign service's answer can be broken in any way
            raise NoStampError(f"{self.url}: {error}") from error
        if not (status["intact"] and status["valid"]):
            raise NoStampError(f"{self.url}: the stamp is not for this paper, or is broken")
        if settings.SIGNING_TSA_ROOTS and status["trust_problem_indic"] is not None:
            raise NoStampError(f"{self.url}: the stamp's authority is not among SIGNING_TSA_ROOTS")
        return token

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return await to_thread(self._ask, req.dump())

    def _ask(self, asked: bytes) -> tsp.TimeStampResp:
        request = urllib.request.Request(self.url, asked, {"Content-Type": _ASK, "Accept": _ANSWER})  # noqa: S310 -- the settings' own address
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            kind, content = answer.headers.get_content_type(), answer.read(MOST_BYTES)
        if kind != _ANSWER:
            raise NoStampError(f"an answer of type {kind}")
        return tsp.TimeStampResp.load(content)


def stamper() -> Stamper | None:
    """None where no authority is configured."""
    if not settings.SIGNING_TSA_URL:
        return None
    made = Stamper()  # type: ignore[no-untyped-call]  # pyHanko's own constructor has no types
    made.url = settings.SIGNING_TSA_URL
    return made


def goes_without(error: NoStampError) -> bool:
    """Whether a paper may go without: then the log says so."""
    if not settings.SIGNING_TSA_REQUIRED:
        logger.warning("a paper was signed without a time stamp: %s", error)
    return not settings.SIGNING_TSA_REQUIRED


def _trusting() -> ValidationContext:
    roots = settings.SIGNING_TSA_ROOTS
    trusted = list(load_certs_from_pemder([str(Path(roots))])) if roots else []
    return ValidationContext(trust_roots=trusted, allow_fetching=False)
