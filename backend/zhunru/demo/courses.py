"""What the two sides of a contract do, each by its own account, through the real steps and where the contract lies."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from zhunru.contracts.models import Clause, Deliverable, Instalment, Period, Terms
from zhunru.contracts.rules.assessing import payable
from zhunru.contracts.schemas.contracts import ContractIn, Filing
from zhunru.contracts.schemas.deliverables import DeliverableIn
from zhunru.contracts.schemas.instalments import ArrivalIn, PaymentIn
from zhunru.contracts.schemas.periods import (
    Countersignature,
    Member,
    PanelIn,
    SelfReport,
    VerdictsIn,
)
from zhunru.contracts.schemas.terms import Deliberation, Signing, TermsEdit
from zhunru.contracts.services import assessing, delivering, drafting
from zhunru.contracts.workflow.contracts import CONTRACTS
from zhunru.contracts.workflow.instalments import INSTALMENTS
from zhunru.contracts.workflow.periods import PERIODS
from zhunru.contracts.workflow.terms import TERMS
from zhunru.core.actors import Actor
from zhunru.core.workflow import Remark
from zhunru.demo.deals import Deal, text_of
from zhunru.demo.matters import actor
from zhunru.divisions.models import Village
from zhunru.purchases.choices import ProviderKind, Side
from zhunru.tenancy.context import township_context

ALL_DONE: Mapping[str, Mapping[str, Any]] = {
    "boolean": {"done": True},
    "deadline": {"days_late": 0},
    "sample": {"sampled": 10, "passed": 10},
    "survey": {"valid_answers": 20, "satisfied": 20, "fairly": 0},
}
"""What is measured of a clause that was kept to in everything, by its measure; what is counted reaches its target."""


class Course:
    """One contract and the steps that have been taken with it. Each is taken on the day that the clock shows."""

    def __init__(self, deal: Deal, village: Village) -> None:
        self.deal = deal
        self.village = village
        self.clerk = actor(f"{deal.department}-clerk")
        self.head = actor(f"{deal.department}-head")
        with self.there():
            self.officer = actor(f"v{village.code[-3:]}", village.township.schema_name)
            self.township = actor("officer", village.township.schema_name)
            asked = ContractIn(village=village.pk, provider_kind=kind_of(village), subject=deal.subject)
            self.contract = drafting.draft_contract(village, actor=self.clerk, data=asked, client_key=None)

    def there(self) -> AbstractContextManager[None]:
        """Where the contract lies."""
        return township_context(self.village.township)

    def write(self, today: date) -> None:
        """The text, its days counted from `today`."""
        with self.there():
            terms = self._terms()
            edit = TermsEdit(version=terms.version, text=text_of(self.deal, self.contract, today))
            drafting.write_text(terms, actor=self.clerk, data=edit)

    def offer(self) -> None:
        with self.there():
            TERMS.take("submit", self._terms(), actor=self.clerk)
            TERMS.take("offer", self._terms(), actor=self.head)

    def sign(self) -> None:
        """The village agrees, both sign, and the contract is made public."""
        agreed = Deliberation(number="村议3号", on=timezone.localdate(), present=32, total=41, in_favour=30)
        with self.there():
            TERMS.take("agree", self._terms(), actor=self.officer, data=agreed)
            TERMS.take("sign", self._terms(), actor=self.head, data=Signing(signatory="演示局长"))
            TERMS.take("countersign", self._terms(), actor=self.officer, data=Signing(signatory="演示主任"))
            self.contract = CONTRACTS.take("publish", self.contract, actor=self.clerk, data=Filing())

    def record(self, clause: str, days_ago: int, quantity: str, *, note: str = "", submit: bool = True) -> Deliverable:
        """A piece of work under the clause of that heading."""
        with self.there():
            data = DeliverableIn(
                clause=self.number_of(clause),
                done_on=timezone.localdate() - timedelta(days=days_ago),
                quantity=Decimal(quantity),
                note=note,
                submit=submit,
            )
            return delivering.write(self.contract, actor=self.officer, data=data, client_key=None)

    def judge(self, no: int, found: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        """The village reports, each side judges the other's clauses; `found` by heading, all else was done."""
        self.take_period("report", no, self.officer, SelfReport(report="本期服务按约定完成，记录已逐次登记。"))
        for side, judge in ((Side.PROVIDER, self.clerk), (Side.PURCHASER, self.officer)):
            self._put_verdicts(no, side, judge, found or {})
        self.take_period("assess", no, self.clerk)

    def accept(self, no: int) -> None:
        """The panel and the village sign: accepted, and payable in full."""
        with self.there():
            most = payable(self._period(no))
        said = {"members": PANEL, "recipients_opinion": "服务及时，没有意见。", "result": "accepted"}
        panel = PanelIn.model_validate({**said, "accepted_amount": most})
        self.take_period("sign_panel", no, self.head, panel)
        self.take_period("countersign", no, self.officer, Countersignature(signatory="演示主任"))

    def pay(self, no: int) -> None:
        paid = PaymentIn(paid_on=timezone.localdate(), voucher=f"演示凭证{self.contract.pk % 1000}-{no}")
        self._take_instalment("pay", no, self.head, paid)

    def arrive(self, no: int) -> None:
        self._take_instalment("arrive", no, self.officer, ArrivalIn())

    def take(self, step: str, by: Actor, data: Remark | None = None) -> None:
        """A step of the contract itself."""
        with self.there():
            CONTRACTS.take(step, self.contract, actor=by, data=data)

    def take_period(self, step: str, no: int, by: Actor, data: Remark | None = None) -> None:
        with self.there():
            PERIODS.take(step, self._period(no), actor=by, data=data)

    def number_of(self, heading: str) -> int:
        """Of a clause, by its heading. To be called where the contract lies."""
        return int(Clause.objects.get(terms__contract=self.contract, heading=heading).number)

    def _put_verdicts(self, no: int, side: Side, by: Actor, found: Mapping[str, Mapping[str, Any]]) -> None:
        with self.there():
            period = self._period(no)
            rows = assessing.judging_clauses(period).filter(assessable=True, side=side)
            items = [{"clause": row.number, **(found.get(row.heading) or _all_done(row))} for row in rows]
            data = VerdictsIn.model_validate({"version": period.version, "items": items})
            assessing.put_verdicts(period, actor=by, data=data)

    def _take_instalment(self, step: str, no: int, by: Actor, data: Remark) -> None:
        with self.there():
            INSTALMENTS.take(step, Instalment.objects.get(contract=self.contract, no=no), actor=by, data=data)

    def _terms(self) -> Terms:
        found: Terms = Terms.objects.filter(contract=self.contract).latest("no")
        return found

    def _period(self, no: int) -> Period:
        found: Period = Period.objects.get(contract=self.contract, no=no)
        return found


PANEL = [
    Member(name="演示部门代表", capacity="购买主体代表"),
    Member(name="演示乡镇代表", capacity="乡镇代表"),
    Member(name="演示居民代表", capacity="服务对象代表", recipient=True),
]


def kind_of(village: Village) -> ProviderKind:
    """Which committee such a village has."""
    community = village.kind in (Village.Kind.COMMUNITY, Village.Kind.RURAL_COMMUNITY)
    return ProviderKind.COMMUNITY_COMMITTEE if community else ProviderKind.VILLAGE_COMMITTEE


def _all_done(row: Clause) -> Mapping[str, Any]:
    return ALL_DONE.get(row.measure) or {"actual": row.target}
