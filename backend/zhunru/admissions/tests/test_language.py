"""Papers, notices and reasons are in the county's language, also when the one who acts reads English."""

from django.utils import translation

from zhunru.admissions import schemas
from zhunru.admissions.tests.kinds import agreed, filled_in, registered, request
from zhunru.admissions.tests.stage import Stage, admitted, the
from zhunru.admissions.workflow import APPLICATIONS
from zhunru.notices.models import Notice
from zhunru.tenancy.context import county_context


def test_a_paper_sealed_by_who_reads_english_is_in_chinese(stage: Stage) -> None:
    with county_context():
        matter = admitted(stage, stage.villages(0))
        lighter = agreed(stage, request(stage, "adjust", matter, person_days="1.0"))
        with translation.override("en"):
            APPLICATIONS.take("issue", lighter, actor=stage.actor("seal"))
        matter.refresh_from_db()
        (change,) = the(matter.document).facts["changes"]
        assert change == {"what": "每村每月工作量（人日）", "before": "1.5", "after": "1.0"}
        assert Notice.objects.filter(title__startswith="事项有调整：").exists()
        assert not Notice.objects.filter(title__regex="[a-z]{4}").exists()


def test_what_lapses_says_why_in_chinese(stage: Stage) -> None:
    with county_context():
        matter = registered(stage)
        APPLICATIONS.take("submit", filled_in(stage, matter), actor=stage.actor("water-head"))
        with translation.override("en"):
            no = schemas.NotAccepted(reasons="不属于紧急情形")
            APPLICATIONS.take("not_accept", the(matter.application), actor=stage.actor("clerk"), data=no)
        matter.refresh_from_db()
    assert matter.withdrawal_reasons == "不予受理"
