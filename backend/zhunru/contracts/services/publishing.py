"""What everybody may know of a contract, published as open data whenever there is news of it."""

from django.db import transaction

from zhunru.contracts import tasks
from zhunru.contracts.models import Contract


def publish_later(contract: Contract) -> None:
    """Once the transaction has ended, the county tells what is new of a published contract; untold if nothing is."""
    transaction.on_commit(lambda: tasks.ask_for_publication(contract.pk))
