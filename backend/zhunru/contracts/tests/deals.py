"""Both sides of a contract at their desks: each step of its life over the API, as far as a test needs it."""

from typing import Any

from zhunru.admissions.tests.desks import Desk, desk_of
from zhunru.admissions.tests.stage import Stage
from zhunru.contracts.models import Contract
from zhunru.tenancy.context import township_context

MET: list[dict[str, Any]] = [
    {"clause": 2, "actual": "12"},
    {"clause": 3, "done": True},
    {"clause": 4, "days_late": 0},
]
"""Everything done: 100 points by the clauses of `samples`."""
PARTLY: list[dict[str, Any]] = [
    {"clause": 2, "actual": "9", "reason": "少巡护三次"},
    {"clause": 3, "done": True},
    {"clause": 4, "days_late": 5, "reason": "逾期五天交来台账"},
]
"""50 * 9/12 + 30 + 20 * 5/10 = 77.50."""
DUTY_DONE = [{"clause": 5, "done": True}]
PANEL = [
    {"name": "演示甲", "capacity": "县水务局"},
    {"name": "演示乙", "capacity": "乡镇"},
    {"name": "演示丙", "capacity": "农户代表", "recipient": True},
]
IN_JULY = "2026-07-06 09:00"
"""The Monday after the first period."""


class Deal:
    """A contract and who works on it. What a step answers is given back; `ask` where it may be refused."""

    def __init__(self, stage: Stage, contract: Contract, *, by: str = "water") -> None:
        self.stage, self.contract = stage, contract
        self.clerk, self.head = desk_of(stage, f"{by}-clerk"), desk_of(stage, f"{by}-head")
        with township_context(contract.village.township):
            officer = stage.village_officer(contract.village)
        self.village = Desk(officer)

    @property
    def path(self) -> str:
        return f"/contracts/{self.contract.pk}"

    def desk(self, who: str) -> Desk:
        found: Desk = getattr(self, who)
        return found

    def township(self) -> Desk:
        with township_context(self.contract.village.township):
            officer = self.stage.township_officer(self.contract.village.township)
        return Desk(officer)

    def ids(self, part: str) -> list[int]:
        """Of its `periods` or `instalments`, in their order."""
        return [row["id"] for row in self.head.get(f"{self.path}/{part}")]

    def period(self, no: int = 1, who: str = "head") -> Any:
        return self.desk(who).get(f"/periods/{self.ids('periods')[no - 1]}")

    def instalment(self, no: int = 1) -> Any:
        return self.head.get(f"{self.path}/instalments")[no - 1]

    def step(self, who: str, name: str, no: int = 1, **said: Any) -> Any:
        """One step of the period with this number."""
        return self.desk(who).ask("POST", f"/periods/{self.ids('periods')[no - 1]}/{name}", said)

    def took(self, who: str, name: str, no: int = 1, **said: Any) -> Any:
        answer = self.step(who, name, no, **said)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()

    def judge(self, items: list[dict[str, Any]], who: str = "clerk", no: int = 1) -> Any:
        """Verdicts, whether or not they are taken."""
        read = self.period(no, who)
        told = {"version": read["version"], "items": items}
        return self.desk(who).ask("PUT", f"/periods/{read['id']}/verdicts", told)

    def money(self, who: str, name: str, no: int = 1, **said: Any) -> Any:
        """One step of the instalment with this number."""
        return self.desk(who).ask("POST", f"/instalments/{self.ids('instalments')[no - 1]}/{name}", said)

    # --- the usual way ---

    def assessed(self, items: list[dict[str, Any]] = MET, no: int = 1) -> Any:
        self.took("village", "report", no, report="本期按约定完成。")
        answer = self.judge(items, no=no)
        assert answer.status_code == 200, answer.content.decode()
        return self.took("clerk", "assess", no)

    def agreed(self, items: list[dict[str, Any]] = MET, no: int = 1) -> Any:
        self.assessed(items, no)
        self.judge(DUTY_DONE, who="village", no=no)
        return self.took("village", "agree", no)

    def panel(self, no: int = 1, **changed: Any) -> Any:
        """The panel's conclusion, whether or not it is taken."""
        return self.step("head", "sign_panel", no, **conclusion(**changed))

    def accepted(self, items: list[dict[str, Any]] = MET, no: int = 1, **changed: Any) -> Any:
        self.agreed(items, no)
        answer = self.panel(no, **changed)
        assert answer.status_code == 200, answer.content.decode()
        return self.took("village", "countersign", no, signatory="演示主任")

    def paid(self, no: int = 1, **changed: Any) -> Any:
        told = {"paid_on": "2026-07-10", "voucher": f"演付{no}"} | changed
        answer = self.money("head", "pay", no, **told)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()


def conclusion(**changed: Any) -> dict[str, Any]:
    return {
        "members": PANEL,
        "recipients_opinion": "农户认为渠道比往年通畅。",
        "result": "accepted",
        "accepted_amount": "10000.00",
    } | changed


def code(answer: Any) -> tuple[int, str]:
    """Status and error code."""
    return answer.status_code, answer.json().get("code", "")
