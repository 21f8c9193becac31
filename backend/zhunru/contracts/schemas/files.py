"""Files of a contract as they go out."""

from ninja import Schema


class ContractFileOut(Schema):
    id: int
    name: str
    type: str
    size: int
    sha256: str
