"""What each fact table mirrors of the townships' own tables, said once more as the triggers say it."""

from dataclasses import dataclass

from django.db.models import Model

from zhunru.oversight.models import PlacementFact
from zhunru.purchases.models import ContractFact, DeliverableFact, InstalmentFact, PeriodFact, TermsFact


@dataclass(frozen=True, slots=True)
class Mirror:
    """`source` gives the fact's columns, in the order of `columns`, in a township's schema; the id comes first.

    `tables` are those from which it is told: they rest while the facts are derived anew.
    """

    fact: type[Model]
    columns: tuple[str, ...]
    source: str
    tables: tuple[str, ...]

    @property
    def differences(self) -> str:
        """Ids that differ and how; takes the township's number."""
        names = ", ".join(self.columns)
        return f"""
        WITH f AS (SELECT {names} FROM public.{self.fact._meta.db_table} WHERE tenant_no = %s), p AS ({self.source})
        SELECT coalesce(p.id, f.id),
               CASE WHEN f.id IS NULL THEN 'missing' WHEN p.id IS NULL THEN 'without a {self.word}'
                    ELSE 'out of date' END
        FROM p FULL JOIN f ON f.id = p.id
        WHERE to_jsonb(p) IS DISTINCT FROM to_jsonb(f)
        ORDER BY 1
        """  # noqa: S608  # of this file's own words only

    @property
    def anew(self) -> str:
        """Writes them all; takes the township's number."""
        names = ", ".join(self.columns)
        return f"""
        INSERT INTO public.{self.fact._meta.db_table} (tenant_no, {names})
        SELECT %s, {names} FROM ({self.source}) p
        """  # noqa: S608  # of this file's own words only

    @property
    def word(self) -> str:
        return str(self.fact._meta.model_name).removesuffix("fact")


def _columns(fact: type[Model]) -> tuple[str, ...]:
    names = tuple(str(field.column) for field in fact._meta.concrete_fields)
    return ("id", *(name for name in names if name not in ("id", "tenant_no")))


def _as_it_stands(fact: type[Model], table: str, **instead: str) -> Mirror:
    """A fact whose columns are called as the row's own, but for those in `instead`."""
    columns = _columns(fact)
    told = ", ".join(f"{instead[name]} AS {name}" if name in instead else name for name in columns)
    return Mirror(fact, columns, f"SELECT {told} FROM {table}", (table,))  # noqa: S608  # of this file's own words only


_STATUS = """CASE WHEN status <> 'refused' OR NOT discreet THEN status WHEN completed_at IS NOT NULL THEN 'completed'
    WHEN entered_at IS NOT NULL THEN 'entered' ELSE 'notified' END"""
"""A discreet refusal shows nowhere."""
_WAITING = """
SELECT contract_id AS id, max(department_id) AS department_id,
       (count(*) FILTER (WHERE status = 'submitted'))::int AS waiting,
       min(confirm_due_on) FILTER (WHERE status = 'submitted') AS due_on
FROM contracts_deliverable GROUP BY contract_id
"""

MIRRORS = (
    _as_it_stands(PlacementFact, "placements_placement", status=_STATUS),
    _as_it_stands(ContractFact, "contracts_contract", department_id="purchaser_id"),
    _as_it_stands(TermsFact, "contracts_terms"),
    _as_it_stands(PeriodFact, "contracts_period"),
    _as_it_stands(InstalmentFact, "contracts_instalment"),
    Mirror(DeliverableFact, ("id", "department_id", "waiting", "due_on"), _WAITING, ("contracts_deliverable",)),
)
