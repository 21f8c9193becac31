"""A village's counter: somebody asks for a certificate, a second person approves, the county's side issues it."""

from pathlib import Path
from typing import Any

from django.conf import settings

from zhunru.admissions.tests.desks import Desk, good
from zhunru.admissions.tests.stage import Stage, member
from zhunru.certificate_types.imports import load_certificate_types
from zhunru.certificates import tasks
from zhunru.certificates.models import Certificate
from zhunru.certificates.schemas import CertificateIn
from zhunru.certificates.services import requesting
from zhunru.core.roles import Role
from zhunru.divisions.models import Village
from zhunru.tenancy.context import county_context, township_context

DATA = Path(settings.BACKEND) / "zhunru/demo/data/certificates"
PERSON = "次仁卓嘎旺姆"
"""Like nobody else in a test's database."""
TEXT = "与申请办理公证的格桑罗布仁青系祖孙关系，同住一户"
ASKED: dict[str, Any] = {
    "type": "亲属关系证明（仅限办理公证）",
    "demander": "山南市演示公证处",
    "demander_kind": "institution",
    "use": "申请公证",
    "person": PERSON,
    "text": TEXT,
}
FORBIDDEN = "无犯罪记录证明"


class Counter:
    """Two officers of the first village, the township's officer, and the village beside it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.village, self.other = stage.villages(0)
        self.realm = self.village.township.schema_name
        self.clerk = Desk(stage.village_officer(self.village))
        self.second = Desk(second_officer(self.village))
        self.neighbour = Desk(stage.village_officer(self.other))
        self.township = Desk(stage.township_officer(self.village.township))

    def ask(self, **changed: Any) -> Any:
        """The request, whether or not it is taken."""
        return self.clerk.ask("POST", "/certificates", ASKED | changed)

    def asked(self, **changed: Any) -> Any:
        return good(self.ask(**changed))

    def approved(self, by: str = "second", **changed: Any) -> int:
        """The id of one that a second person has approved of."""
        id = int(self.asked(**changed)["id"])
        desk: Desk = getattr(self, by)
        desk.post(f"/certificates/{id}/approve")
        return id

    def issued(self, **changed: Any) -> Any:
        """One as its village reads it when the county's side has done its part."""
        id = self.approved(**changed)
        tasks.issue(certificate_id=id)
        return self.clerk.get(f"/certificates/{id}")

    def now(self, id: int) -> Certificate:
        with township_context(self.realm):
            found: Certificate = Certificate.objects.select_related("content").get(pk=id)
            return found


def certified(stage: Stage) -> dict[str, int]:
    """The list, and the id of one certificate that waits in the first village."""
    with county_context():
        load_certificate_types(DATA)
    village = stage.villages(0)[0]
    officer = stage.village_officer(village)
    with township_context(village.township):
        made = requesting.request(actor=officer, data=CertificateIn.model_validate(ASKED), client_key=None)
    return {"certificates": made.pk}


def second_officer(village: Village) -> Any:
    return member(village.township.schema_name, f"w{village.code[-3:]}", Role.VILLAGE_OFFICER, village=village)


def told(answer: Any) -> tuple[int, str, str | None]:
    """Status, error code and field."""
    said = answer.json()
    return answer.status_code, said.get("code", ""), said.get("field")
