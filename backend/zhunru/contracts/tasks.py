"""What the county does for contracts in the background: issuing the papers they ask for, publishing their news."""

from zhunru.tenancy.tasks import county_task, queue


@county_task
def publish(contract_id: int) -> None:
    """Tell what is new of a published contract."""


def ask_for_publication(contract_id: int) -> None:
    """Put it into the queue; to be called when the transaction has ended."""
    queue(publish, contract_id=contract_id)
