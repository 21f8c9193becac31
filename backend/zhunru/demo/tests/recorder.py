"""Requests over either API, each with the history rows that it leaves behind."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps

from zhunru.admissions.tests.desks import Desk
from zhunru.admissions.tests.stage import Stage
from zhunru.core.actors import COUNTY
from zhunru.core.models import Tracked
from zhunru.demo.tests.operations import APIS, BODIES, Operation, form, operations, takes_a_file
from zhunru.lists.models import Acknowledgement, Comment
from zhunru.tenancy.context import county_context, township_context

TRACKED: list[Any] = [model for model in apps.get_models() if issubclass(model, Tracked)]
TOWNSHIPS = ("placements", "contracts", "certificates")
"""The apps whose rows lie in a township."""
SHARED: list[Any] = [Comment, Acknowledgement]
"""Written on both sides, into one table."""
BY_ID = {(operation.api, operation.id): operation for api in APIS for operation in operations(api)}


@dataclass
class Act:
    """One request, and the rows that it added to the histories of the realm in which it was made."""

    operation: str
    desk: Desk
    rows: list[Any]


class Recorder:
    """Makes requests and keeps what each of them left behind."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.acts: list[Act] = []
        self.desks: dict[str, Desk] = {}

    def desk(self, name: str) -> Desk:
        """Somebody of the county, or `village` and `officer` of the first township."""
        if name not in self.desks:
            self.desks[name] = Desk(self._somebody(name))
        return self.desks[name]

    def _somebody(self, name: str) -> Any:
        if name == "village":
            return self.stage.village_officer(self.stage.villages(0)[0])
        if name == "officer":
            return self.stage.township_officer(self.stage.townships[0])
        with county_context():
            return self.stage.actor(name)

    def act(self, name: str, id: str, about: int = 0, data: Any = None, no: int = 1) -> Any:
        """`name` does the operation `id` to the object `about`, or to its part `no`."""
        desk = self.desk(name)
        operation = BY_ID["county" if desk.actor.realm == COUNTY else "township", id]
        before = self._history(desk)
        answer = self._send(desk, operation, operation.at(about, no), data)
        assert answer.status_code < 300, (id, answer.content.decode())
        rows = [row for key, row in self._history(desk).items() if key not in before]
        self.acts.append(Act(id, desk, rows))
        is_json = answer.headers.get("Content-Type", "").startswith("application/json")
        return answer.json() if answer.content and is_json else None

    def _send(self, desk: Desk, operation: Operation, path: str, data: Any) -> Any:
        if takes_a_file(operation):
            return desk.send(path, data or form(operation))
        said = BODIES.get(operation.id, {}) if data is None else data
        return desk.ask(operation.method.upper(), path, said)

    def _history(self, desk: Desk) -> dict[tuple[str, int], Any]:
        """What the desk's own side keeps, and the contracts of the first township, on which a department works, too."""
        there = of_contracts(self.stage.townships[0].schema_name) if desk.actor.realm == COUNTY else {}
        return history(desk.actor.realm) | there


def history(realm: str) -> dict[tuple[str, int], Any]:
    """Every history row that the realm may read."""
    side = county_context() if realm == COUNTY else township_context(realm)
    there = [m for m in TRACKED if (m._meta.app_label in TOWNSHIPS) == (realm != COUNTY)]
    there += SHARED if realm != COUNTY else []
    with side:
        return _rows(there)


def of_contracts(schema: str) -> dict[tuple[str, int], Any]:
    """Every history row of a township's contracts."""
    with township_context(schema):
        return _rows([model for model in TRACKED if model._meta.app_label == "contracts"])


def _rows(models: list[Any]) -> dict[tuple[str, int], Any]:
    return {(model.__name__, row.pk): row for model in models for row in model.history.all()}
