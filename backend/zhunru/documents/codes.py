"""The twelve characters by which anyone can ask after a paper: Crockford's base32, the last one a check."""

import re
import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
_LOOKALIKES = str.maketrans("OIL", "011")
_GENERATOR = 0x25
"""x^5 + x^2 + 1: multiplying by x in GF(32) finds every wrong character and every swapped pair."""


def _check(digits: list[int]) -> int:
    sum_ = 0
    for digit in digits:
        sum_ = _times_x(sum_) ^ digit
    return _times_x(sum_)


def _times_x(value: int) -> int:
    value <<= 1
    return value ^ _GENERATOR if value & 32 else value


def new_code() -> str:
    """Eleven random characters (55 bits) and their check character."""
    digits = [secrets.randbelow(32) for _ in range(LENGTH - 1)]
    return "".join(ALPHABET[d] for d in [*digits, _check(digits)])


def normalise(typed: str) -> str | None:
    """What someone meant to type, or None where it cannot be a code.

    Spaces, hyphens, lower case and full-width letters are forgiven; O is read as 0, I and L as 1.
    """
    plain = re.sub(r"[\s\-‐-―_·]", "", unicodedata.normalize("NFKC", typed[:64])).upper()
    plain = plain.translate(_LOOKALIKES)
    if len(plain) != LENGTH or any(char not in ALPHABET for char in plain):
        return None
    digits = [ALPHABET.index(char) for char in plain]
    return plain if _check(digits[:-1]) == digits[-1] else None


def grouped(code: str) -> str:
    """As printed: `7K3M-Q9XW-2F4T`."""
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def verification_link(host: str, code: str) -> str:
    """Where anyone can ask after the paper."""
    return f"{public_site(host)}/v/{code}"


def public_site(host: str) -> str:
    """The address of the pages that need no log-in; a machine's own name (`*.localhost`) has no certificate."""
    local = host.partition(":")[0].endswith("localhost")
    return f"{'http' if local else 'https'}://{host}"
