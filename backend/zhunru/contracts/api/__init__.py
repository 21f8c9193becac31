"""Routes of contracts, at the same addresses on both hosts; and the words that go with them."""

from zhunru.contracts.api import deliverables, instalments, periods, progress
from zhunru.contracts.api.contracts import begun, contracts, listed
from zhunru.contracts.api.files import contract_files
from zhunru.contracts.api.terms import terms
from zhunru.contracts.models import Contract, Deliverable, Instalment, Period, Terms
from zhunru.contracts.scoring import MeasureKind, Met, NotApplicable, Satisfaction

__all__ = ["LABELS", "ROUTERS", "begun", "listed"]

ROUTERS = (
    ("/contracts", contracts),
    ("/contracts", deliverables.of_contracts),
    ("/contracts", periods.of_contracts),
    ("/contracts", instalments.of_contracts),
    ("/contracts", progress.of_contracts),
    ("/contract-terms", terms),
    ("/contract-files", contract_files),
    ("/deliverables", deliverables.deliverables),
    ("/periods", periods.periods),
    ("/instalments", instalments.instalments),
)

LABELS = {
    "contract": Contract.Status.choices,
    "terms": Terms.Status.choices,
    "deliverable": Deliverable.Status.choices,
    "period": Period.Status.choices,
    "result": Period.Result.choices,
    "instalment": Instalment.Status.choices,
    "ending": Contract.Ending.choices,
    "contract_party": Contract.Party.choices,
    "measure": MeasureKind.choices,
    "not_applicable": NotApplicable.choices,
    "met": Met.choices,
    "band": Satisfaction.choices,
}
