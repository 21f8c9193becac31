"""Contracts at different stations of their life, each brought there by the real steps on the days of its story."""

from datetime import date

from django.utils import timezone

from zhunru.contracts.models import Deliverable
from zhunru.contracts.schemas.deliverables import Query
from zhunru.contracts.schemas.periods import Defence, DefenceAnswer, Said
from zhunru.contracts.workflow.deliverables import DELIVERABLES
from zhunru.demo import deals
from zhunru.demo.courses import Course
from zhunru.demo.deals import Deal
from zhunru.demo.past import days_ago
from zhunru.divisions.queries import townships_in_use

SWEPT = {"路面洁净抽查": {"sampled": 10, "passed": 7, "reason": "抽查10个路段，3个路段有积尘。"}}
"""What was found below the target, by the clause's heading."""
TOLD = {"农户知晓抽查": {"sampled": 20, "passed": 17, "reason": "抽查20户，3户说不出本户轮灌次序。"}}
CLEARED = {"渠道畅通抽查": {"sampled": 10, "passed": 9, "reason": "抽查10段，东干渠一段有淤积。"}}
PATROL = "巡查次数"


def create_contracts() -> None:
    """One completed, one performed, one in dispute, one before the village's assembly, one being drafted."""
    today = timezone.localdate()
    _complete(today)
    _perform(today)
    _dispute(today)
    with days_ago(3):
        _begin(deals.OFFERED, today).offer()
    _begin(deals.DRAFTED, today)


def _begin(deal: Deal, today: date) -> Course:
    """Its text is written."""
    township = townships_in_use()[deal.township]
    village = township.villages.filter(ended_on=None).select_related("township")[deal.village]
    course = Course(deal, village)
    course.write(today)
    return course


def _signed(deal: Deal, today: date) -> Course:
    """A week before the term begins it is written and offered, three days before signed by both."""
    with days_ago(7 - deal.starts):
        course = _begin(deal, today)
        course.offer()
    with days_ago(3 - deal.starts):
        course.sign()
    return course


def _complete(today: date) -> None:
    """Two periods, both accepted; the first was paid some days late."""
    course = _signed(deals.DONE, today)
    for no, judged, paid, found in ((1, 87, 46, TOLD), (2, 28, 20, None)):
        with days_ago(judged):
            course.judge(no, found)
        with days_ago(judged - 2):
            course.take_period("agree", no, course.officer)
            course.accept(no)
        with days_ago(paid):
            course.pay(no)
        with days_ago(paid - 1):
            course.arrive(no)
    with days_ago(18):
        course.take("settle", course.clerk)
        course.take("complete", course.head)


def _perform(today: date) -> None:
    """The first period is accepted, half of it paid; in the second, records are confirmed, queried and waiting."""
    course = _signed(deals.PERFORMED, today)
    with days_ago(36):
        _confirm(course, course.record(PATROL, 1, "24", note="第一期逐次巡查，记录见台账。"))
    with days_ago(34):
        course.judge(1, CLEARED)
    with days_ago(28):
        course.take_period("agree", 1, course.officer)
        course.accept(1)
    with days_ago(15):
        course.pay(1)
    with days_ago(14):
        course.arrive(1)
    with days_ago(12):
        _confirm(course, course.record(PATROL, 1, "6", note="东干渠，清理淤泥两处。"))
        _confirm(course, course.record(PATROL, 2, "2", note="西支渠。"))
    with days_ago(6):
        queried = course.record(PATROL, 1, "30", note="各支渠。")
    with days_ago(5), course.there():
        DELIVERABLES.take("query", queried, actor=course.clerk, data=Query(remark="一日巡查30次，请核对次数。"))
    with days_ago(1):
        course.record(PATROL, 1, "3", note="北支渠，渠口堵塞已疏通。")
    course.record(PATROL, 0, "1", submit=False)


def _dispute(today: date) -> None:
    """The village does not accept the verdict on one clause, nor the answer: the township mediates."""
    course = _signed(deals.DISPUTED, today)
    with days_ago(12):
        course.judge(1, SWEPT)
    with course.there():
        number = course.number_of("路面洁净抽查")
    with days_ago(9):
        course.take_period("defend", 1, course.officer, Defence(items=[Said(clause=number, text=DEFENCE)]))
    with days_ago(6):
        course.take_period("answer", 1, course.head, DefenceAnswer(items=[Said(clause=number, text=ANSWER)]))
    with days_ago(5):
        course.take_period("mediate", 1, course.officer)


DEFENCE = "抽查当日大风扬尘，合同第14条约定恶劣天气可以顺延，请重新抽查。"
ANSWER = "气象记录当日风力四级，不属于恶劣天气，维持评定。"


def _confirm(course: Course, record: Deliverable) -> None:
    with course.there():
        DELIVERABLES.take("confirm", record, actor=course.clerk)
