"""What the county does for contracts in the background: issuing the papers they ask for, publishing their news."""

from django.utils import timezone

from zhunru.contracts.services import issuing, telling
from zhunru.purchases import releases
from zhunru.tenancy.context import township_context
from zhunru.tenancy.register import schema_of_row
from zhunru.tenancy.tasks import county_task, queue


@county_task
def issue(paper_id: int) -> None:
    """Issue one paper and note its number; tried again after a failure it is still one paper. Then tell of it."""
    contract_id = issuing.issue(paper_id)
    publish(contract_id)


@county_task
def publish(contract_id: int) -> None:
    """Tell what is new of a published contract; nothing where there is no news."""
    with township_context(schema_of_row(contract_id)):
        told = telling.public_contract(contract_id)
    if told is not None:
        releases.publish(told, contract_id=contract_id, now=timezone.now())


def ask_for_paper(paper_id: int) -> None:
    """Put it into the queue; to be called when the transaction has ended."""
    queue(issue, paper_id=paper_id)


def ask_for_publication(contract_id: int) -> None:
    """The same for the open data."""
    queue(publish, contract_id=contract_id)
