"""What the bytes of a signed file must be besides: signatures to the very end, none dropped, nothing hidden in them.

Each signature leaves itself out of what it signs: a room of hexadecimal digits, filled up with zeros. Whatever else
stood there, or behind the last one, or in a signature that no field names any more, no signature would cover.
"""

from collections.abc import Sequence

from asn1crypto import cms, parser
from pyhanko.sign.validation import EmbeddedPdfSignature


def is_whole(pdf: bytes, embedded: Sequence[EmbeddedPdfSignature]) -> bool:
    ranges = [[int(edge) for edge in one.byte_range] for one in embedded]
    if pdf.count(b"/ByteRange") != len(ranges):
        return False
    reach = max(after + length for _start, _before, after, length in ranges)
    return reach == len(pdf) and all(_holds_one(pdf[before:after]) for _start, before, after, _length in ranges)


def _holds_one(room: bytes) -> bool:
    """`<`, one signature in digits of one spelling, zeros, `>`."""
    content = bytes.fromhex(room[1:-1].decode("ascii"))
    digits = content.hex().encode()
    end = parser.peek(content)
    spelled = room in (b"<" + digits + b">", b"<" + digits.upper() + b">")
    return spelled and not any(content[end:]) and _says_nothing_else(content[:end])


def _says_nothing_else(signature: bytes) -> bool:
    """The few bytes of a signature that do not enter into judging it say what they must."""
    data = cms.ContentInfo.load(signature, strict=True)["content"]
    (signer,) = data["signer_infos"]
    hints = [hint.dump() for hint in data["digest_algorithms"]]
    versions = data["version"].native, signer["version"].native
    return versions == ("v1", "v1") and hints == [signer["digest_algorithm"].dump()]
