"""What is told of an application while it is written and reviewed."""

from ninja import Schema


class Check(Schema):
    """One rule of submission, told before the button is pressed; a warning does not stop it."""

    code: str
    ok: bool
    warning: bool
    field: str | None
    detail: str


class SimilarOut(Schema):
    """A matter in force that says nearly the same, 0 to 1."""

    id: int
    code: str
    title: str
    department: str
    status: str
    status_label: str
    score: float


class HitOut(Schema):
    """A negative entry that the words of the application come near (A-09)."""

    id: int
    code: str
    title: str
    answer: str
