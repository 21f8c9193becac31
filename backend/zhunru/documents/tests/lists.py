"""Lists of the county's shape: an edition with some Tibetan, and what it changes."""

from datetime import date
from typing import Any

from zhunru.documents import composing
from zhunru.documents.kinds import LIST_EDITION
from zhunru.documents.kinds.declaration import Earlier
from zhunru.documents.kinds.list_difference import (
    ChangedRow,
    EditionName,
    FieldChange,
    ListDifferenceFacts,
    MovedRow,
)
from zhunru.documents.kinds.list_edition import ListEditionFacts, ListRow
from zhunru.documents.tests.samples import paper

TITLE_BO = "གྲོང་ཚོའི་ལས་དོན་འཆར་འགོད།"
DUTY_BO = "ཁྲིམས་ལུགས་དང་སྲིད་ཇུས་དྲིལ་བསྒྲགས་བྱེད་པ། བསྒྲུབས་བརྒྱད་སྐྱོང་རྒྱུན་ལས་དོན་ལ་རོགས་རམ་བྱེད་དགོས།"
_DUTY = "村民委员会第{}项：宣传法律法规和国家的政策，发现隐患及时报告，协助乡镇人民政府组织群众转移，做好登记和回访"


def row(seq: int, **changed: Any) -> ListRow:
    """Entry `seq`; its texts name it, so that each can be found on the pages."""
    cells: dict[str, Any] = {
        "code": f"S-{seq:03d}",
        "seq": seq,
        "category": "平安建设",
        "title": f"第{seq}项防灾减灾宣传和隐患报告",
        "village_duty": _DUTY.format(seq),
        "legal_basis": f"《中华人民共和国突发事件应对法》第{seq}条",
        "lead_department": "应急管理部门",
    }
    return ListRow(**cells | changed)


def rows(count: int, **changed: Any) -> list[ListRow]:
    return [row(seq, **changed) for seq in range(1, count + 1)]


def edition(**changed: Any) -> ListEditionFacts:
    """A published edition of few entries; every column has something in it."""
    full = {
        "title_bo": TITLE_BO,
        "village_duty_bo": DUTY_BO,
        "supporting_departments": "财政部门、农业农村部门",
        "funding": "县级财政每村每年2000元",
        "applies_to": "村、农牧区社区",
        "remark": "与上级指导清单一致",
    }
    facts: dict[str, Any] = {
        "list_kind": "statutory",
        "list_label": "依法履职事项清单",
        "county": "贡嘎县",
        "edition": 3,
        "decision_number": "演常〔2026〕第3次",
        "decided_on": date(2026, 2, 27),
        "starts_on": date(2026, 3, 10),
        "replaces": Earlier(number="演社工清〔2025〕1号", issued_on=date(2025, 3, 2)),
        "note": "本清单随法律、法规的修订调整。",
        "rows": [*rows(8), row(9, **full)],
    }
    return ListEditionFacts(**facts | changed)


def draft(**changed: Any) -> ListEditionFacts:
    unknown = {"edition": None, "decision_number": None, "decided_on": None, "starts_on": None, "replaces": None}
    return edition(**unknown | changed)


def edition_paper(facts: ListEditionFacts, **changed: Any) -> composing.Paper:
    return paper(facts, LIST_EDITION, **{"number": "演社工清〔2026〕1号"} | changed)


def difference(**changed: Any) -> ListDifferenceFacts:
    facts: dict[str, Any] = {
        "list_label": "依法履职事项清单",
        "county": "贡嘎县",
        "before": EditionName(number=2, effective_on=date(2025, 3, 10)),
        "after": EditionName(number=3, effective_on=date(2026, 3, 10)),
        "removed": [
            MovedRow(code="S-002", title="代收水费", village_duty="代收代缴", reason="依据已经废止，由县水利局自行承担")
        ],
        "added": [MovedRow(code="S-031", title="供水设施巡看", village_duty="发现损坏及时告知", reason="新法施行")],
        "changed": [
            ChangedRow(
                code="S-007",
                title="应急知识宣传",
                reason="法律修订，条文序号变动",
                fields=[
                    FieldChange(
                        label="法律政策依据", old="《突发事件应对法》第二十九条", new="《突发事件应对法》第四十二条"
                    ),
                    FieldChange(label="经费保障", new="县级财政保障"),
                ],
            )
        ],
    }
    return ListDifferenceFacts(**facts | changed)
