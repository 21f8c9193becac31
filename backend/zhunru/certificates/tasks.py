"""What the county does for certificates in the background."""

from zhunru.certificates.services import issuing
from zhunru.tenancy.tasks import county_task, queue


@county_task
def issue(certificate_id: int) -> None:
    """Issue one; tried again after a failure it is still one."""
    issuing.issue(certificate_id)


def ask_for_paper(certificate_id: int) -> None:
    """Put it into the queue; to be called when the transaction has ended. Nothing personal goes with it."""
    queue(issue, certificate_id=certificate_id)
